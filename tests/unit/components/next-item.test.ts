import { expect, it } from 'vitest';
import { nextItem } from '@/components/controls/next-item';

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 3, 0],
  ['ArrowUp', 0, 3],
  ['Home', 2, 0],
  ['End', 0, 3],
  // A menu that has focus itself, and none of its items.
  ['ArrowDown', -1, 0],
  ['ArrowUp', -1, 3],
  ['a', 1, undefined],
])('%s leads from item %i of a menu of four to %s', (key, from, to) => {
  expect(nextItem(key, from, 4)).toBe(to);
});

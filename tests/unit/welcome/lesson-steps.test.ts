import { expect, it } from 'vitest';
import { afterEvent, atStart, type LessonEvent } from '@/entrypoints/welcome/lesson-steps';

const doneAfter = (...events: LessonEvent[]) => events.reduce(afterEvent, atStart).done;

it('takes the steps in their order', () => {
  expect(doneAfter('called')).toBe(0);
  expect(doneAfter('called', 'opened')).toBe(1);
  expect(doneAfter('called', 'opened', 'entered')).toBe(2);
  expect(doneAfter('called', 'opened', 'entered', 'closed')).toBe(3);
});

it('counts the key that leads from an open card to the next', () => {
  expect(doneAfter('opened', 'called')).toBe(1);
});

it('counts nothing of what the pointer does', () => {
  expect(doneAfter('opened')).toBe(0);
  expect(doneAfter('opened', 'entered', 'closed')).toBe(0);
  // Called, but no card came of it; one that the pointer closed was none of the key's.
  expect(doneAfter('called', 'closed', 'opened')).toBe(0);
});

it('waits for a card that is left before it is entered', () => {
  expect(doneAfter('called', 'opened', 'closed')).toBe(1);
  expect(doneAfter('called', 'opened', 'closed', 'opened', 'entered', 'closed')).toBe(3);
});

it('forgets nothing that is done', () => {
  expect(doneAfter('called', 'opened', 'entered', 'closed', 'called', 'opened', 'closed')).toBe(3);
});

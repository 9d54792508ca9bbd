import { expect, it } from 'vitest';
import { dayByKey, inMonth, plusMonths, weeksOf } from '@/components/controls/month';

it('sets a month in weeks from Monday on', () => {
  const weeks = weeksOf('2026-08');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    '2026-08-01',
    '2026-08-02',
  ]);
  expect(weeks.at(-1)).toEqual(['2026-08-31', ...Array.from({ length: 6 }, () => undefined)]);
  expect(weeksOf('2027-02').flat()).toEqual(
    Array.from({ length: 28 }, (_, i) => `2027-02-${String(i + 1).padStart(2, '0')}`),
  );
});

it('turns months over the end of the year', () => {
  expect(plusMonths('2026-12', 1)).toBe('2027-01');
  expect(plusMonths('2026-01', -1)).toBe('2025-12');
  expect(plusMonths('2024-02', 12)).toBe('2025-02');
});

it.each([
  ['ArrowLeft', false, '2026-02-28'],
  ['ArrowRight', false, '2026-03-02'],
  ['ArrowUp', false, '2026-02-22'],
  ['ArrowDown', false, '2026-03-08'],
  ['Home', false, '2026-02-23'],
  ['End', false, '2026-03-01'],
  ['PageUp', false, '2026-02-01'],
  ['PageDown', true, '2027-03-01'],
  ['j', false, undefined],
])('goes with %s where a calendar does', (key, shiftKey, day) => {
  expect(dayByKey('2026-03-01', { key, shiftKey })).toBe(day);
});

it('ends a month where it ends', () => {
  expect(inMonth('2026-01-31', '2026-02')).toBe('2026-02-28');
  expect(dayByKey('2028-02-29', { key: 'PageDown', shiftKey: true })).toBe('2029-02-28');
});

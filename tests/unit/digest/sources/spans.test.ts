import { expect, it } from 'vitest';
import { daysOf } from '@/lib/digest/sources/spans';
import { weekOf } from '../../../support/api/calendar';

it.each([
  [{ day: '2026-03-02' }, 1, '2026-03-02', '2026-03-02'],
  [{ week: '2026-W01' }, 7, '2025-12-29', '2026-01-04'],
  [{ week: '2026-W53' }, 7, '2026-12-28', '2027-01-03'],
  [{ week: '2027-W01' }, 7, '2027-01-04', '2027-01-10'],
  [{ month: '2024-02' }, 29, '2024-02-01', '2024-02-29'],
  [{ month: '2025-12' }, 31, '2025-12-01', '2025-12-31'],
])('%o has its days', (span, count, first, last) => {
  const days = daysOf(span);
  expect(days).toHaveLength(count);
  expect([days[0], days.at(-1)]).toEqual([first, last]);
  if ('week' in span) expect(new Set(days.map(weekOf))).toEqual(new Set([span.week]));
});

import { daysInMonth, plusDays, startOf } from '@/lib/digest/sync/calendar';
import type { Day } from '@/lib/paper/types';

/** Monday is 0. */
const weekdayOf = (day: Day) => (new Date(startOf(day)).getUTCDay() + 6) % 7;

/** The days of a month, `2026-07`, in weeks from Monday on; undefined where another month's days would stand. */
export function weeksOf(month: string): (Day | undefined)[][] {
  const first: Day = `${month}-01`;
  const days = Array.from({ length: daysInMonth(month) }, (_, i) => plusDays(first, i));
  const places = [...Array.from({ length: weekdayOf(first) }, () => undefined), ...days];
  return Array.from({ length: Math.ceil(places.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, i) => places[week * 7 + i]),
  );
}

/** The month that lies `by` months after another one, before it where negative. */
export function plusMonths(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The day that a key leads to from another one, as in any calendar; undefined for other keys. */
export function dayByKey(
  day: Day,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): Day | undefined {
  switch (key) {
    case 'ArrowLeft':
      return plusDays(day, -1);
    case 'ArrowRight':
      return plusDays(day, 1);
    case 'ArrowUp':
      return plusDays(day, -7);
    case 'ArrowDown':
      return plusDays(day, 7);
    case 'Home':
      return plusDays(day, -weekdayOf(day));
    case 'End':
      return plusDays(day, 6 - weekdayOf(day));
    case 'PageUp':
      return inMonth(day, plusMonths(day.slice(0, 7), shiftKey ? -12 : -1));
    case 'PageDown':
      return inMonth(day, plusMonths(day.slice(0, 7), shiftKey ? 12 : 1));
    default:
      return undefined;
  }
}

/** The same day of another month, or its last where it has none. */
export function inMonth(day: Day, month: string): Day {
  const number = Math.min(Number(day.slice(8)), daysInMonth(month));
  return `${month}-${String(number).padStart(2, '0')}`;
}

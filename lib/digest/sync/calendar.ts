import type { Day } from '@/lib/paper/types';

/** Days are those of UTC, wherever the person lives: so do the sources count them. */
export const dayLength = 24 * 60 * 60 * 1000;

/** The day of a time, in milliseconds since 1970. */
export const dayAt = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** When a day begins, in milliseconds since 1970. */
export const startOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

export const plusDays = (day: Day, days: number): Day => dayAt(startOf(day) + days * dayLength);

/** Every day from `first` to `last`, newest first; none where `first` is the later one. */
export function daysBetween(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = last; day >= first; day = plusDays(day, -1)) days.push(day);
  return days;
}

/** `2026-07` */
export const monthOf = (day: Day): string => day.slice(0, 7);

export function daysInMonth(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** The ISO week, `2026-W07`: the one that its Thursday's year counts. */
export function weekOf(day: Day): string {
  const sinceMonday = (new Date(startOf(day)).getUTCDay() + 6) % 7;
  const thursday = plusDays(day, 3 - sinceMonday);
  const week = Math.floor((startOf(thursday) - startOf(`${thursday.slice(0, 4)}-01-01`)) / dayLength / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

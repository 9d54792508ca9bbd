import type { Unit } from '@/lib/digest/catalogue/trends';
import { dayOfYear, shortMonth } from '@/lib/i18n/format';
import type { Day } from '@/lib/paper/types';

/** More columns than this and months would run into each other: years are named. */
const mostForMonths = 60;

/** What stands under each of some columns, given the first day of each: where a month, a year or a week begins. */
export function ticksOf(firsts: readonly Day[], unit: Unit): (string | undefined)[] {
  if (unit === 'day') return firsts.map((day) => (isMonday(day) ? dayOfYear(day) : undefined));
  const byYear = unit === 'month' || firsts.length > mostForMonths;
  const part = (day: Day) => day.slice(0, byYear ? 4 : 7);
  return firsts.map((day, at) => {
    const before = firsts[at - 1];
    if (before === undefined || part(before) === part(day)) return undefined;
    return byYear ? day.slice(0, 4) : shortMonth(day);
  });
}

const isMonday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;

import { dayLength, monthOf, plusDays, startOf, weekOf } from '@/lib/digest/sync/calendar';
import type { Day } from '@/lib/paper/types';
import type { DayKeywords } from './facts';

/** What a column of a chart stands for. */
export type Unit = 'day' | 'week' | 'month';

/** A stretch of time and what came in it. */
export interface Period<T> {
  /** `2026-07-29`, `2026-W31` or `2026-07`. */
  name: string;
  first: Day;
  values: T[];
}

/** Columns that a chart has room for; with more of a unit the next one is taken. */
const mostDays = 62;
const mostWeeks = 190;

/** The unit that shows a stretch of time best. */
export function unitFor(first: Day, last: Day): Unit {
  const days = (startOf(last) - startOf(first)) / dayLength + 1;
  if (days <= mostDays) return 'day';
  return days / 7 <= mostWeeks ? 'week' : 'month';
}

const nameIn: Record<Unit, (day: Day) => string> = { day: (day) => day, week: weekOf, month: monthOf };

/** Things by the period of their day, oldest first; periods without any are there too. Empty where there is nothing. */
export function periodsOf<T>(things: readonly T[], dayOf: (thing: T) => Day, unit: Unit): Period<T>[] {
  const name = nameIn[unit];
  const byName = Map.groupBy(things, (thing) => name(dayOf(thing)));
  const days = things.map(dayOf).sort();
  const [first, last] = [days[0], days.at(-1)];
  const periods = new Map<string, Period<T>>();
  if (first === undefined || last === undefined) return [];
  for (let day = first; day <= last; day = plusDays(day, 1)) {
    const period = name(day);
    if (!periods.has(period))
      periods.set(period, { name: period, first: day, values: byName.get(period) ?? [] });
  }
  return [...periods.values()];
}

/** A keyword that more papers hold than before. */
interface RisingKeyword {
  keyword: string;
  /** Papers that hold it: in the last weeks, and in those before. */
  lately: number;
  before: number;
  /** Papers a week, oldest first, over both. */
  weeks: number[];
}

export interface Rising {
  keywords: RisingKeyword[];
  /** Length of the two spans that are compared. */
  lately: number;
  before: number;
}

/** Days that count as lately, and that they are compared with, where there are as many. */
const latelyDays = 28;
const beforeDays = 5 * latelyDays;
/** A keyword in fewer papers is chance. */
const fewest = 3;

/** How far back `risingKeywords` looks from the newest day. */
export const risingSince = (newest: Day): Day => plusDays(newest, 1 - latelyDays - beforeDays);

/**
 * The keywords that rise most, by how far the papers that hold them exceed what their former share lets expect, in
 * standard deviations of chance.
 *
 * @param days oldest first
 */
export function risingKeywords(days: readonly DayKeywords[], most: number): Rising {
  const told = days.filter(({ papers }) => papers > 0);
  const [oldest, newest] = [told[0]?.day, told.at(-1)?.day];
  if (oldest === undefined || newest === undefined) return { keywords: [], lately: 0, before: 0 };
  const span = (startOf(newest) - startOf(oldest)) / dayLength + 1;
  const lately = Math.min(latelyDays, Math.max(1, Math.floor(span / 3)));
  const border = plusDays(newest, 1 - lately);
  const weeks = periodsOf(told, ({ day }) => day, 'week').map(({ name }) => name);
  const counts = new Map<string, RisingKeyword>();
  const all = { lately: 0, before: 0 };
  for (const { day, papers: ofDay, keywords } of told) {
    const when = day >= border ? 'lately' : 'before';
    const week = weeks.indexOf(weekOf(day));
    all[when] += ofDay;
    for (const [keyword, papers] of keywords) {
      const count = counts.get(keyword) ?? { keyword, lately: 0, before: 0, weeks: weeks.map(() => 0) };
      counts.set(keyword, count);
      count[when] += papers;
      count.weeks[week] = (count.weeks[week] ?? 0) + papers;
    }
  }
  const excess = (count: RisingKeyword) => {
    const expected = all.before === 0 ? 0 : (count.before / all.before) * all.lately;
    return (count.lately - expected) / Math.sqrt(expected + 1);
  };
  const rising = [...counts.values()].filter((count) => count.lately >= fewest && excess(count) > 1);
  rising.sort((a, b) => excess(b) - excess(a));
  return { keywords: rising.slice(0, most), lately, before: span - lately };
}

import { daysInMonth, plusDays, weekOf } from '@/lib/digest/sync/calendar';
import { rangeName } from '@/lib/i18n/format';
import type { Day } from '@/lib/paper/types';
import type { View } from './address';

/** The Monday of an ISO week, `2026-W31`. */
export function mondayOf(week: string): Day {
  const [year = '', number = ''] = week.split('-W');
  // The fourth of January is always in the first week.
  const fourth: Day = `${year}-01-04`;
  const sinceMonday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7;
  return plusDays(fourth, 7 * (Number(number) - 1) - sinceMonday);
}

/** First and last day of a view that is a stretch of time. */
export function spanOf(view: View): { first: Day; last: Day } | undefined {
  if (view.kind === 'day') return { first: view.day, last: view.day };
  if (view.kind === 'month')
    return { first: `${view.month}-01`, last: `${view.month}-${daysInMonth(view.month)}` };
  if (view.kind !== 'week') return undefined;
  const first = mondayOf(view.week);
  return { first, last: plusDays(first, 6) };
}

/** "27 July – 2 August 2026": what both ends have in common is said once. */
export function weekName(week: string): string {
  const monday = mondayOf(week);
  return rangeName(monday, plusDays(monday, 6));
}

/** A stretch of the archive, and how many papers stand on its days. */
export interface Counted {
  papers: number;
}
export interface MonthOfDays extends Counted {
  /** `2026-07` */
  month: string;
  weeks: WeekOfDays[];
}
export interface WeekOfDays extends Counted {
  /** `2026-W31` */
  week: string;
  /** Those of its month. */
  days: DayCount[];
}
export interface DayCount extends Counted {
  day: Day;
}

/** The archive month by month, newest first. A week over the end of a month stands in both, each with its own days. */
export function monthsOf(days: readonly DayCount[]): MonthOfDays[] {
  const perWeek = new Map<string, number>();
  for (const { day, papers } of days) perWeek.set(weekOf(day), (perWeek.get(weekOf(day)) ?? 0) + papers);
  return [...Map.groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, ofMonth]) => ({
    month,
    papers: sum(ofMonth),
    weeks: [...Map.groupBy(ofMonth, ({ day }) => weekOf(day))].map(([week, ofWeek]) => ({
      week,
      // Of the whole week: that is what its name leads to.
      papers: perWeek.get(week) ?? 0,
      days: ofWeek,
    })),
  }));
}

const sum = (counted: readonly Counted[]) => counted.reduce((all, { papers }) => all + papers, 0);

/** The stretches of the same kind before and after a view that have papers; neither for a view that is no stretch. */
export function neighbours(view: View, days: readonly DayCount[]): { earlier?: View; later?: View } {
  const span = spanOf(view);
  if (!span) return {};
  const before = days.find(({ day }) => day < span.first);
  const after = days.findLast(({ day }) => day > span.last);
  return {
    ...(before && { earlier: around(before.day, view) }),
    ...(after && { later: around(after.day, view) }),
  };
}

function around(day: Day, { kind }: View): View {
  if (kind === 'week') return { kind, week: weekOf(day) };
  return kind === 'month' ? { kind, month: day.slice(0, 7) } : { kind: 'day', day };
}

import type { Day } from '@/lib/paper/types';
import type { Span } from '../sources/source';
import { daysInMonth, monthOf, weekOf } from './calendar';

/** What is asked for at once, and which days that are needed come with it, newest first. */
export interface Step {
  span: Span;
  days: Day[];
}

/**
 * The first thing to ask for, that the newest of `missing` is in: the whole month, else the whole week, of which every
 * day is missing, else the day alone. A week does not break into a month that can be asked for whole.
 *
 * @param missing newest first
 * @param oneByOne days that must not be asked for together with others
 */
export function firstStep(missing: readonly Day[], oneByOne: ReadonlySet<Day>): Step | undefined {
  const [first] = missing;
  if (first === undefined) return undefined;
  const free = missing.filter((day) => !oneByOne.has(day));
  const wholeMonth = (month: string) => {
    const days = free.filter((day) => day.startsWith(month));
    return days.length === daysInMonth(month) ? days : undefined;
  };
  const month = monthOf(first);
  const ofMonth = wholeMonth(month);
  if (ofMonth) return { span: { month }, days: ofMonth };
  const week = weekOf(first);
  // Weeks are runs of days: the first seven are enough to look at.
  const ofWeek = free.slice(0, 7).filter((day) => weekOf(day) === week);
  if (ofWeek.length === 7 && !wholeMonth(monthOf(ofWeek[6] ?? first)))
    return { span: { week }, days: ofWeek };
  return { span: { day: first }, days: [first] };
}

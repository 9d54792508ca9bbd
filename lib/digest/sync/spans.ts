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
 * day is missing, else the day alone.
 *
 * @param missing newest first
 * @param oneByOne days that must not be asked for together with others
 */
export function firstStep(missing: readonly Day[], oneByOne: ReadonlySet<Day>): Step | undefined {
  const [first] = missing;
  if (first === undefined) return undefined;
  const together = (same: (day: Day) => boolean, size: number) => {
    const days = missing.filter((day) => same(day) && !oneByOne.has(day));
    return days.length === size && days[0] === first ? days : undefined;
  };
  const month = monthOf(first);
  const ofMonth = together((day) => day.startsWith(month), daysInMonth(month));
  if (ofMonth) return { span: { month }, days: ofMonth };
  const week = weekOf(first);
  const ofWeek = together((day) => weekOf(day) === week, 7);
  if (ofWeek) return { span: { week }, days: ofWeek };
  return { span: { day: first }, days: [first] };
}

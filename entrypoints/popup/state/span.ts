import { dateName, dayName } from '@/components/paper/format';
import { plusDays, startOf } from '@/lib/digest/sync/calendar';
import type { Day } from '@/lib/paper/types';

/** How much of the digest is listed at once. */
export const spans = ['day', 'week', 'month'] as const;
export type Span = (typeof spans)[number];

/** First and last day, both of them in it. */
export interface Stretch {
  first: Day;
  last: Day;
}

/** The day itself, its week from Monday on, or its month. */
export function stretchOf(span: Span, day: Day): Stretch {
  if (span === 'day') return { first: day, last: day };
  if (span === 'month') return { first: `${day.slice(0, 7)}-01`, last: `${day.slice(0, 7)}-31` };
  const sinceMonday = (new Date(startOf(day)).getUTCDay() + 6) % 7;
  const first = plusDays(day, -sinceMonday);
  return { first, last: plusDays(first, 6) };
}

/** "Wednesday 29 July 2026", "27 July – 2 August 2026", "July 2026". */
export function stretchName(span: Span, { first, last }: Stretch): string {
  if (span === 'day') return dayName(first);
  if (span === 'month') return dateName(first.slice(0, 7));
  const start = dateName(first).split(' ');
  const end = dateName(last).split(' ');
  // What both ends have in common is said once.
  while (start.length > 1 && start.at(-1) === end[start.length - 1]) start.pop();
  return `${start.join(' ')} – ${end.join(' ')}`;
}

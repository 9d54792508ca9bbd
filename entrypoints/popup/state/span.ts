import { plusDays, startOf } from '@/lib/digest/sync/calendar';
import { dateName, dayName, rangeName } from '@/lib/i18n/format';
import type { PlainKey } from '@/lib/i18n/text';
import type { Day } from '@/lib/paper/types';

/** How much of the digest is listed at once. */
export const spans = ['day', 'week', 'month'] as const;
export type Span = (typeof spans)[number];

export const spanNames = {
  day: 'popup.day',
  week: 'popup.week',
  month: 'popup.month',
} as const satisfies Record<Span, PlainKey>;

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
  return rangeName(first, last);
}

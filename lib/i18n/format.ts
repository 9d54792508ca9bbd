import { language } from './locale';

/** Numbers and dates as words for a reader. Days are calendar days: no time zone moves them. */

/** Making one takes longer than a list of papers has. */
const made = new Map<string, unknown>();

/** One of `Intl`'s formats in the language of the messages. */
export function intl<F, O>(Format: new (language: string, options: O) => F, options: O): F {
  const key = Format.name + JSON.stringify(options) + language();
  const format = made.get(key) ?? new Format(language(), options);
  made.set(key, format);
  return format as F;
}

const numbers = (options: Intl.NumberFormatOptions = {}) => intl(Intl.NumberFormat, options);
const dates = (options: Intl.DateTimeFormatOptions) => intl(Intl.DateTimeFormat, options);

/** "40,000" */
export const numberName = (value: number): string => numbers().format(value);

/** 0.94 as "94%". */
export const percentName = (share: number): string => numbers({ style: 'percent' }).format(share);

/** "A, B and C" */
export const listName = (items: readonly string[]): string => intl(Intl.ListFormat, {}).format(items);

/** 950, 1.2k, 23k, 1.4M; in Chinese 1.2万. */
export const shortCount = (count: number): string =>
  // British English has "1.4m", which reads as metres.
  numbers({ notation: 'compact' }).format(count).replace('m', 'M');

/** How far a figure has moved: +3, −1.2k. */
export const signedCount = (count: number): string => (count < 0 ? '−' : '+') + shortCount(Math.abs(count));

/** "5 minutes" */
export const unitName = (value: number, unit: 'minute' | 'hour'): string =>
  numbers({ style: 'unit', unit, unitDisplay: 'long' }).format(value);

/** "5 minutes ago" */
export const unitAgo = (value: number, unit: 'minute' | 'hour'): string =>
  intl(Intl.RelativeTimeFormat, {}).format(-value, unit);

const wholeDate = { year: 'numeric', month: 'long', day: 'numeric' } as const;

/** `2026-07-29` as "29 July 2026", `2026-07` as "July 2026"; anything else as it is. */
export function dateName(date: string): string {
  const [, year, month, day] = /^(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?$/.exec(date) ?? [];
  if (!year || !month) return date;
  const options = { ...wholeDate, day: day && wholeDate.day, timeZone: 'UTC' } as const;
  return dates(options as Intl.DateTimeFormatOptions).format(Date.UTC(+year, +month - 1, +(day ?? 1)));
}

/** A day or a month in UTC as these parts of a date. */
function inParts(day: string, options: Intl.DateTimeFormatOptions): string {
  const time = Date.parse(day);
  return Number.isNaN(time) ? day : dates({ ...options, timeZone: 'UTC' }).format(time);
}

/** `2026-07-29` as "29 Jul 2026". */
export const shortDate = (day: string): string =>
  inParts(day, { year: 'numeric', month: 'short', day: 'numeric' });

/** `2026-07-29` as "29 Jul". */
export const dayOfYear = (day: string): string => inParts(day, { month: 'short', day: 'numeric' });

/** `2026-07-29` as "Wed 29". */
export const dayInMonth = (day: string): string => inParts(day, { weekday: 'short', day: 'numeric' });

/** `2026-07-29` as "Wednesday". */
export const weekdayName = (day: string): string => inParts(day, { weekday: 'long' });

/** `2026-07-29` as "Wed". */
export const shortWeekday = (day: string): string => inParts(day, { weekday: 'short' });

/** `2026-07-29` or `2026-07` as "Jul". */
export const shortMonth = (day: string): string => inParts(day, { month: 'short' });

/** `2026-07-29` as "Wednesday 29 July 2026". */
export function dayName(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return dateName(day);
  // Some versions of the browsers' data have a comma behind the weekday.
  return dates({ ...wholeDate, weekday: 'long', timeZone: 'UTC' })
    .format(time)
    .replace(',', '');
}

/** Two days, both of them in it, as "27 July – 2 August 2026": what both have in common is said once. */
export const rangeName = (first: string, last: string): string =>
  dates({ ...wholeDate, timeZone: 'UTC' })
    .formatRange(Date.parse(first), Date.parse(last))
    // With a narrow space, a wide one or none, as the browser's data has it.
    .replace(/\s*–\s*/, ' – ');

/** The calendar day of a moment where the reader is: "3 March", with the year where it is not this one. */
export function momentName(then: number, now: number): string {
  const isThisYear = new Date(then).getFullYear() === new Date(now).getFullYear();
  return dates(isThisYear ? { month: 'long', day: 'numeric' } : wholeDate).format(then);
}

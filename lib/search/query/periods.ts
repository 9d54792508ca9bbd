import type { Day } from '../../paper/types';

/** Days from `from` on, up to but not including `until`. */
export interface Period {
  from: Day;
  until: Day;
}

/** The day, month or year that a text names, `2025-06-01`, `2025-6` or `2025`; undefined where there is no such. */
export function periodOf(text: string): Period | undefined {
  const [, year, month, day] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text) ?? [];
  if (!year) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const from = new Date(Date.UTC(y, m, d));
  // A date that does not exist becomes another one.
  if (y < 1900 || from.getUTCMonth() !== m || from.getUTCDate() !== d) return undefined;
  const until = day ? Date.UTC(y, m, d + 1) : month ? Date.UTC(y, m + 1, 1) : Date.UTC(y + 1, 0, 1);
  return { from: iso(from), until: iso(new Date(until)) };
}

const iso = (date: Date): Day => date.toISOString().slice(0, 10);

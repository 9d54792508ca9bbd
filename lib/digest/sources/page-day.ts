import type { Day } from '@/lib/paper/types';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

const dayLine = /^(?:\p{L}+,? )?(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/u;

/**
 * The day in a line such as "Jul 29", "July 29" or "Jul 29, 2025". Without a year it is the latest that is not after
 * `now` (milliseconds since 1970, in local time). Undefined where the line is no day.
 */
export function latestDay(line: string, now: number): Day | undefined {
  const [, name = '', dayOfMonth, year] = dayLine.exec(line.trim()) ?? [];
  const month = months.findIndex((full) => name !== '' && full.startsWith(name.toLowerCase())) + 1;
  if (month === 0) return undefined;
  const day = Number(dayOfMonth);
  if (year !== undefined) return dayOf(Number(year), month, day);
  const today = new Date(now);
  const latest = today.getFullYear();
  // A leap day may be up to eight years back.
  for (let candidate = latest; candidate >= latest - 8; candidate--) {
    const found = dayOf(candidate, month, day);
    if (found && found <= localDay(today)) return found;
  }
  return undefined;
}

function dayOf(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}

function localDay(date: Date): Day {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

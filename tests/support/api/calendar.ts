/** Calendar sums of the served world; days are `YYYY-MM-DD`. */

export const dayMilliseconds = 86_400_000;

export const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10);

export const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());

/** Every day from `first` to `last`, both included. */
export function daysBetween(first: string, last: string): string[] {
  const count = (Date.parse(last) - Date.parse(first)) / dayMilliseconds + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) =>
    dayAt(Date.parse(first) + at * dayMilliseconds),
  );
}

/** The ISO week of a day, `2026-W07`. */
export function weekOf(day: string): string {
  const date = new Date(day);
  // The Thursday of a week lies in the year that the week is counted to.
  const thursday = date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * dayMilliseconds;
  const year = new Date(thursday).getUTCFullYear();
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMilliseconds)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

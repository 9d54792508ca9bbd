/** Numbers and dates as words for a reader. Days are calendar days: no time zone moves them. */

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-07-29` as "29 July 2026", `2026-07` as "July 2026"; anything else as it is. */
export function dateName(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  const name = months[Number(month) - 1];
  if (!year || !name) return date;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** `2026-07-29` as "29 Jul 2026". */
export function shortDate(day: string): string {
  return dateName(day).replace(/\p{L}+/u, (month) => month.slice(0, 3));
}

/** `2026-07-29` as "Wednesday 29 July 2026". */
export function dayName(day: string): string {
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return weekday ? `${weekday} ${dateName(day)}` : dateName(day);
}

/** 950, 1.2k, 23k, 1.4M. */
export function shortCount(count: number): string {
  if (count < 1_000) return String(count);
  const [unit, sign] = count < 999_500 ? [1_000, 'k'] : [1_000_000, 'M'];
  const scaled = count / unit;
  return `${scaled < 9.95 ? scaled.toFixed(1).replace(/\.0$/, '') : Math.round(scaled)}${sign}`;
}

/** How far a figure has moved: +3, −1.2k. */
export function signedCount(count: number): string {
  return (count < 0 ? '−' : '+') + shortCount(Math.abs(count));
}

/** "1 paper", "83 papers", "40,000 papers". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

import { counted, dateName } from '@/components/paper/format';

/** Milliseconds. */
const minute = 60_000;
export const hour = 60 * minute;
export const dayLength = 24 * hour;

/** A stretch of time in words, rounded up: nobody is told to come back too early. "1 minute", "4 hours". */
export function spanName(milliseconds: number): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / minute));
  return minutes < 90 ? counted(minutes, 'minute') : counted(Math.ceil(milliseconds / hour), 'hour');
}

/** A moment in the past: "just now", "5 minutes ago", "30 hours ago", from the second day on "on 3 March". */
export function agoName(then: number, now: number): string {
  const passed = now - then;
  // A clock that was set back makes the past the future.
  if (passed < minute) return 'just now';
  if (passed < hour) return `${counted(Math.floor(passed / minute), 'minute')} ago`;
  if (passed < 2 * dayLength) return `${counted(Math.floor(passed / hour), 'hour')} ago`;
  return `on ${momentName(then, now)}`;
}

/** The calendar day of a moment where the reader is: "3 March", with the year where it is not this one. */
export function momentName(then: number, now: number): string {
  const date = new Date(then);
  const name = dateName(calendarDay(date));
  const year = ` ${date.getFullYear()}`;
  return date.getFullYear() === new Date(now).getFullYear() ? name.slice(0, -year.length) : name;
}

/** `YYYY-MM-DD` by the reader's own clock. */
function calendarDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

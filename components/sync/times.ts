import { momentName, unitAgo, unitName } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';

/** Milliseconds. */
const minute = 60_000;
export const hour = 60 * minute;
export const dayLength = 24 * hour;

/** A stretch of time in words, rounded up: nobody is told to come back too early. "1 minute", "4 hours". */
export function spanName(milliseconds: number): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / minute));
  return minutes < 90 ? unitName(minutes, 'minute') : unitName(Math.ceil(milliseconds / hour), 'hour');
}

/** A moment in the past: "just now", "5 minutes ago", "30 hours ago", from the second day on "on 3 March". */
export function agoName(then: number, now: number): string {
  const passed = now - then;
  // A clock that was set back makes the past the future.
  if (passed < minute) return t('time.justNow');
  if (passed < hour) return unitAgo(Math.floor(passed / minute), 'minute');
  if (passed < 2 * dayLength) return unitAgo(Math.floor(passed / hour), 'hour');
  return t('time.onDay', { day: momentName(then, now) });
}

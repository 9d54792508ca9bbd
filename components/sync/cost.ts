import { bytesName } from '@/lib/i18n/disk';
import { t } from '@/lib/i18n/text';

/** Bytes that a paper takes on the disk: what the source sends of one, measured over many days. */
const bytesPerPaper = 5_400;
/** Papers a day of Hugging Face, weekends counted: the average since its digest began. */
export const usualPerDay = 31;
/** With fewer days than this a weekend more or less would tilt the average. */
const enoughDays = 14;

/**
 * Papers a day, as the days at hand have them.
 *
 * @param usual where the days at hand are too few to tell
 */
export function papersPerDay(days: readonly { papers: number }[], usual: number): number {
  if (days.length < enoughDays) return usual;
  return days.reduce((sum, { papers }) => sum + papers, 0) / days.length;
}

/** "About 930 papers, 5 MB." */
export function costSentence(days: number, perDay: number): string {
  const papers = rounded(days * perDay);
  return t('sync.cost', { count: papers, size: bytesName(Math.max(1e6, papers * bytesPerPaper)) });
}

/** To two figures: more would claim to know. */
function rounded(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.round(value / unit) * unit;
}

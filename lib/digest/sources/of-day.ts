import { nonsense } from '@/lib/digest/net/failure';
import { t } from '@/lib/i18n/text';
import type { Day } from '@/lib/paper/types';
import type { Reading } from './reading';

/**
 * The answer for a day, held against the days that its papers name. One without a day is of the day that was asked for. One
 * of another day is left out by name, like a record that cannot be read: who gets it may have been given another list.
 *
 * @throws SourceFailure where there are papers of other days only
 */
export function ofDay(readings: readonly Reading[], day: Day): Reading[] {
  const isOfOther = (reading: Reading) => 'paper' in reading && (reading.paper.day ?? day) !== day;
  const others = readings.filter(isOfOther).length;
  const papers = readings.filter((reading) => 'paper' in reading).length;
  if (others > 0 && others === papers) throw nonsense(t('answer.otherDay'));
  return readings.map((reading) => {
    if (!('paper' in reading)) return reading;
    const { paper } = reading;
    return isOfOther(reading)
      ? { title: paper.title, why: t('record.ofDay', { day: paper.day ?? day }) }
      : { paper: { ...paper, day } };
  });
}

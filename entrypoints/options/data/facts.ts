import { countPapers, listDays } from '@/lib/digest/read';
import { bytesName } from '@/lib/i18n/disk';
import { dateName, numberName } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { Day } from '@/lib/paper/types';
import { countShelf } from '@/lib/shelf/store';

/** What is stored, as a person reads it. */
export interface Facts {
  papers: string;
  days: string;
  shelf: string;
  /** On disk, over all. */
  space: string;
}

/** Each store answers for itself: what one of them holds is told though another cannot be read. */
export async function readFacts(): Promise<{ facts: Partial<Facts>; problems: unknown[] }> {
  const settled = await Promise.allSettled([digestFacts(), shelfFacts(), spaceFacts()]);
  return {
    facts: Object.assign({}, ...settled.map((one) => (one.status === 'fulfilled' ? one.value : {}))),
    problems: settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])),
  };
}

async function digestFacts(): Promise<Pick<Facts, 'papers' | 'days'>> {
  const [papers, days] = await Promise.all([countPapers(), listDays()]);
  return { papers: numberName(papers), days: daysHeld(days) };
}

async function shelfFacts(): Promise<Pick<Facts, 'shelf'>> {
  return { shelf: t('general.papers', { count: await countShelf() }) };
}

async function spaceFacts(): Promise<Pick<Facts, 'space'>> {
  return { space: bytesName((await navigator.storage.estimate()).usage ?? 0) };
}

function daysHeld(days: readonly { day: Day }[]): string {
  const [newest, oldest] = [days[0], days.at(-1)];
  if (!newest || !oldest) return t('general.none');
  if (newest === oldest) return dateName(newest.day);
  return t('data.daysFrom', {
    count: days.length,
    first: dateName(oldest.day),
    last: dateName(newest.day),
  });
}

import { breathe } from '@/lib/digest/import/breathe';
import { type DayState, dayStates, idsOfDay } from '@/lib/digest/archive';
import { getPapers } from '@/lib/digest/store';
import { watcher } from '@/lib/digest/watch/matches';
import type { Day } from '@/lib/paper/types';
import type { WatchWord } from '@/lib/settings/digest';
import { DayBuilder, type DayFacts, watchKey } from './facts';
import { type CataloguedDay, keepDays, readDays, writeDay } from './store';

/** Papers read at a time: a few milliseconds' work. */
const batch = 50;

interface ReadingOptions {
  words: readonly WatchWord[];
  /** Gets the days of a month, newest first, as soon as they are known. */
  onMonth(days: DayFacts[]): void;
  signal: AbortSignal;
}

/**
 * Goes through the archive from its newest month to its oldest. A day that the catalogue holds as it is takes no reading
 * of papers; any other is catalogued anew, in small steps between which the page can paint. Ends early, without an
 * error, once `signal` aborts.
 */
export async function readCatalogue({ words, onMonth, signal }: ReadingOptions): Promise<void> {
  const states = await dayStates();
  const months = Map.groupBy(states, ({ day }) => day.slice(0, 7));
  for (const days of months.values()) {
    const month = await readMonth(days, words, signal);
    if (signal.aborted) return;
    onMonth(month);
    await breathe();
  }
  await keepDays(new Set(states.map(({ day }) => day)));
}

/** @param states of days of one month, newest first */
async function readMonth(
  states: readonly DayState[],
  words: readonly WatchWord[],
  signal: AbortSignal,
): Promise<DayFacts[]> {
  const [newest, oldest] = [states[0], states.at(-1)];
  if (!newest || !oldest) return [];
  const known = new Map((await readDays(oldest.day, newest.day)).map((day) => [day.day, day]));
  const month: DayFacts[] = [];
  for (const { day, stamp } of states) {
    if (signal.aborted) break;
    const catalogued = known.get(day);
    const isCurrent = catalogued?.stamp === stamp && words.every((word) => watchKey(word) in catalogued.watched);
    const { watched, ...facts } = isCurrent ? catalogued : await catalogue(day, stamp, words);
    month.push({ ...facts, watched: ofWords(watched, words) });
  }
  return month;
}

/** Without words that nobody watches for any longer. */
function ofWords(watched: DayFacts['watched'], words: readonly WatchWord[]): DayFacts['watched'] {
  return Object.fromEntries(words.map((word) => [watchKey(word), watched[watchKey(word)] ?? []]));
}

async function catalogue(day: Day, stamp: string, words: readonly WatchWord[]): Promise<CataloguedDay> {
  const builder = new DayBuilder(day, words);
  const look = watcher(words);
  const ids = await idsOfDay(day);
  for (let at = 0; at < ids.length; at += batch) {
    for (const paper of await getPapers(ids.slice(at, at + batch))) {
      // It may have left since its day was asked.
      if (paper) builder.add(paper, look(paper));
    }
    await breathe();
  }
  const { facts, keywords } = builder.build();
  const catalogued = { ...facts, stamp };
  await writeDay(catalogued, keywords);
  return catalogued;
}

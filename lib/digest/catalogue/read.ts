import { type DayState, dayStates, idsOfDay } from '@/lib/digest/archive';
import { getPapers } from '@/lib/digest/read';
import { watcher } from '@/lib/digest/watch/matches';
import type { WatchWord } from '@/lib/settings/digest';
import { DayBuilder, type DayFacts, watchKey } from './facts';
import { type Catalogued, keepDays, readDays, writeDays } from './store';

/** Papers read at a time: a few milliseconds' work. */
const batch = 50;
/** Days read at once: the disk works on some while others are taken in. */
const atOnce = 6;

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
  const isCurrent = ({ day, stamp }: DayState) => {
    const catalogued = known.get(day);
    return catalogued?.stamp === stamp && words.every((word) => watchKey(word) in catalogued.watched);
  };
  const stale = states.filter((state) => !isCurrent(state));
  for (let at = 0; at < stale.length && !signal.aborted; at += atOnce) {
    const days = stale.slice(at, at + atOnce);
    const anew = await Promise.all(days.map((state) => catalogue(state, words)));
    await writeDays(anew);
    for (const { facts } of anew) known.set(facts.day, facts);
  }
  return states.flatMap(({ day }) => {
    const facts = known.get(day);
    return facts ? { ...facts, watched: ofWords(facts, words) } : [];
  });
}

/** Without words that nobody watches for any longer. */
function ofWords({ watched }: DayFacts, words: readonly WatchWord[]): DayFacts['watched'] {
  return Object.fromEntries(words.map((word) => [watchKey(word), watched[watchKey(word)] ?? []]));
}

async function catalogue({ day, stamp }: DayState, words: readonly WatchWord[]): Promise<Catalogued> {
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
  return { facts: { ...facts, stamp }, keywords };
}

/** Lets the page do whatever else it has to. A timer would make each of a thousand steps wait for nothing. */
const breathe = () =>
  'scheduler' in globalThis
    ? scheduler.postTask(() => {}, { priority: 'background' })
    : new Promise((resolve) => setTimeout(resolve));

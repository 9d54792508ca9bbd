import type { Day } from '@/lib/paper/types';
import type { SourceId } from '../sources/registry';
import { readMeta, writeMeta } from '../store';

/** Half a year. Where more days cannot be read whole it is the form that has changed, and asking again is of no use. */
const mostDays = 200;
/** A record that could not be read as often as this will not be read tomorrow. */
const mostTries = 3;

/** How often each day was answered so in a row. */
type Tries = Record<Day, number>;
type Flaws = Partial<Record<SourceId, Tries>>;

/** Days whose last answer held records nobody could read, and that are worth asking for again, by source. */
export async function flawedDays(): Promise<(source: SourceId) => ReadonlySet<Day>> {
  const flaws = await readFlaws();
  return (source) => {
    const tries = Object.entries(flaws[source] ?? {});
    return new Set(tries.filter(([, count]) => count < mostTries).map(([day]) => day));
  };
}

/** Notes an answer: which of its days, `answered`, held records that nobody could read. */
export async function noteFlaws(
  source: SourceId,
  answered: readonly Day[],
  flawed: ReadonlySet<Day>,
): Promise<void> {
  const flaws = await readFlaws();
  const before = flaws[source] ?? {};
  if (!answered.some((day) => day in before || flawed.has(day))) return;
  const others = Object.entries(before).filter(([day]) => !answered.includes(day));
  const these = answered
    .filter((day) => flawed.has(day))
    .map((day) => [day, (before[day] ?? 0) + 1] as const);
  const newestFirst = [...others, ...these].sort(([one], [other]) => (one < other ? 1 : -1));
  await writeMeta('syncFlaws', { ...flaws, [source]: Object.fromEntries(newestFirst.slice(0, mostDays)) });
}

async function readFlaws(): Promise<Flaws> {
  const flaws = ((await readMeta('syncFlaws')) ?? {}) as Partial<Record<SourceId, Tries | Day[]>>;
  // Earlier versions did not count.
  const counted = (tries: Tries | Day[]) =>
    Array.isArray(tries) ? Object.fromEntries(tries.map((day) => [day, 1])) : tries;
  return Object.fromEntries(Object.entries(flaws).map(([source, tries]) => [source, counted(tries)]));
}

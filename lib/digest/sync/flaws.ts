import type { Day } from '@/lib/paper/types';
import type { SourceId } from '../sources/registry';
import { readMeta, writeMeta } from '../store';

/** Half a year. Where more days cannot be read whole it is the form that has changed, and asking again is of no use. */
const mostDays = 200;

type Flaws = Partial<Record<SourceId, Day[]>>;

/** Days that were answered with records nobody could read, and are to be asked for again. */
export async function flawedDays(source: SourceId): Promise<ReadonlySet<Day>> {
  return new Set((await readFlaws())[source]);
}

/** Notes that the answer for these days was whole, or was not. */
export async function noteFlaws(source: SourceId, days: readonly Day[], areFlawed: boolean): Promise<void> {
  const flaws = await readFlaws();
  const before = flaws[source] ?? [];
  if (!areFlawed && !days.some((day) => before.includes(day))) return;
  const others = before.filter((day) => !days.includes(day));
  const after = [...others, ...(areFlawed ? days : [])].sort().reverse().slice(0, mostDays);
  await writeMeta('syncFlaws', { ...flaws, [source]: after });
}

const readFlaws = async (): Promise<Flaws> => ((await readMeta('syncFlaws')) as Flaws | undefined) ?? {};

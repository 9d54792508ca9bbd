import type { Day, PaperId } from '@/lib/paper/types';
import { compareSources, placesOf } from './places';
import { openDigest, type SourceDay } from './schema';

/** The papers of a day as `papersOfDay` orders them, by their ids alone: for lists that load what is on view. One transaction. */
export async function idsOfDay(day: Day): Promise<PaperId[]> {
  const transaction = (await openDigest()).transaction(['papers', 'days']);
  const records = await transaction.objectStore('days').index('day').getAll(day);
  const sources = records.map(({ source }) => source).sort(compareSources);
  const index = transaction.objectStore('papers').index('places');
  const lists = await Promise.all(sources.map((source) => index.getAllKeys(placesOf(source, day))));
  return [...new Set(lists.flat())];
}

/** A day, and what tells one state of its papers from another. */
export interface DayState {
  day: Day;
  /** Another one once a source or an import has said something new of the day. */
  stamp: string;
}

/** Every day that has papers, newest first. One transaction. */
export async function dayStates(): Promise<DayState[]> {
  const transaction = (await openDigest()).transaction(['days', 'meta']);
  const [records, imports] = await Promise.all([
    transaction.objectStore('days').getAll(),
    // It grows with every paper that is imported, also where no day has more papers than before.
    transaction.objectStore('meta').get('nextOrdinal'),
  ]);
  const days = Map.groupBy(
    records.filter(({ papers }) => papers > 0),
    ({ day }) => day,
  );
  return [...days]
    .map(([day, sources]) => ({ day, stamp: JSON.stringify([imports, ...sources.map(stampOf)]) }))
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

const stampOf = ({ source, papers, own, syncedAt }: SourceDay) => [source, papers, own, syncedAt];

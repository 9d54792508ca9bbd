import type { IDBPTransaction } from 'idb';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import { compareSources, leading, placesOf } from './places';
import { type DigestSchema, openDigest } from './schema';
import type { SourceId } from './sources/registry';

/** A day and the papers on it. */
export interface DayOfPapers {
  day: Day;
  papers: Paper[];
}

type Reading = IDBPTransaction<DigestSchema, ('days' | 'papers')[], 'readonly'>;

const begin = async (): Promise<Reading> => (await openDigest()).transaction(['days', 'papers']);

/** The papers of a day as its sources list them, the leading source first, each paper once. One transaction. */
export async function papersOfDay(day: Day): Promise<Paper[]> {
  return listedOn(await begin(), day);
}

/**
 * The latest day up to `limit` that has papers, and they; where every day is later than that, the latest of all. Undefined
 * where the digest is empty. One transaction, however many days there are.
 */
export async function latestPapers(limit: Day): Promise<DayOfPapers | undefined> {
  const transaction = await begin();
  const day = (await latestDay(transaction, IDBKeyRange.upperBound(limit))) ?? (await latestDay(transaction));
  return day === undefined ? undefined : { day, papers: await listedOn(transaction, day) };
}

async function latestDay(transaction: Reading, range?: IDBKeyRange): Promise<Day | undefined> {
  const days = transaction.objectStore('days').index('day');
  for (let at = await days.openCursor(range, 'prev'); at; at = await at.continue()) {
    if (at.value.own > 0) return at.value.day;
  }
  return undefined;
}

/**
 * The days from `first` to `last` that have papers, latest first. A paper that stands on several is on the latest of them
 * alone. One transaction; days are read one by one, so that no month holds up whoever reads it.
 */
export async function papersBetween(first: Day, last: Day): Promise<DayOfPapers[]> {
  const transaction = await begin();
  const records = await transaction.objectStore('days').index('day').getAll(IDBKeyRange.bound(first, last));
  const latestFirst = [...new Set(records.map(({ day }) => day))].reverse();
  const days = await Promise.all(
    latestFirst.map(async (day) => ({ day, papers: await listedOn(transaction, day) })),
  );
  const listed = new Set<PaperId>();
  return days
    .map(({ day, papers }) => {
      const here = papers.filter(({ id }) => !listed.has(id));
      for (const { id } of here) listed.add(id);
      return { day, papers: here };
    })
    .filter(({ papers }) => papers.length > 0);
}

async function listedOn(transaction: Reading, day: Day): Promise<Paper[]> {
  const places = transaction.objectStore('papers').index('places');
  const listOf = (source: SourceId) => places.getAll(placesOf(source, day));
  // Nearly every day is of the leading source alone: its list is not waited for twice.
  const [led, keys] = await Promise.all([
    listOf(leading),
    transaction.objectStore('days').index('day').getAllKeys(day),
  ]);
  const others = keys.map(([source]) => source).filter((source) => source !== leading);
  const lists = [led, ...(await Promise.all(others.sort(compareSources).map(listOf)))];
  return [...new Map(lists.flat().map(({ paper }) => [paper.id, paper])).values()];
}

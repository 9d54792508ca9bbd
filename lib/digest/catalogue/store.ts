import type { DBSchema, IDBPDatabase } from 'idb';
import { connection, inTransaction } from '@/lib/database';
import type { Day } from '@/lib/paper/types';
import type { DayFacts, DayKeywords } from './facts';

/** A day's facts, and the state of the digest it was made from. */
export interface CataloguedDay extends DayFacts {
  stamp: string;
}

interface CatalogueSchema extends DBSchema {
  days: { key: Day; value: CataloguedDay };
  keywords: { key: Day; value: DayKeywords };
}

/** Nothing in it but what the digest can be asked for again. Of its own: pages write it, and none writes to the digest. */
const openCatalogue: () => Promise<IDBPDatabase<CatalogueSchema>> = connection<CatalogueSchema>(
  'catalogue',
  1,
  (database) => {
    database.createObjectStore('days', { keyPath: 'day' });
    database.createObjectStore('keywords', { keyPath: 'day' });
  },
  { rebuildable: true },
);

/** Days from `first` to `last`, both included, oldest first. */
export async function readDays(first: Day, last: Day): Promise<CataloguedDay[]> {
  return (await openCatalogue()).getAll('days', IDBKeyRange.bound(first, last));
}

/** The keywords of the days from `first` to `last`, both included, oldest first. */
export async function readKeywords(first: Day, last: Day): Promise<DayKeywords[]> {
  return (await openCatalogue()).getAll('keywords', IDBKeyRange.bound(first, last));
}

/** A day with all that the catalogue has of it. */
export interface Catalogued {
  facts: CataloguedDay;
  keywords: DayKeywords;
}

export async function writeDays(days: readonly Catalogued[]): Promise<void> {
  if (days.length === 0) return;
  await inTransaction(await openCatalogue(), ['days', 'keywords'], async (transaction) => {
    const [facts, words] = [transaction.objectStore('days'), transaction.objectStore('keywords')];
    await Promise.all(days.flatMap((day) => [facts.put(day.facts), words.put(day.keywords)]));
  });
}

/** Forgets every day but these. */
export async function keepDays(days: ReadonlySet<Day>): Promise<void> {
  await inTransaction(await openCatalogue(), ['days', 'keywords'], async (transaction) => {
    const store = transaction.objectStore('days');
    const gone = (await store.getAllKeys()).filter((day) => !days.has(day));
    await Promise.all(
      gone.flatMap((day) => [store.delete(day), transaction.objectStore('keywords').delete(day)]),
    );
  });
}

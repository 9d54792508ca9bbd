import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { titleKeysOf } from '@/lib/match/title-id';
import type { Day, Paper } from '@/lib/paper/types';
import { leading, type Place } from './places';
import type { DigestSchema, SourceDay, StoredPaper } from './schema';

/** Papers taken at a time: one by one takes far longer, all at once fills the memory. */
const batch = 500;

type Upgrading = IDBPTransaction<DigestSchema, StoreNames<DigestSchema>[], 'versionchange'>;

/** Brings the digest from `oldVersion` (0: new) to the current version, step by step. A step that fails undoes all. */
export function upgrade(
  database: IDBPDatabase<DigestSchema>,
  oldVersion: number,
  transaction: Upgrading,
): void {
  if (oldVersion < 1) create(database);
  if (oldVersion === 1) addSources(database, transaction).catch(() => transaction.abort());
}

function create(database: IDBPDatabase<DigestSchema>): void {
  const papers = database.createObjectStore('papers', { keyPath: 'paper.id' });
  papers.createIndex('places', 'places', { multiEntry: true });
  papers.createIndex('titleKeys', 'titleKeys', { multiEntry: true });
  createDays(database);
  database.createObjectStore('changes', { autoIncrement: true });
  database.createObjectStore('candidates');
  database.createObjectStore('segments');
  database.createObjectStore('meta');
}

function createDays(database: IDBPDatabase<DigestSchema>): void {
  const days = database.createObjectStore('days', { keyPath: ['source', 'day'] });
  days.createIndex('day', 'day');
}

/** A paper and a day of version 1, which knew one source. */
interface FirstPaper {
  paper: Paper;
  place?: [day: Day, ordinal: number];
  imported: boolean;
}
type FirstDay = Pick<SourceDay, 'day' | 'papers' | 'complete' | 'syncedAt'>;

async function addSources(database: IDBPDatabase<DigestSchema>, transaction: Upgrading): Promise<void> {
  const days = (await transaction.objectStore('days').getAll()) as FirstDay[];
  database.deleteObjectStore('days');
  createDays(database);
  database.createObjectStore('changes', { autoIncrement: true });
  const papers = transaction.objectStore('papers');
  (papers as unknown as { deleteIndex(name: string): void }).deleteIndex('place');
  papers.createIndex('places', 'places', { multiEntry: true });
  for (const day of days) {
    const record: SourceDay = { source: leading, ...day, own: day.papers, etags: [] };
    await transaction.objectStore('days').put(record);
  }
  for (let after: IDBKeyRange | undefined; ; ) {
    const read = (await papers.getAll(after, batch)) as unknown as FirstPaper[];
    const last = read.at(-1);
    if (!last) break;
    after = IDBKeyRange.lowerBound(last.paper.id, true);
    await Promise.all(read.map((stored) => papers.put(withSource(stored))));
  }
  // The index has another form now: it is built anew.
  await transaction.objectStore('candidates').clear();
  await transaction.objectStore('segments').clear();
  await transaction.objectStore('meta').delete('indexDirty');
}

function withSource({ paper, place, imported }: FirstPaper): StoredPaper {
  const places: Place[] = place ? [[leading, ...place]] : [];
  const importedOn = imported && place ? { importedOn: place[0] } : {};
  return { paper, places, titleKeys: titleKeysOf(paper), imported, ...importedOn };
}

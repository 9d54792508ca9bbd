import type { IDBPTransaction, StoreNames } from 'idb';
import { inTransaction } from '@/lib/database';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import { type DayRecord, type DigestSchema, openDigest, type StoredPaper } from './schema';
import { titleKeysOf } from './title-id';
import { type Renamed, type UpsertResult, WorkingSet } from './working-set';

export type { DayRecord, UpsertResult };
export { openDigest };

export async function getPaper(id: PaperId): Promise<Paper | undefined> {
  return (await (await openDigest()).get('papers', id))?.paper;
}

/** Papers in the order of `ids`, `undefined` for those the digest does not hold. One transaction. */
export async function getPapers(ids: readonly PaperId[]): Promise<(Paper | undefined)[]> {
  const { store } = (await openDigest()).transaction('papers');
  return Promise.all(ids.map(async (id) => (await store.get(id))?.paper));
}

export async function countPapers(): Promise<number> {
  return (await openDigest()).count('papers');
}

/** Every day the digest knows of, newest first. */
export async function listDays(): Promise<DayRecord[]> {
  return (await (await openDigest()).getAll('days')).reverse();
}

/** The papers of a day as the source lists them. */
export async function papersOfDay(day: Day): Promise<Paper[]> {
  const stored = await (await openDigest()).getAllFromIndex('papers', 'place', placesOf(day));
  return stored.map(({ paper }) => paper);
}

/** Up to `count` papers in order of id, beginning after `after`, or with the first. Empty at the end. */
export async function readBatch(after: PaperId | undefined, count: number): Promise<Paper[]> {
  const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
  return (await (await openDigest()).getAll('papers', range, count)).map(({ paper }) => paper);
}

/** Adds imported papers or merges them with what is known of them; never removes one. One transaction. */
export async function addPapers(papers: readonly Paper[]): Promise<UpsertResult> {
  return inTransaction(await openDigest(), written, async (transaction) => {
    const working = await loadAround(transaction, papers, []);
    for (const paper of papers) working.add(paper, true);
    const result = working.result;
    await write(transaction, working);
    return result;
  });
}

/**
 * Makes a day hold exactly `papers`, in this order, with the record that vouches for it: one transaction. A paper that
 * is no longer listed is removed; one that was imported stays known, but on no day.
 */
export async function replaceDay(
  day: Day,
  papers: readonly Paper[],
  { complete, syncedAt }: Pick<DayRecord, 'complete' | 'syncedAt'>,
): Promise<UpsertResult> {
  return inTransaction(await openDigest(), written, async (transaction) => {
    const before = await transaction.objectStore('papers').index('place').getAll(placesOf(day));
    const working = await loadAround(transaction, papers, before);
    const left = working.clearDay(day);
    for (const paper of papers) working.add({ ...paper, day }, false);
    working.dropHomeless(left);
    const result = working.result;
    await write(transaction, working, { day, papers: 0, complete, syncedAt });
    return result;
  });
}

export async function readMeta(key: string): Promise<unknown> {
  return (await openDigest()).get('meta', key);
}

export async function writeMeta(key: string, value: unknown): Promise<void> {
  await (await openDigest()).put('meta', value, key);
}

/**
 * Writes `value` only where `expected` still stands, compared with `===`. One transaction: no write of anyone else
 * falls between the look and the change.
 *
 * @returns whether it was written
 */
export async function settleMeta(key: string, expected: unknown, value: unknown): Promise<boolean> {
  return inTransaction(await openDigest(), ['meta'], async (transaction) => {
    const meta = transaction.objectStore('meta');
    if ((await meta.get(key)) !== expected) return false;
    await meta.put(value, key);
    return true;
  });
}

/**
 * Papers that got another id and that the shelf has not followed yet, oldest first. Committed with the papers, so that a
 * worker killed in between finds them when it is next woken.
 */
export async function pendingRenames(): Promise<Renamed[]> {
  return ((await readMeta('renames')) as Renamed[] | undefined) ?? [];
}

/** Forgets the oldest `count` renames, once the shelf has followed them. */
export async function forgetRenames(count: number): Promise<void> {
  await inTransaction(await openDigest(), ['meta'], async (transaction) => {
    const meta = transaction.objectStore('meta');
    const pending = ((await meta.get('renames')) as Renamed[] | undefined) ?? [];
    await meta.put(pending.slice(count), 'renames');
  });
}

/** What verification reads: any structured-clone value, `undefined` before the first `writeCandidates`. */
export async function readCandidates(): Promise<unknown> {
  return (await openDigest()).get('candidates', 'current');
}

export async function writeCandidates(value: unknown): Promise<void> {
  await (await openDigest()).put('candidates', value, 'current');
}

/** A piece of the search index: any structured-clone value. */
export async function readSegment(name: string): Promise<unknown> {
  return (await openDigest()).get('segments', name);
}

export async function writeSegment(name: string, value: unknown): Promise<void> {
  await (await openDigest()).put('segments', value, name);
}

const written = ['papers', 'days', 'meta'] satisfies StoreNames<DigestSchema>[];
type Writing = IDBPTransaction<DigestSchema, (typeof written)[number][], 'readwrite'>;

/** Every place of a day: arrays sort after numbers. */
const placesOf = (day: Day) => IDBKeyRange.bound([day], [day, []]);

/** What the store holds of these papers, by id and by title, together with `known`. */
async function loadAround(
  transaction: Writing,
  papers: readonly Paper[],
  known: StoredPaper[],
): Promise<WorkingSet> {
  const store = transaction.objectStore('papers');
  const byTitle = store.index('titleKeys');
  const keys = new Set(papers.flatMap(titleKeysOf));
  const [next, sameId, sameTitle] = await Promise.all([
    transaction.objectStore('meta').get('nextOrdinal'),
    Promise.all(papers.map(({ id }) => store.get(id))),
    Promise.all([...keys].map((key) => byTitle.getAll(key))),
  ]);
  const found = [...sameId.filter((stored) => stored !== undefined), ...sameTitle.flat()];
  return new WorkingSet([...known, ...found], typeof next === 'number' ? next : 0);
}

async function write(transaction: Writing, working: WorkingSet, replaced?: DayRecord): Promise<void> {
  const papers = transaction.objectStore('papers');
  const days = transaction.objectStore('days');
  const meta = transaction.objectStore('meta');
  const { renamed } = working.result;
  const pending = ((await meta.get('renames')) as Renamed[] | undefined) ?? [];
  const counts = (day: Day) => papers.index('place').count(placesOf(day));
  // Each in an async function of its own: a value that cannot be stored makes `put` throw at once, and the requests
  // made before it must still have someone waiting for them when they are aborted.
  await Promise.all([
    ...[...working.changed.values()].map(async (stored) => papers.put(stored)),
    ...[...working.removed].map(async (id) => papers.delete(id)),
    meta.put(working.next, 'nextOrdinal'),
    meta.put([...pending, ...renamed], 'renames'),
    // Committed with the papers, so that a worker killed before it rebuilt the index does so when it is next woken.
    meta.put(true, 'indexDirty'),
    ...[...working.days].map(async (day) => {
      const [count, known] = await Promise.all([counts(day), days.get(day)]);
      const record = replaced?.day === day ? replaced : known;
      const { complete, syncedAt } = record ?? { complete: false, syncedAt: 0 };
      if (count === 0 && !record?.syncedAt) await days.delete(day);
      else await days.put({ day, papers: count, complete, syncedAt });
    }),
  ]);
}

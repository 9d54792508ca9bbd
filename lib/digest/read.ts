import { inTransaction } from '@/lib/database';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import { placesOf } from './places';
import { openDigest, type SourceDay, type StoredPaper } from './schema';
import type { SourceId } from './sources/registry';
import type { Renamed, UpsertResult } from './working-set';

export { papersOfDay } from './by-day';
export type { SourceDay, UpsertResult };
export { openDigest };

/** A day of the digest. */
export interface DayRecord {
  day: Day;
  /** Papers that any source lists on it. */
  papers: number;
}

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

/** Every day the digest knows of, over all sources, newest first. */
export async function listDays(): Promise<DayRecord[]> {
  const days = new Map<Day, number>();
  for (const { day, own } of await (await openDigest()).getAll('days'))
    days.set(day, (days.get(day) ?? 0) + own);
  return [...days].map(([day, papers]) => ({ day, papers })).sort((a, b) => (a.day < b.day ? 1 : -1));
}

/** Every day that a source was asked for or an import named, newest first. */
export async function sourceDays(source: SourceId): Promise<SourceDay[]> {
  const range = IDBKeyRange.bound([source], [source, []]);
  return (await (await openDigest()).getAll('days', range)).reverse();
}

/** The papers that one source lists on a day, in its order. */
export async function papersListed(source: SourceId, day: Day): Promise<Paper[]> {
  const found = await (await openDigest()).getAllFromIndex('papers', 'places', placesOf(source, day));
  return found.map(({ paper }) => paper);
}

/** The papers of a day of one source that no other source lists and no import brought. */
export async function papersOnlyOf(source: SourceId, day: Day): Promise<Paper[]> {
  const found = await (await openDigest()).getAllFromIndex('papers', 'places', placesOf(source, day));
  const isOnly = ({ imported, places }: StoredPaper) =>
    !imported && places.every(([other]) => other === source);
  return found.filter(isOnly).map(({ paper }) => paper);
}

/** Up to `count` papers in order of id, beginning after `after`, or with the first. Empty at the end. */
export async function readBatch(after: PaperId | undefined, count: number): Promise<Paper[]> {
  const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
  return (await (await openDigest()).getAll('papers', range, count)).map(({ paper }) => paper);
}

export async function readMeta(key: string): Promise<unknown> {
  return (await openDigest()).get('meta', key);
}

/** Several at one moment, in the order of `keys`. */
export async function readMetas(keys: readonly string[]): Promise<unknown[]> {
  const { store } = (await openDigest()).transaction('meta');
  return Promise.all(keys.map((key) => store.get(key)));
}

export async function writeMeta(key: string, value: unknown): Promise<void> {
  await (await openDigest()).put('meta', value, key);
}

/**
 * Papers that got another id and that the shelf has not followed yet, oldest first. Committed with the papers, so that a
 * worker killed in between finds them when it is next woken.
 */
export async function pendingRenames(): Promise<Renamed[]> {
  return ((await readMeta('renames')) as Renamed[] | undefined) ?? [];
}

/** Forgets these renames, once the shelf has followed them, and none that were noted since. */
export async function forgetRenames(followed: readonly Renamed[]): Promise<void> {
  await inTransaction(await openDigest(), ['meta'], async (transaction) => {
    const meta = transaction.objectStore('meta');
    const pending = ((await meta.get('renames')) as Renamed[] | undefined) ?? [];
    const isFollowed = ({ from, to }: Renamed) =>
      followed.some((rename) => rename.from === from && rename.to === to);
    await meta.put(
      pending.filter((rename) => !isFollowed(rename)),
      'renames',
    );
  });
}

/** What the index does not know of yet. */
export interface PendingChanges {
  /** Papers added, changed or removed; each once. */
  ids: PaperId[];
  /** To forget these changes with, and none that are noted later. */
  upTo: number;
}

/** The papers that changed since the index was last brought up to date; `undefined` where none did. */
export async function pendingChanges(): Promise<PendingChanges | undefined> {
  const { store } = (await openDigest()).transaction('changes');
  const [notes, keys] = await Promise.all([store.getAll(), store.getAllKeys()]);
  const upTo = keys.at(-1);
  if (upTo === undefined) return undefined;
  return {
    ids: [...new Set(notes.flatMap(({ ids }) => ids))],
    upTo,
  };
}

/** Forgets changes once the index shows them. */
export async function forgetChanges({ upTo }: PendingChanges): Promise<void> {
  await (await openDigest()).delete('changes', IDBKeyRange.upperBound(upTo));
}

/** What pieces the search index has: a structured-clone value, `undefined` before the first `writeManifest`. */
export async function readManifest(): Promise<unknown> {
  return (await openDigest()).get('segments', manifestKey);
}

/** Pieces of the search index by name, `undefined` for those that are gone. One transaction. */
export async function readSegments(names: readonly string[]): Promise<Map<string, unknown>> {
  const { store } = (await openDigest()).transaction('segments');
  return new Map(await Promise.all(names.map(async (name) => [name, await store.get(name)] as const)));
}

/** Adds pieces of the search index, which searches know of once the manifest names them. One transaction. */
export async function writeSegments(pieces: ReadonlyMap<string, unknown>): Promise<void> {
  await inTransaction(await openDigest(), ['segments'], async (transaction) => {
    const store = transaction.objectStore('segments');
    await Promise.all([...pieces].map(([name, piece]) => store.put(piece, name)));
  });
}

/**
 * Puts a manifest of the search index in place of the one before, and removes the pieces that it does not name. One
 * transaction.
 */
export async function writeManifest(manifest: unknown, names: ReadonlySet<string>): Promise<void> {
  await inTransaction(await openDigest(), ['segments'], async (transaction) => {
    const store = transaction.objectStore('segments');
    const gone = (await store.getAllKeys()).filter((name) => !names.has(name));
    await Promise.all([...gone.map((name) => store.delete(name)), store.put(manifest, manifestKey)]);
  });
}

const manifestKey = 'manifest';

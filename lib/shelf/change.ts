import type { IDBPObjectStore, StoreNames } from 'idb';
import { inTransaction } from '@/lib/database';
import { announce } from '@/lib/messages';
import type { PaperId } from '@/lib/paper/types';
import { openShelf, type ShelfSchema } from './database';
import { withoutRoom } from './room';
import { isSame } from './same';
import type { ShelfEntry } from './types';

/** One entry as it was and as it is. Undefined: there was none, or is none any more. */
export interface EntryChange {
  id: PaperId;
  before: ShelfEntry | undefined;
  after: ShelfEntry | undefined;
}

/** What takes a change back: give it to `undo`. Plain data, which may be kept and sent as long as it is of use. */
export type Undo = readonly EntryChange[];

/** What was done. */
export interface Change {
  /** The entries that were asked about, as they are now, in the order asked for; without those that do not exist. */
  entries: ShelfEntry[];
  /** Empty where nothing had to be changed. */
  undo: Undo;
}

export type EntryStore = IDBPObjectStore<ShelfSchema, StoreNames<ShelfSchema>[], 'entries', 'readwrite'>;

/**
 * Writes entries in one transaction, so that two windows never undo each other's work, and tells every context.
 *
 * @param plan what entries should be; it may wait for nothing but requests of `store`
 * @throws Error with one plain sentence where there is no room or the shelf cannot be opened; then nothing has changed
 */
export async function writeEntries(
  plan: (store: EntryStore, now: number) => Promise<EntryChange[]>,
): Promise<Undo> {
  const database = await openShelf();
  const changes = await inTransaction(database, ['entries'], async (transaction) => {
    const store = transaction.objectStore('entries') as unknown as EntryStore;
    const planned = await plan(store, Date.now());
    const real = planned.filter(({ before, after }) => !isSame(before, after));
    await Promise.all(real.map(async ({ id, after }) => (after ? store.put(after) : store.delete(id))));
    return real;
  }).catch((error: unknown) => {
    throw withoutRoom(error, 'failure.noRoomForChange');
  });
  if (changes.length > 0) announce('shelf');
  return changes;
}

/** Changes each of the entries with these ids by itself. `edit` gets undefined, and may return it, where there is none. */
export async function editEntries(
  ids: readonly PaperId[],
  edit: (known: ShelfEntry | undefined, now: number, id: PaperId) => ShelfEntry | undefined,
): Promise<Change> {
  const entries: ShelfEntry[] = [];
  const undo = await writeEntries(async (store, now) => {
    const asked = [...new Set(ids)];
    const known = await Promise.all(asked.map((id) => store.get(id)));
    return asked.map((id, at) => {
      const before = known[at];
      const after = edit(before, now, id) ?? before;
      if (after) entries.push(after);
      return { id, before, after };
    });
  });
  return { entries, undo };
}

type Fields = { [Field in keyof ShelfEntry]?: ShelfEntry[Field] | undefined };

/**
 * An entry with some fields changed (undefined: taken away), and the time of it; the entry itself where that changes
 * nothing. A clock that was set back makes no change older than the one before it.
 */
export function changed(entry: ShelfEntry, fields: Fields, now: number): ShelfEntry {
  const next = { ...entry, ...fields };
  if (isSame(entry, next)) return entry;
  const present = Object.entries(next).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(present) as unknown as ShelfEntry),
    updatedAt: Math.max(now, entry.updatedAt + 1),
  };
}

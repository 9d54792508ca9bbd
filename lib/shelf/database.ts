import type { DBSchema, IDBPDatabase } from 'idb';
import { connection } from '@/lib/database';
import type { PaperId } from '@/lib/paper/types';
import type { Look } from './look';
import type { ShelfEntry } from './types';

export interface ShelfSchema extends DBSchema {
  entries: {
    key: PaperId;
    value: ShelfEntry;
    indexes: { addedAt: number; removedAt: number; otherIds: PaperId };
  };
  /** What was last seen of each paper. Beside the shelf, for it too is the user's own and cannot be had again. */
  looks: { key: PaperId; value: Look; indexes: { seenAt: number } };
}

/**
 * The shelf is precious: its own database, which nothing in the code deletes. An entry goes only where another one has
 * taken in all it held, or where the change that made it is taken back.
 */
export const openShelf: () => Promise<IDBPDatabase<ShelfSchema>> = connection<ShelfSchema>(
  'shelf',
  3,
  (database, oldVersion, transaction) => {
    if (oldVersion < 1) {
      database.createObjectStore('entries', { keyPath: 'id' }).createIndex('addedAt', 'addedAt');
    }
    if (oldVersion < 2) {
      database.createObjectStore('looks', { keyPath: 'id' }).createIndex('seenAt', 'seenAt');
    }
    if (oldVersion < 3) {
      const entries = transaction.objectStore('entries');
      // Holds only entries that are off the shelf: those on it can be counted without reading them.
      entries.createIndex('removedAt', 'removedAt');
      entries.createIndex('otherIds', 'otherIds', { multiEntry: true });
    }
  },
  { rebuildable: false },
);

import type { DBSchema, IDBPDatabase } from 'idb';
import { connection } from '@/lib/database';
import type { PaperId } from '@/lib/paper/types';
import type { Look } from './look';
import type { ShelfEntry } from './types';

export interface ShelfSchema extends DBSchema {
  entries: { key: PaperId; value: ShelfEntry; indexes: { addedAt: number } };
  /** What was last seen of each paper. Beside the shelf, for it too is the user's own and cannot be had again. */
  looks: { key: PaperId; value: Look; indexes: { seenAt: number } };
}

/** The shelf is precious: its own database, and nothing in the code deletes it or any entry of it. */
export const openShelf: () => Promise<IDBPDatabase<ShelfSchema>> = connection<ShelfSchema>(
  'shelf',
  2,
  (database, oldVersion) => {
    if (oldVersion < 1) {
      database.createObjectStore('entries', { keyPath: 'id' }).createIndex('addedAt', 'addedAt');
    }
    if (oldVersion < 2) {
      database.createObjectStore('looks', { keyPath: 'id' }).createIndex('seenAt', 'seenAt');
    }
  },
  { rebuildable: false },
);

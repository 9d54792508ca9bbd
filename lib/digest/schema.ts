import type { DBSchema, IDBPDatabase } from 'idb';
import { connection } from '@/lib/database';
import type { Day, Paper, PaperId } from '@/lib/paper/types';

/** A day of the digest, and what is known of it. */
export interface DayRecord {
  day: Day;
  /** Papers in the store that the digest lists on this day. */
  papers: number;
  /** True once the whole day came from the source; false while it only holds what was imported. */
  complete: boolean;
  /** Milliseconds since 1970 of the last answer from the source; 0: never asked. */
  syncedAt: number;
}

/** A paper and what only the store needs of it. */
export interface StoredPaper {
  paper: Paper;
  /** The day and the paper's place in it; absent where the paper is on no day, so that the index leaves it out. */
  place?: [day: Day, ordinal: number];
  /** Folded title and aliases. */
  titleKeys: string[];
  /** Came by import, and so outlives the replacement of its day. */
  imported: boolean;
}

export interface DigestSchema extends DBSchema {
  papers: {
    key: PaperId;
    value: StoredPaper;
    indexes: { place: [Day, number]; titleKeys: string };
  };
  days: { key: Day; value: DayRecord };
  /** The blob that verification reads, under one key. */
  candidates: { key: string; value: unknown };
  /** Pieces of the search index, by name. */
  segments: { key: string; value: unknown };
  meta: { key: string; value: unknown };
}

/**
 * Opens the digest: papers, days, and what is computed from them. All of it can be built again from the source.
 * A damaged one is begun anew. Rejects where a newer version of the extension wrote it.
 */
export const openDigest: () => Promise<IDBPDatabase<DigestSchema>> = connection<DigestSchema>(
  'digest',
  1,
  (database, oldVersion) => {
    if (oldVersion < 1) {
      const papers = database.createObjectStore('papers', { keyPath: 'paper.id' });
      papers.createIndex('place', 'place');
      papers.createIndex('titleKeys', 'titleKeys', { multiEntry: true });
      database.createObjectStore('days', { keyPath: 'day' });
      database.createObjectStore('candidates');
      database.createObjectStore('segments');
      database.createObjectStore('meta');
    }
  },
  { rebuildable: true },
);

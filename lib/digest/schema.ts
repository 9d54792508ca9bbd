import type { DBSchema, IDBPDatabase } from 'idb';
import { connection } from '@/lib/database';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import type { Accounts } from './accounts';
import type { Place } from './places';
import type { SourceId } from './sources/registry';
import { upgrade } from './upgrade';

/** A day of one source, and what is known of it. */
export interface SourceDay {
  source: SourceId;
  day: Day;
  /** Papers in the store that stand on this day: those the source lists, and for the leading one what was imported. */
  papers: number;
  /** Of these, the ones that stand on this day for no source before it: over all sources they add up to the day's papers. */
  own: number;
  /** True once the whole day came from the source; false while it only holds what was imported. */
  complete: boolean;
  /** Milliseconds since 1970 of the last answer from the source; 0: never asked. */
  syncedAt: number;
  /** Validators of the source's last answer, in order. */
  etags: string[];
}

/** A paper and what only the store needs of it. */
export interface StoredPaper {
  /** As all that speak of it have it. */
  paper: Paper;
  /** What each of them said, where there are several. */
  accounts?: Accounts;
  /** Every day that lists the paper. */
  places: Place[];
  /** Hashes of the folded title and aliases. */
  titleKeys: number[];
  /** Came by import, and so outlives the days that list it. */
  imported: boolean;
  /** The day that an import named last: the paper stands there where its source lists it nowhere. */
  importedOn?: Day;
}

/** The papers that a write added, changed or removed, and the days or months they are found under, or were. */
export interface Change {
  ids: PaperId[];
  dates: string[];
}

export interface DigestSchema extends DBSchema {
  papers: {
    key: PaperId;
    value: StoredPaper;
    indexes: { places: Place; titleKeys: number };
  };
  days: { key: [SourceId, Day]; value: SourceDay; indexes: { day: Day } };
  /** What each write since the index was last brought up to date means for it. */
  changes: { key: number; value: Change };
  /** What verification reads (`current`), and what the next update of the index goes on with (`ledger` and its form). */
  candidates: { key: string; value: unknown };
  /** Pieces of the title search, by month. */
  segments: { key: string; value: unknown };
  meta: { key: string; value: unknown };
}

/**
 * Opens the digest: papers, days, and what is computed from them. A damaged one is begun anew: the next sync brings back
 * what sources list. Papers that only an import brought, renames that the shelf has not followed and the wish for a sync
 * are lost then; the shelf has a database of its own. Rejects where a newer version of the extension wrote it.
 */
export const openDigest: () => Promise<IDBPDatabase<DigestSchema>> = connection<DigestSchema>(
  'digest',
  2,
  upgrade,
  { rebuildable: true },
);

import type { Paper, PaperId } from '../paper/types';

export type ReadingStatus = 'to-read' | 'reading' | 'read';

/** Times are milliseconds since 1970. Entries carry their own times so that two shelves merge alike in any order. */
export interface ShelfEntry {
  id: PaperId;
  /** A whole copy: the shelf outlives the digest. */
  paper: Paper;
  status: ReadingStatus;
  tags: string[];
  note: string;
  addedAt: number;
  updatedAt: number;
  /** Set while the entry is off the shelf; kept so that a removal can be undone and merged. */
  removedAt?: number;
}

import type { Paper, PaperId } from '../paper/types';

/** How far someone has come with a paper, in the order of progress. */
export const readingStatuses = ['to-read', 'reading', 'read'] as const;
export type ReadingStatus = (typeof readingStatuses)[number];

/** Times are milliseconds since 1970. Entries carry their own times so that two shelves merge alike in any order. */
export interface ShelfEntry {
  id: PaperId;
  /** A whole copy: the shelf outlives the digest. */
  paper: Paper;
  status: ReadingStatus;
  /** Sorted, each once; see `cleanTag`. */
  tags: string[];
  /** Plain text with line breaks. */
  note: string;
  addedAt: number;
  updatedAt: number;
  /** Set while the entry is off the shelf; kept so that a removal can be undone and merged. */
  removedAt?: number;
  /** Other arXiv numbers and DOIs of the same paper, sorted: those of entries that became one with this one. */
  otherIds?: PaperId[];
  /** The citation key the paper had in a file it came from, where that is not the one we would give it. */
  citationKey?: string;
}

import type { Paper } from '@/lib/paper/types';

/** A record that was left out. `line` and `index` count from 1; `index` is the place in a JSON array. */
export type Skipped = ({ line: number } | { index: number }) & { title?: string; why: string };

export interface ImportReport {
  /** Distinct papers that were read. */
  papers: number;
  /** Of those, papers the digest did not know. */
  added: number;
  /** Papers it knew already, and that may now be richer. */
  merged: number;
  /** Papers for which the file names no day: no day's list gains them. */
  undated: number;
  skipped: Skipped[];
  /** The file broke off (a gzip file cut short): what stood before that was imported. */
  endsEarly: boolean;
}

export interface ImportProgress {
  papers: number;
  skipped: number;
  bytesRead: number;
  bytesTotal: number;
}

/** Takes a batch of papers, at most 100, and resolves when they are stored. */
export type Sink = (papers: Paper[]) => Promise<{ added: number; merged: number }>;

/** A file that is no digest. The message is one sentence that names the line at fault. Nothing was stored. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

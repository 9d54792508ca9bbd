/** A record that was left out, and where it stands. `line` and `item` count from 1. */
export interface Skipped {
  place: { line: number } | { item: number };
  title?: string;
  /** Goes on from "it was left out: ". */
  why: string;
}

export type SkippedLine = Skipped & { place: { line: number } };

/** A file that cannot be read at all. The message is one sentence. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

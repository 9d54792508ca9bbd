import type { Paper, PaperId } from '../paper/types';
import type { Problem } from './query/query';

/** The parts of a paper that are searched; `tag` and `note` are the reader's own, from the shelf. A summary counts as abstract. */
export const fields = ['abstract', 'title', 'author', 'keyword', 'organization', 'tag', 'note'] as const;
export type Field = (typeof fields)[number];

/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  start: number;
  end: number;
}

type ReadingState = 'to-read' | 'reading' | 'read';

/** What a search over the shelf knows of an entry, beside its paper. */
export interface Shelved {
  paper: Paper;
  status: ReadingState;
  tags: readonly string[];
  note: string;
  /** Other ids of the same paper. */
  otherIds?: readonly PaperId[];
}

/** A paper that was found. */
export interface Hit {
  id: PaperId;
  /** Higher is better; compares only with others of the same search. */
  score: number;
  /** Where words of the query stand; empty where it has none. */
  fields: readonly Field[];
}

export interface Results {
  /** Best first, or newest first where the query has no words or asks for that; no more than the limit. */
  hits: readonly Hit[];
  /** Papers found, those beyond the limit among them. */
  total: number;
  /** False where more of the archive is still being read: better results follow. */
  complete: boolean;
  /** Words of the query that stand nowhere, each with the words it was taken for, likeliest first. */
  readAs: ReadonlyMap<string, readonly string[]>;
  /** What in the query was not understood. */
  problems: readonly Problem[];
  highlighter: Highlighter;
}

/** Finds the words of a query in the texts of a paper, as they are shown. */
export interface Highlighter {
  /** @returns stretches in order, none over another */
  stretchesIn(text: string, field: Field): Stretch[];
  /** A highlighter for those words that this text does not have; undefined where it has all that matter. */
  beyond(text: string, field: Field): Highlighter | undefined;
}

export interface FindOptions {
  /** Default: 200. */
  limit?: number;
  /** Default: `best`. */
  order?: 'best' | 'newest';
  /** Ends the search without another result. */
  signal?: AbortSignal;
}

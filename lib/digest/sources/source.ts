import type { Day, Paper } from '@/lib/paper/types';

/** Every source there is, switched on or not. */
export const sourceIds = ['hugging-face', 'arxiv'] as const;
export type SourceId = (typeof sourceIds)[number];

/** A stretch of the calendar that a source may be asked for at once: a day, an ISO week (`2026-W07`) or a month. */
export type Span = { day: Day } | { week: string } | { month: string };

/** A record of a source that is no paper, with a clause about why ("it has no title"). */
export interface Skipped {
  title?: string;
  why: string;
}

/** What a source has to say of a span. */
export interface SpanAnswer {
  /** Every day of the span, also those without papers; papers in the source's order. */
  days: Map<Day, Paper[]>;
  skipped: Skipped[];
  /** Validators of its pages, in order, to ask with next time; empty where the server offers none. */
  etags: string[];
}

/** One request to a source's server. Rejects with a `SourceFailure`. */
export type Ask = (address: string, etag?: string) => Promise<SourceReply>;

export type SourceReply = { unchanged: true } | { unchanged: false; text: string; etag?: string };

/** Where papers come from. A new one is one file, and one line in the registry. */
export interface Source {
  id: SourceId;
  /** As a person would say it. */
  name: string;
  /** Match patterns of the hosts it asks. */
  origins: readonly string[];
  /** The first day it is asked for. */
  since: Day;
  /** Least time between the beginnings of two requests to it, in milliseconds. */
  gap: number;
  /**
   * Reads a span whole.
   *
   * @param etags of the last answer for this span
   * @returns `unchanged` where the server says that nothing is new; `undivided` where it is too long, or its answer does not
   *   say which paper is of which day: ask for the days one by one
   */
  read(span: Span, ask: Ask, etags: readonly string[]): Promise<SpanAnswer | 'unchanged' | 'undivided'>;
}

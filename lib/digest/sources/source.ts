import type { PlainKey } from '@/lib/i18n/text';
import type { Day, Paper } from '@/lib/paper/types';
import type { SourceId } from './registry';

/** A stretch of the calendar that a source may be asked for at once: a day, an ISO week (`2026-W07`) or a month. */
export type Span = { day: Day } | { week: string } | { month: string };

/** A record of a source that is no paper, with a clause about why ("it has no title"). */
export interface Skipped {
  title?: string;
  /** The day that it is of, where it says so. */
  day?: Day;
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

/** Where papers come from. A new one is one file that exports this, and a line in the registry. */
export interface SourceEntry {
  /** As a person calls it. */
  name: string;
  /** What of it is listed, as a person would say it. */
  about: PlainKey;
  /** The host it asks, always by https. */
  host: string;
  /** The first day it is asked for. */
  since: Day;
  /** Least time between the beginnings of two requests to it, in milliseconds. */
  gap: number;
  /** What a person names to have its papers; without, everybody has them. */
  topics?: TopicField;
  /**
   * Reads a span whole.
   *
   * @param etags of the last answer for this span
   * @param topics that a person named; at least one where the source has topics
   * @returns `unchanged` where the server says that nothing is new; `undivided` where it is too long, or its answer does not
   *   say which paper is of which day: ask for the days one by one
   */
  read(
    span: Span,
    ask: Ask,
    etags: readonly string[],
    topics: readonly string[],
  ): Promise<SpanAnswer | 'unchanged' | 'undivided'>;
}

/** Topics that a source's papers are divided into, and how a person is asked for one. */
export interface TopicField {
  /** What a topic is called: "category". */
  noun: PlainKey;
  example: string;
  /** Those there are, for completion as one types. */
  all: readonly string[];
  /** The topic in the source's own spelling, or one sentence about what is wrong with it. */
  read(typed: string): { topic: string } | { why: string };
  /** Whether the source lists a paper under a topic. */
  holds(paper: Paper, topic: string): boolean;
}

/** A source that is switched on, as its topics want it. */
export interface Source extends Pick<SourceEntry, 'host' | 'since' | 'gap'> {
  id: SourceId;
  name: string;
  read(span: Span, ask: Ask, etags: readonly string[]): ReturnType<SourceEntry['read']>;
}

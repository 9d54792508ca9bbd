import type { PaperId } from '../../paper/types';
import { type Field, fields } from '../types';

/**
 * How a piece of the index lies in the store.
 *
 * A segment holds up to `mostPapers` papers whose ids follow one another. Papers are numbered in that order, from 0; a
 * number means nothing outside its segment. Segments are never changed: a change makes others in their place.
 *
 * The dictionary has every word of these papers, in order of its UTF-8 bytes, sixteen to a block. A word is written as
 * the number of bytes it shares with the one before, the number of its others, and those; then the number of its papers,
 * the bytes of its postings and the bytes of its positions. All numbers are varints: seven bits a byte, lowest first, the
 * eighth bit set where another byte follows.
 *
 * A posting is the distance from the paper before, doubled, plus one where the word stands elsewhere than in the abstract;
 * then the bits of the fields follow in a byte, and where the title is among them, the word's place in it in another.
 * Its positions are their number and their distances; see `firstPlace`.
 */
export interface SegmentData {
  /** Ids, each behind a line feed. */
  ids: string;
  /** Days since 1970 under which each paper is found; 0: none. */
  days: Uint16Array;
  /** Bits of `facts`. */
  facts: Uint16Array;
  /** Distinct words of each paper, at most 255. */
  sizes: Uint8Array;
  /** Words of each title, at most 255. */
  titleSizes: Uint8Array;
  /** Names, and for each paper the place of its own behind the first, 0: none. */
  organizations: string[];
  organizationOf: Uint16Array;
  dictionary: Uint8Array;
  /** Where each block begins: in the dictionary, the postings and the positions. */
  blocks: Uint32Array;
  postings: Uint8Array;
}

/** Where words stand, for phrases; apart from the rest, for few searches ask for it. */
export type Positions = Uint8Array;

/** What there is, and in which record of the store. */
export interface Manifest {
  form: number;
  /** In order of id. */
  segments: SegmentRecord[];
  /** Number of the next record to write: names are never used twice. */
  next: number;
}

export interface SegmentRecord {
  name: string;
  positions: string;
  /** Its first paper and its last. */
  from: PaperId;
  to: PaperId;
  papers: number;
  /** Latest day of its papers, since 1970. */
  latest: number;
}

/** Changes whenever another program would misread what this one writes, or read words in another way. */
export const indexForm = 1;

/** More papers than this are parted: small enough that one is made in well under 100 ms, large enough to share its words. */
export const mostPapers = 1_000;

export const wordsInBlock = 16;

/** Bits of what filters ask of a paper. */
export const facts = {
  code: 1,
  project: 2,
  demo: 4,
  model: 8,
  dataset: 16,
  abstract: 32,
  note: 64,
  saved: 128,
  'to-read': 256,
  reading: 512,
  read: 1024,
} as const;

export const bitOf = Object.fromEntries(fields.map((field, i) => [field, 1 << i])) as Record<Field, number>;

/**
 * Places are counted field by field from these, so that a place tells its field. The abstract comes first, for most words
 * stand nowhere else, and small numbers are short.
 */
export const firstPlace = Object.fromEntries(fields.map((field, i) => [field, i << 12])) as Record<
  Field,
  number
>;

/** Places of one field: what stands further back is found, but not in phrases. */
export const mostPlaces = (1 << 12) - 64;
/** Between two values of a field, so that no phrase runs from one author to the next. */
export const placesApart = 16;

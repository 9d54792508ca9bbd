import type { Identifier } from '../../paper/identifiers';
import type { Day, PaperId } from '../../paper/types';
import type { Field, Stretch } from '../types';

/** A word of a query: "multi-modal" is one, of two parts. */
export interface QueryWord {
  /** Folded, without what joins its parts. */
  letters: string;
  parts: readonly string[];
  /** It may still be being typed: what begins with it counts as well. */
  open: boolean;
}

export const havings = ['code', 'project', 'demo', 'model', 'dataset', 'abstract', 'note'] as const;
type Having = (typeof havings)[number];

export const states = ['saved', 'to-read', 'reading', 'read', 'unseen', 'seen', 'watched'] as const;
export type State = (typeof states)[number];

/** One condition of a query. A paper is found where all of them hold. */
export type Condition =
  /** Words, anywhere or in one field; `phrase`: these very words, together and in this order. */
  | { kind: 'text'; words: readonly QueryWord[]; phrase: boolean; field?: Field }
  | { kind: 'has'; what: Having }
  | { kind: 'is'; state: State }
  /** On a day from `from` on, and before `until`. */
  | { kind: 'dates'; from?: Day; until?: Day }
  /** This very paper, by a number or address that was pasted. */
  | { kind: 'paper'; id: PaperId }
  /** The paper of this repository or project page. */
  | { kind: 'link'; identifier: Identifier }
  /** An arXiv number that begins so. */
  | { kind: 'number'; beginning: string }
  /** Papers about the same as this one, most alike first. */
  | { kind: 'like'; id: PaperId };

/** A condition, and where it stands in the query's text. */
export type Clause = Condition & Stretch & { excluded: boolean };

/** What in a query was not understood. The words of an unknown field are searched as words, the rest is left out. */
export interface Problem extends Stretch {
  kind: 'unknown-field' | 'unknown-value' | 'bad-date' | 'no-paper';
  /** As typed. */
  field: string;
  value: string;
}

export interface Query {
  text: string;
  clauses: readonly Clause[];
  problems: readonly Problem[];
}

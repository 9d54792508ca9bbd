import { arxivIdentifier, doiIdentifier, identifiersInUrl, isPaperId } from '../../paper/identifiers';
import type { PaperId } from '../../paper/types';
import { compoundOf, wordsOf } from '../text/words';
import type { Field } from '../types';
import { periodOf } from './periods';
import {
  type Clause,
  type Condition,
  havings,
  type Problem,
  type Query,
  type QueryWord,
  states,
} from './query';

/** The names of fields in queries, those that are shown first. */
const textFields: Record<string, Field> = {
  title: 'title',
  author: 'author',
  org: 'organization',
  keyword: 'keyword',
  abstract: 'abstract',
  tag: 'tag',
  note: 'note',
  organization: 'organization',
  organisation: 'organization',
  authors: 'author',
  keywords: 'keyword',
};

/** One piece of a query as it is typed: `-author:"Jane Doe"`. */
interface Piece {
  start: number;
  end: number;
  excluded: boolean;
  /** Lower case; absent where there is none. */
  field?: string;
  value: string;
  quoted: boolean;
  /** The text ends with it, and nothing says that it is finished. */
  open: boolean;
}

/** Quotation marks, as keyboards and word processors write them. */
const piecePattern = /(-?)(?:([\p{L}]+):)?(?:["“”„]([^"“”„]*)(["“”„]?)|([^\s"“”„]+))|\S/gu;

/** Reads a query. Whatever is typed is a query: what is not understood is noted and never an error. */
export function parseQuery(text: string): Query {
  const clauses: Clause[] = [];
  const problems: Problem[] = [];
  for (const piece of piecesOf(text)) {
    const { start, end, excluded } = piece;
    const read = readPiece(piece);
    if (read.condition) clauses.push({ ...read.condition, start, end, excluded });
    if (read.problem)
      problems.push({ kind: read.problem, field: piece.field ?? '', value: piece.value, start, end });
  }
  return { text, clauses, problems };
}

function* piecesOf(text: string): Generator<Piece> {
  for (const match of text.matchAll(piecePattern)) {
    const [whole, minus = '', field, quotation, closing = '', bare] = match;
    const value = quotation ?? bare;
    if (value === undefined) continue;
    const end = match.index + whole.length;
    yield {
      start: match.index,
      end,
      excluded: minus === '-',
      ...(field !== undefined && { field: field.toLowerCase() }),
      value,
      quoted: quotation !== undefined,
      open: end === text.length && closing === '',
    };
  }
}

const otherFields = new Set(['has', 'is', 'after', 'before', 'day', 'like', 'arxiv', 'doi']);
const isField = (name: string) => name in textFields || otherFields.has(name);

interface Reading {
  condition?: Condition;
  problem?: Problem['kind'];
}

function readPiece(piece: Piece): Reading {
  const { field, value } = piece;
  if (field === undefined) return piece.quoted ? textOf(piece) : bareOf(piece, value);
  const textField = textFields[field];
  if (textField) return textOf(piece, textField);
  switch (field) {
    case 'has':
      return oneOf(havings, value, (what) => ({ kind: 'has', what }));
    case 'is':
      return oneOf(states, value, (state) => ({ kind: 'is', state }));
    case 'after':
    case 'before':
    case 'day':
      return datesOf(field, value);
    case 'like': {
      const id = paperNamed(value);
      return id ? { condition: { kind: 'like', id } } : { problem: 'no-paper' };
    }
    // What follows these is a paper or an address, and they belong to it.
    case 'arxiv':
    case 'doi':
    case 'http':
    case 'https':
      return bareOf(piece, `${field}:${value}`);
    default:
      return { ...textOf(piece), problem: 'unknown-field' };
  }
}

function oneOf<T extends string>(known: readonly T[], value: string, make: (value: T) => Condition): Reading {
  const found = known.find((one) => one === value.toLowerCase());
  return found ? { condition: make(found) } : { problem: 'unknown-value' };
}

function datesOf(field: 'after' | 'before' | 'day', value: string): Reading {
  const period = periodOf(value);
  if (!period) return { problem: 'bad-date' };
  const { from, until } = period;
  if (field === 'day') return { condition: { kind: 'dates', from, until } };
  return { condition: field === 'after' ? { kind: 'dates', from } : { kind: 'dates', until: from } };
}

/** A word outside quotation marks, unless it names a paper, or a field whose words are still to come. */
function bareOf(piece: Piece, value: string): Reading {
  const id = paperNamed(value);
  if (id) return { condition: { kind: 'paper', id } };
  const [identifier] = identifiersInUrl(value);
  if (identifier) return { condition: { kind: 'link', identifier } };
  if (value.endsWith(':') && isField(value.slice(0, -1).toLowerCase())) return {};
  const [, beginning] = /^(?:arxiv:)?(\d{4}\.\d{0,4})$/i.exec(value) ?? [];
  if (beginning && piece.open) return { condition: { kind: 'number', beginning } };
  return textOf({ ...piece, value });
}

/** The paper that a number, a DOI, an address or an id means, as people paste them. */
function paperNamed(value: string): PaperId | undefined {
  if (/^title:\w+$/.test(value)) return value as PaperId;
  return (
    arxivIdentifier(value) ??
    doiIdentifier(value.replace(/^doi:/i, '')) ??
    identifiersInUrl(value).find(isPaperId)
  );
}

function textOf({ value, quoted, open }: Piece, field?: Field): Reading {
  const words = queryWords(value, open);
  if (words.length === 0) return {};
  return { condition: { kind: 'text', words, phrase: quoted, ...(field && { field }) } };
}

function queryWords(text: string, open: boolean): QueryWord[] {
  const chains: string[][] = [];
  for (const { letters, joined } of wordsOf(text)) {
    if (joined) chains.at(-1)?.push(letters);
    else chains.push([letters]);
  }
  return chains.map((parts, i) => ({
    letters: compoundOf(parts) ?? parts.join(' '),
    parts,
    // A text that ends in a mark or a space has come to the end of its word.
    open: open && i === chains.length - 1 && /[\p{L}\p{N}\p{M}]$/u.test(text),
  }));
}

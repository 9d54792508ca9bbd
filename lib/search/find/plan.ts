import type { PaperId } from '../../paper/types';
import { parseQuery } from '../query/parse';
import type { Clause, Query, QueryWord, State } from '../query/query';
import { bitOf, facts } from '../segment/format';
import type { Segment } from '../segment/segment';
import type { Watched } from '../sources';
import { commonWords } from '../text/common-words';
import { dayNumber, linkWord } from '../text/indexed';
import { type Field, fields } from '../types';
import { type Marks, markWord } from './marks';
import { markPhrase, type Phrase } from './phrases';
import { asTyped, type Reading } from './reading';
import type { Topic } from './related';

/** What a query's filters need to know beside the index. */
export interface Known {
  seen: ReadonlySet<PaperId>;
  watched: readonly Watched[];
}

/** One word or phrase that a paper must have. */
export interface Text {
  reading: Reading;
  phrase?: Phrase;
  /** Bits of the fields where it may stand. */
  within: number;
  /** A word that is too common to insist on. */
  optional: boolean;
}

/** Whether a paper of the segment may be found, by its number. */
type Test = (paper: number) => boolean;
type Filter = (segment: Segment) => Test;

/** A query, as segments are asked it. */
export interface Plan {
  texts: readonly Text[];
  filters: readonly Filter[];
  /** Every phrase that is asked for: segments that may hold one need their positions. */
  phrases: readonly Phrase[];
  /** The paper that others shall be like, and what it is about. */
  like?: PaperId;
  topic?: Topic;
}

const everywhere = fields.reduce((bits, field) => bits | bitOf[field], 0);
const bitsOf = (field: Field | undefined) => (field ? bitOf[field] : everywhere);

export function planOf({ clauses }: Query, known: Known): Plan {
  const wanted = clauses.filter(({ excluded }) => !excluded);
  const texts = insisting(wanted.flatMap(textsOf));
  const filters = clauses.flatMap((clause) => {
    const filter = filterOf(clause, known);
    if (!filter) return [];
    return clause.excluded ? [inverted(filter)] : [filter];
  });
  const like = wanted.find((clause) => clause.kind === 'like')?.id;
  return {
    texts,
    filters,
    phrases: clauses.flatMap((clause) => phrasesOf(clause, known)),
    ...(like !== undefined && { like }),
  };
}

function phrasesOf(clause: Clause, { watched }: Known): Phrase[] {
  const texts = clause.kind === 'is' && clause.state === 'watched' ? watchedTexts(watched) : textsOf(clause);
  return texts.flatMap(({ phrase }) => phrase ?? []);
}

function textsOf(clause: Clause): Text[] {
  if (clause.kind !== 'text') return [];
  const within = bitsOf(clause.field);
  if (clause.phrase) return [phraseOf(clause.words, within)];
  return clause.words.map((word) => ({
    reading: asTyped(word),
    within,
    optional: clause.field === undefined && !word.open && word.parts.every((part) => commonWords.has(part)),
  }));
}

/** One word alone is that word and no other form of it. */
function phraseOf(words: readonly QueryWord[], within: number): Text {
  const parts = words.flatMap((word) => word.parts);
  const open = words.at(-1)?.open ?? false;
  const reading = { ...asTyped({ letters: parts.join(' '), parts, open }), forms: [] };
  if (parts.length === 1) return { reading, within, optional: false };
  return { reading, phrase: { parts, open }, within, optional: false };
}

/** Of a query that has nothing but common words, each counts. */
function insisting(texts: Text[]): Text[] {
  return texts.every(({ optional }) => optional)
    ? texts.map((text) => ({ ...text, optional: false }))
    : texts;
}

/** The papers of a segment that have a word or phrase. */
export function markText(segment: Segment, { reading, phrase, within }: Text): Marks {
  return phrase ? markPhrase(segment, phrase, within) : markWord(segment, reading, within);
}

function filterOf(clause: Clause, known: Known): Filter | undefined {
  switch (clause.kind) {
    case 'text':
      return clause.excluded ? hasTexts(textsOf(clause)) : undefined;
    case 'has':
      return hasFact(facts[clause.what]);
    case 'is':
      return isState(clause.state, known);
    case 'dates':
      return onDays(dayNumber(clause.from), clause.until === undefined ? Infinity : dayNumber(clause.until));
    case 'paper': {
      const { id } = clause;
      const byOtherId = hasWord(linkWord(id));
      return (segment) => {
        const number = segment.numberOf(id);
        return number < 0 ? byOtherId(segment) : (paper) => paper === number;
      };
    }
    case 'number': {
      const beginning = `arxiv:${clause.beginning}`;
      return ({ ids }) =>
        (paper) =>
          ids[paper]?.startsWith(beginning) === true;
    }
    case 'link':
      return hasWord(linkWord(clause.identifier));
    case 'like':
      return undefined;
  }
}

const inverted =
  (filter: Filter): Filter =>
  (segment) => {
    const test = filter(segment);
    return (paper) => !test(paper);
  };

const hasFact =
  (bit: number): Filter =>
  ({ data }) =>
  (paper) =>
    ((data.facts[paper] as number) & bit) !== 0;

function isState(state: State, { seen, watched }: Known): Filter {
  switch (state) {
    case 'seen':
      return ({ ids }) =>
        (paper) =>
          seen.has(ids[paper] as PaperId);
    case 'unseen':
      return ({ ids }) =>
        (paper) =>
          !seen.has(ids[paper] as PaperId);
    case 'watched':
      return hasAny(watched);
    default:
      return hasFact(facts[state]);
  }
}

const onDays =
  (from: number, until: number): Filter =>
  ({ data }) =>
  (paper) => {
    const day = data.days[paper] as number;
    return day > 0 && day >= from && day < until;
  };

const hasWord =
  (word: string): Filter =>
  (segment) => {
    const cursor = segment.words();
    const { papers, count } = cursor.find(word) ? segment.read(cursor) : { papers: [], count: 0 };
    const found = new Set(papers.slice(0, count));
    return (paper) => found.has(paper);
  };

/** Every one of the texts. */
const hasTexts =
  (texts: readonly Text[]): Filter =>
  (segment) => {
    const marks = texts.map((text) => markText(segment, text).likeness);
    return (paper) => marks.every((likeness) => (likeness[paper] as number) > 0);
  };

/** Any of the watch words. */
function hasAny(watched: readonly Watched[]): Filter {
  const texts = watchedTexts(watched);
  return (segment) => {
    const marks = texts.map((text) => markText(segment, text).likeness);
    return (paper) => marks.some((likeness) => (likeness[paper] as number) > 0);
  };
}

/** Watch words stand whole and together, as in quotation marks. */
function watchedTexts(watched: readonly Watched[]): Text[] {
  return watched.flatMap(({ fields, words }) => {
    const within = fields.reduce((bits, field) => bits | bitOf[field], 0);
    const [clause] = parseQuery(`"${words}" `).clauses;
    return clause?.kind === 'text' ? [phraseOf(clause.words, within)] : [];
  });
}

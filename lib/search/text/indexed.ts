import { identifierKey } from '../../match/hash';
import { plainTitle } from '../../match/title-text';
import { type Identifier, identifiersOfPaper } from '../../paper/identifiers';
import type { Paper, PaperId } from '../../paper/types';
import { facts } from '../segment/format';
import type { Field, Shelved } from '../types';

/** A paper as the index takes it. */
export interface Indexed {
  id: PaperId;
  /** Days since 1970 of the day it is found under; 0: none. */
  day: number;
  /** Bits of `facts`. */
  facts: number;
  organization: string;
  /** The texts of each field. The title's own comes first there. */
  texts: Record<Field, readonly string[]>;
  /** Words that no text has: the paper's own repositories and pages, and its other ids. */
  links: readonly string[];
}

/** A paper of the digest. */
export function indexed(paper: Paper): Indexed {
  const { id, title, aliases, authors, keywords, organization, abstract, tldr, links } = paper;
  const abstracts = [tldr, abstract].filter((text) => text !== undefined && text !== '') as string[];
  return {
    id,
    day: dayNumber(paper.day ?? paper.publishedAt),
    facts: links.reduce((bits, { kind }) => bits | facts[kind], abstracts.length > 0 ? facts.abstract : 0),
    organization: organization ?? '',
    texts: {
      abstract: abstracts.map(withoutTex),
      title: [title, ...aliases].map(plainTitle),
      author: authors,
      keyword: keywords,
      organization: organization ? [organization] : [],
      tag: [],
      note: [],
    },
    links: identifiersOfPaper(paper)
      .filter((identifier) => identifier !== id)
      .map(linkWord),
  };
}

/** A paper on the shelf, with what the reader made of it. */
export function indexedEntry({ paper, status, tags, note, otherIds = [] }: Shelved): Indexed {
  const known = indexed(paper);
  return {
    ...known,
    facts: known.facts | facts.saved | facts[status] | (note.trim() === '' ? 0 : facts.note),
    texts: { ...known.texts, tag: tags, note: note === '' ? [] : [note] },
    links: [...known.links, ...otherIds.map(linkWord)],
  };
}

/** What a repository, a page or another id is in the dictionary: short, and no word of any text. */
export const linkWord = (identifier: Identifier) => `#${identifierKey(identifier).h1.toString(36)}`;

/** Days since 1970; of a month alone its first. 0 for what is no date. */
export function dayNumber(date: string | undefined): number {
  const time =
    date === undefined ? Number.NaN : Date.parse(date.length === 7 ? `${date}-01` : date.slice(0, 10));
  return Number.isNaN(time) ? 0 : Math.min(Math.max(Math.floor(time / dayLength), 0), 0xffff);
}

const dayLength = 24 * 60 * 60 * 1_000;

/** Most texts have no TeX. */
const withoutTex = (text: string) => (/[\\$&<]/.test(text) ? plainTitle(text) : text);

import { familyName } from '@/lib/paper/authors';
import { displayText, displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';
import type { WatchField, WatchWord } from '@/lib/settings/digest';
import { type Folded, findPhrase, foldWords, type Stretch } from './phrase';

/** The part of a paper in which a watch word was found. */
export type MatchedPart = 'title' | 'keyword' | 'author' | 'organization' | 'abstract';

/** Where a watch word stands in a paper. */
export interface WatchMatch {
  word: WatchWord;
  part: MatchedPart;
  /** What a reader sees there: the whole title or abstract, one keyword, one author. */
  text: string;
  /** The words within `text`. */
  found: Stretch;
}

/** Looks for watch words in one paper after another. */
export type Watcher = (paper: Paper) => WatchMatch[];

/**
 * @returns a function that gives, for each of `words` that a paper holds, the most telling place: a name or a keyword
 *   before the title, the title before the abstract
 */
export function watcher(words: readonly WatchWord[]): Watcher {
  const watched = words.map((word) => ({ word, phrase: foldWords(word.words) }));
  if (watched.length === 0) return () => [];
  return (paper) => {
    const places = placesIn(paper);
    return watched.flatMap(({ word, phrase }) => firstMatch(word, phrase, places) ?? []);
  };
}

interface Place {
  part: MatchedPart;
  folded: Folded;
}

/** Most telling first. */
function placesIn({ authors, organization, keywords, title, abstract }: Paper): Place[] {
  const place = (part: MatchedPart) => (text: string) => ({ part, folded: foldWords(text) });
  return [
    ...authors.map(place('author')),
    ...(organization ? [organization] : []).map(place('organization')),
    ...keywords.map(place('keyword')),
    place('title')(displayTitle(title)),
    ...(abstract ? [displayText(abstract)] : []).map(place('abstract')),
  ];
}

const partsOf: Record<WatchField, readonly MatchedPart[]> = {
  any: ['author', 'organization', 'keyword', 'title', 'abstract'],
  author: ['author'],
  organization: ['organization'],
  keyword: ['keyword'],
  text: ['title', 'abstract'],
};

function firstMatch(word: WatchWord, phrase: Folded, places: readonly Place[]): WatchMatch | undefined {
  for (const { part, folded } of places) {
    if (!partsOf[word.field].includes(part)) continue;
    const found = findPhrase(phrase, folded);
    if (found && (part !== 'author' || namesSomeone(phrase, folded.text))) {
      return { word, part, text: folded.text, found };
    }
  }
  return undefined;
}

/** A person is meant by the family name or the whole one; a given name alone means too many people. */
function namesSomeone(phrase: Folded, name: string): boolean {
  return [name, familyName(name)].some((whole) => foldWords(whole).letters === phrase.letters);
}

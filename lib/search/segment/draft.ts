import type { PaperId } from '../../paper/types';
import { commonWords } from '../text/common-words';
import type { Indexed } from '../text/indexed';
import { compoundOf, eachWord } from '../text/words';
import { type Field, fields } from '../types';
import { Bytes } from './bytes';
import { bitOf, firstPlace, mostPlaces, type Positions, placesApart } from './format';
import { PlaceReader, type Segment } from './segment';
import { longestWord } from './word-cursor';
import { WordTable } from './word-table';

export interface DraftPaper {
  id: PaperId;
  day: number;
  facts: number;
  titleSize: number;
  organization: string;
}

/** Words of papers, an entry for each word of each paper: entry `i` is the `i`th of every column. */
export interface Entries {
  /** Numbers of paper and word in the draft. */
  paper: number[];
  word: number[];
  /** Bits. */
  fields: number[];
  titlePlace: number[];
  /** Where the positions begin and end in `places`. */
  placesFrom: number[];
  placesTo: number[];
}

/** Entries taken from a segment between two pauses. */
const slice = 30_000;

/**
 * Papers with their words, before they become segments: papers are added here, and those that are gone left out. In columns,
 * for a paper has a hundred entries.
 */
export class Draft {
  readonly papers: DraftPaper[] = [];
  readonly places = new Bytes();
  readonly entries: Entries = {
    paper: [],
    word: [],
    fields: [],
    titlePlace: [],
    placesFrom: [],
    placesTo: [],
  };

  /** Number of each paper that is in it; of one that was added twice the later. */
  readonly numberOf = new Map<PaperId, number>();
  readonly #table = new WordTable();
  /** By number of the word. */
  readonly #isCommon: boolean[] = [];
  /** By number of the word: its entry in the paper that is being added, behind those of the papers before. */
  readonly #latest: number[] = [];
  /** Places of the entries of that paper. */
  #lists: number[][] = [];

  /** By number. */
  get words(): readonly string[] {
    return this.#table.words;
  }

  add({ texts, links, ...paper }: Indexed): void {
    const first = this.entries.word.length;
    this.#lists = [];
    let titleSize = 0;
    // In this order, so that places ascend.
    for (const field of fields) {
      const own = this.#addTexts(field, texts[field], first);
      if (field === 'title') titleSize = Math.min(own, 255);
    }
    for (const link of links) this.#note(this.wordNumber(link), 0, -1, first);
    for (const list of this.#lists) this.#writePlaces(list);
    const { id, day, facts, organization } = paper;
    this.#begin({ id, day, facts, titleSize, organization });
  }

  /** Leaves a paper out. */
  remove(id: PaperId): void {
    this.numberOf.delete(id);
  }

  /** Numbers of the papers that are in it, in order of id. */
  inOrder(): number[] {
    return [...this.numberOf].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, number]) => number);
  }

  /** Adds the papers of a segment. `pause` is awaited now and then, so that other work gets its turn in between. */
  async addSegment(segment: Segment, positions: Positions, pause: () => Promise<void>): Promise<void> {
    const { ids, data } = segment;
    const numbers = ids.map((id, i) =>
      this.#begin({
        id,
        day: data.days[i] as number,
        facts: data.facts[i] as number,
        titleSize: data.titleSizes[i] as number,
        organization: data.organizations[(data.organizationOf[i] as number) - 1] ?? '',
      }),
    );
    const { entries, places } = this;
    const words = segment.words();
    let paused = entries.word.length;
    while (words.next()) {
      if (entries.word.length - paused > slice) {
        await pause();
        paused = entries.word.length;
      }
      const word = this.wordNumber(words.word);
      const found = segment.read(words);
      const reader = new PlaceReader(positions, words.positions);
      for (let i = 0; i < found.count; i++) {
        const from = reader.at;
        reader.skip(1);
        entries.paper.push(numbers[found.papers[i] as number] as number);
        entries.word.push(word);
        entries.fields.push(found.fields[i] as number);
        entries.titlePlace.push(found.places[i] as number);
        entries.placesFrom.push(places.length);
        places.part(positions, from, reader.at);
        entries.placesTo.push(places.length);
      }
    }
  }

  /** Number of a word, a new one where it was not met before. */
  wordNumber(letters: string): number {
    const number = this.#table.numberOf(letters);
    if (number === this.#latest.length) {
      this.#latest.push(-1);
      this.#isCommon.push(commonWords.has(letters));
    }
    return number;
  }

  #begin(paper: DraftPaper): number {
    const number = this.papers.push(paper) - 1;
    this.numberOf.set(paper.id, number);
    return number;
  }

  /** @returns words of the first text */
  #addTexts(field: Field, texts: readonly string[], first: number): number {
    const bit = bitOf[field];
    let place = firstPlace[field];
    const last = place + mostPlaces;
    let ofFirst = 0;
    for (const [i, text] of texts.entries()) {
      let chain: string[] = [];
      let chainPlace = place;
      eachWord(text, (letters, joined) => {
        if (!joined) {
          this.#addCompound(chain, bit, chainPlace, first);
          chain = [];
          chainPlace = place;
        }
        chain.push(letters);
        this.#addWord(letters, bit, place, first);
        if (place < last) place++;
      });
      this.#addCompound(chain, bit, chainPlace, first);
      if (i === 0) ofFirst = place - firstPlace[field];
      place = Math.min(place + placesApart, last);
    }
    return ofFirst;
  }

  #addCompound(chain: readonly string[], bit: number, place: number, first: number): void {
    const compound = compoundOf(chain);
    if (compound !== undefined) this.#addWord(compound, bit, place, first);
  }

  #addWord(letters: string, bit: number, place: number, first: number): void {
    if (letters.length > longestWord) return;
    const word = this.wordNumber(letters);
    if (bit !== bitOf.abstract || !this.#isCommon[word]) this.#note(word, bit, place, first);
  }

  /** @param place -1: none */
  #note(word: number, bit: number, place: number, first: number): void {
    const { entries } = this;
    let entry = this.#latest[word] as number;
    if (entry < first) {
      entry = entries.word.length;
      this.#latest[word] = entry;
      entries.paper.push(this.papers.length);
      entries.word.push(word);
      entries.fields.push(0);
      entries.titlePlace.push(0);
      this.#lists.push([]);
    }
    const known = entries.fields[entry] as number;
    if (bit === bitOf.title && !(known & bit))
      entries.titlePlace[entry] = Math.min(place - firstPlace.title, 255);
    entries.fields[entry] = known | bit;
    const list = this.#lists[entry - first] as number[];
    if (place >= 0 && list.at(-1) !== place) list.push(place);
  }

  #writePlaces(list: readonly number[]): void {
    const { places, entries } = this;
    entries.placesFrom.push(places.length);
    places.varint(list.length);
    let before = 0;
    for (const place of list) {
      places.varint(place - before);
      before = place;
    }
    entries.placesTo.push(places.length);
  }
}

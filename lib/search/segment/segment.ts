import type { PaperId } from '../../paper/types';
import { bitOf, type Positions, type SegmentData } from './format';
import { WordCursor } from './word-cursor';

/** What `Segment.read` found: the postings of one word, in order of paper. Written over by the next reading. */
export interface Postings {
  count: number;
  papers: Uint16Array;
  /** Bits of the fields that have the word. */
  fields: Uint8Array;
  /** Place of the word in the title, where that is among them. */
  places: Uint8Array;
}

const scratch: Postings = {
  count: 0,
  papers: new Uint16Array(1024),
  fields: new Uint8Array(1024),
  places: new Uint8Array(1024),
};

/** A piece of the index, as searches read it. */
export class Segment {
  readonly data: SegmentData;
  readonly papers: number;
  /** Undefined until they are read. */
  positions: Positions | undefined;
  /** Day of its newest paper, since 1970. */
  readonly latest: number;
  #ids: PaperId[] | undefined;

  constructor(data: SegmentData) {
    this.data = data;
    this.papers = data.days.length;
    this.latest = data.days.reduce((latest, day) => Math.max(latest, day), 0);
  }

  /** In order of their numbers. */
  get ids(): readonly PaperId[] {
    this.#ids ??= this.data.ids.slice(1).split('\n') as PaperId[];
    return this.#ids;
  }

  words(): WordCursor {
    return new WordCursor(this.data);
  }

  /** Number of the paper; -1 where it is not here. */
  numberOf(id: PaperId): number {
    const { ids } = this;
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ids[middle] as PaperId) < id) low = middle + 1;
      else high = middle;
    }
    return ids[low] === id ? low : -1;
  }

  /** The postings of the word that a cursor stands at. */
  read({ papers: count, postings }: WordCursor): Postings {
    if (count > scratch.papers.length) grow(count);
    const { papers, fields, places } = scratch;
    const bytes = this.data.postings;
    let at = postings;
    let paper = -1;
    for (let i = 0; i < count; i++) {
      let byte = bytes[at++] as number;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number;
        value |= (byte & 127) << shift;
      }
      paper += (value >> 1) + 1;
      const field = value & 1 ? (bytes[at++] as number) : bitOf.abstract;
      papers[i] = paper;
      fields[i] = field;
      places[i] = field & bitOf.title ? (bytes[at++] as number) : 0;
    }
    scratch.count = count;
    return scratch;
  }

  /** Papers that have the word a cursor stands at in one of the fields whose bits are set in `within`. */
  countIn(cursor: WordCursor, within: number): number {
    const { count, fields } = this.read(cursor);
    let found = 0;
    for (let i = 0; i < count; i++) if ((fields[i] as number) & within) found++;
    return found;
  }
}

function grow(count: number): void {
  scratch.papers = new Uint16Array(count);
  scratch.fields = new Uint8Array(count);
  scratch.places = new Uint8Array(count);
}

/** Goes through positions, paper by paper in the order of a word's postings. */
export class PlaceReader {
  /** Of the next paper. */
  at: number;
  readonly #bytes: Positions;

  constructor(positions: Positions, at: number) {
    this.#bytes = positions;
    this.at = at;
  }

  /** Places of the word in the next paper, ascending. */
  next(): number[] {
    const places: number[] = [];
    let place = 0;
    for (let left = this.#varint(); left > 0; left--) {
      place += this.#varint();
      places.push(place);
    }
    return places;
  }

  skip(papers: number): void {
    for (let paper = 0; paper < papers; paper++)
      for (let left = this.#varint(); left > 0; left--) this.#varint();
  }

  #varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.at++] as number;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }
}

import { bytesOf, compareBytes } from './bytes';
import { type SegmentData, wordsInBlock } from './format';

const decoder = new TextDecoder();

/** Longer words are not kept: they are addresses and debris. */
export const longestWord = 40;

/** Goes through the words of a segment in order, from any of them on. */
export class WordCursor {
  /** The word's UTF-8 bytes: the first `length` of these. */
  readonly bytes = new Uint8Array(longestWord * 4);
  length = 0;
  /** So many of them at least are those of the word before. */
  shared = 0;
  /** Papers that have the word. */
  papers = 0;
  /** Where its postings and positions begin and end. */
  postings = 0;
  postingsEnd = 0;
  positions = 0;
  positionsEnd = 0;

  readonly #dictionary: Uint8Array;
  readonly #blocks: Uint32Array;
  /** Of the next word in the dictionary. */
  #at = 0;
  /** Of the next word in its block. */
  #inBlock = 0;

  constructor({ dictionary, blocks }: Pick<SegmentData, 'dictionary' | 'blocks'>) {
    this.#dictionary = dictionary;
    this.#blocks = blocks;
    if (blocks.length > 0) this.#enter(0);
  }

  get word(): string {
    // Most words are ASCII, and short: browsers take longer to begin decoding than these take.
    let word = '';
    for (let i = 0; i < this.length; i++) {
      const byte = this.bytes[i] as number;
      if (byte > 127) return decoder.decode(this.bytes.subarray(0, this.length));
      word += String.fromCharCode(byte);
    }
    return word;
  }

  /** Goes to the next word, or to the first. @returns whether there is one */
  next(): boolean {
    if (this.#at >= this.#dictionary.length) return false;
    const shared = this.#inBlock === 0 ? 0 : this.#varint();
    this.shared = shared;
    const others = this.#varint();
    for (let i = shared; i < shared + others; i++) this.bytes[i] = this.#dictionary[this.#at++] as number;
    this.length = shared + others;
    this.papers = this.#varint();
    this.postings = this.postingsEnd;
    this.postingsEnd += this.#varint();
    this.positions = this.positionsEnd;
    this.positionsEnd += this.#varint();
    this.#inBlock = (this.#inBlock + 1) % wordsInBlock;
    return true;
  }

  /** Goes to the first word that is not before `word`. @returns whether there is one */
  seek(word: string): boolean {
    const wanted = bytesOf(word);
    this.#enter(this.#blockBefore(wanted));
    while (this.next()) {
      if (compareBytes(this.bytes, 0, this.length, wanted) >= 0) return true;
    }
    return false;
  }

  /** Goes to `word`. @returns whether it is there */
  find(word: string): boolean {
    const wanted = bytesOf(word);
    if (this.#blocks.length === 0) return false;
    this.#enter(this.#blockBefore(wanted));
    for (let i = 0; i < wordsInBlock && this.next(); i++) {
      const order = compareBytes(this.bytes, 0, this.length, wanted);
      if (order >= 0) return order === 0;
    }
    return false;
  }

  startsWith(beginning: string): boolean {
    const bytes = bytesOf(beginning);
    return this.length >= bytes.length && compareBytes(this.bytes, 0, bytes.length, bytes) === 0;
  }

  /** The last block whose first word is not behind `wanted`; the first where there is none. */
  #blockBefore(wanted: Uint8Array): number {
    let low = 0;
    let high = this.#blocks.length / 3;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      const at = this.#blocks[middle * 3] as number;
      // The first word of a block is written whole, behind its length of one byte or two.
      const length = this.#dictionary[at] as number;
      const long = length > 127;
      const first = at + (long ? 2 : 1);
      const bytes = long ? (length & 127) | ((this.#dictionary[at + 1] as number) << 7) : length;
      if (compareBytes(this.#dictionary, first, bytes, wanted) <= 0) low = middle;
      else high = middle;
    }
    return low;
  }

  #enter(block: number): void {
    if (this.#blocks.length === 0) return;
    this.#at = this.#blocks[block * 3] as number;
    this.postingsEnd = this.#blocks[block * 3 + 1] as number;
    this.positionsEnd = this.#blocks[block * 3 + 2] as number;
    this.#inBlock = 0;
  }

  #varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#dictionary[this.#at++] as number;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }
}

import { bytesOf } from '../segment/bytes';
import { longestWord } from '../segment/word-cursor';

/**
 * Counts the slips between what was typed and one word after the other: letters left out, put in, put for another, or two
 * that changed places. Words in order share their beginnings, and what was counted for these is not counted again.
 */
export class SlipCounter {
  readonly #typed: Uint8Array;
  readonly #most: number;
  readonly #beginning: boolean;
  /** `#rows[j][i]`: slips between the first `j` letters of the word and the first `i` that were typed. */
  readonly #rows: Uint8Array[];
  /** Rows that hold for the word before: it was given up behind them, or ended there. */
  #depth = 0;

  /**
   * @param most slips that are counted at all
   * @param beginning whether a word counts by that beginning of it which is nearest
   */
  constructor(typed: string, most: number, beginning: boolean) {
    this.#typed = bytesOf(typed);
    this.#most = most;
    this.#beginning = beginning;
    const width = this.#typed.length + 1;
    this.#rows = Array.from({ length: longestWord * 4 + 1 }, () => new Uint8Array(width));
    this.#rows[0]?.set(Array.from({ length: width }, (_, i) => i));
  }

  /**
   * @param shared letters, from the first on, that are those of the word before
   * @returns undefined where there are more than `most`
   */
  count(word: Uint8Array, length: number, shared: number): number | undefined {
    const end = this.#typed.length;
    const furthest = Math.min(length, end + this.#most);
    let depth = Math.min(shared, this.#depth, furthest);
    let least = leastOf(this.#rows[depth] as Uint8Array);
    while (depth < furthest && least <= this.#most) {
      depth++;
      least = this.#fill(depth, word);
    }
    this.#depth = depth;
    let slips = this.#most + 1;
    if (this.#beginning) {
      for (let j = 0; j <= depth; j++) slips = Math.min(slips, this.#rows[j]?.[end] as number);
    } else if (depth === length) slips = this.#rows[depth]?.[end] as number;
    return slips <= this.#most ? slips : undefined;
  }

  /** @returns the least of the row: no longer word of this beginning has fewer slips */
  #fill(j: number, word: Uint8Array): number {
    const typed = this.#typed;
    const row = this.#rows[j] as Uint8Array;
    const above = this.#rows[j - 1] as Uint8Array;
    const letter = word[j - 1];
    row[0] = j;
    let least = j;
    for (let i = 1; i <= typed.length; i++) {
      const same = typed[i - 1] === letter;
      let slips = Math.min(
        (above[i - 1] as number) + (same ? 0 : 1),
        (above[i] as number) + 1,
        (row[i - 1] as number) + 1,
      );
      if (!same && i > 1 && j > 1 && typed[i - 2] === letter && typed[i - 1] === word[j - 2])
        slips = Math.min(slips, (this.#rows[j - 2]?.[i - 2] as number) + 1);
      row[i] = slips;
      if (slips < least) least = slips;
    }
    return least;
  }
}

const leastOf = (row: Uint8Array) => row.reduce((least, slips) => Math.min(least, slips));

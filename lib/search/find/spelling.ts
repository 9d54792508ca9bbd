import type { Segment } from '../segment/segment';
import { longestWord, type WordCursor } from '../segment/word-cursor';

const encoder = new TextEncoder();

/** A word of the archive that is nearly the one asked for. */
interface Near {
  /** Slips between the two. */
  slips: number;
  papers: number;
}

/** As many corrections of a word are searched for. */
const mostCorrections = 3;
/** One that is this much rarer than the likeliest is left out. */
const rarest = 0.05;

/** Slips that are allowed in a word. */
export const slipsIn = (letters: string) => (letters.length < 4 ? 0 : letters.length < 8 ? 1 : 2);

/** Collects, segment by segment, the words that a word was probably meant to be. */
export class Spelling {
  readonly #letters: string;
  readonly #most: number;
  readonly #beginning: boolean;
  readonly #near = new Map<string, Near>();

  /** @param beginning whether words count that begin nearly so */
  constructor(letters: string, beginning: boolean) {
    this.#letters = letters;
    this.#most = slipsIn(letters);
    this.#beginning = beginning;
  }

  /**
   * Looks at the words that begin with the first letter, or with the second: most slips are behind these.
   *
   * @param within bits of the fields that count
   */
  look(segment: Segment, within: number): void {
    if (this.#most === 0) return;
    const cursor = segment.words();
    for (const first of new Set(this.#letters.slice(0, 2))) this.#lookAt(segment, cursor, first, within);
  }

  #lookAt(segment: Segment, cursor: WordCursor, first: string, within: number): void {
    const [unit = 0] = encoder.encode(first);
    for (let more = cursor.seek(first); more && cursor.bytes[0] === unit; more = cursor.next()) {
      const length = cursor.length;
      if (length < this.#letters.length - this.#most) continue;
      if (!this.#beginning && length > this.#letters.length + this.#most) continue;
      const word = cursor.word;
      const slips = slipsBetween(this.#letters, word, this.#most, this.#beginning);
      if (slips > this.#most) continue;
      const papers = segment.countIn(cursor, within);
      if (papers > 0) this.#near.set(word, { slips, papers: (this.#near.get(word)?.papers ?? 0) + papers });
    }
  }

  /** Likeliest first: fewest slips, then most papers. */
  corrections(): string[] {
    const near = [...this.#near].filter(([word]) => word !== this.#letters);
    const fewest = Math.min(...near.map(([, { slips }]) => slips));
    const nearest = near.filter(([, { slips }]) => slips === fewest);
    const most = Math.max(...nearest.map(([, { papers }]) => papers));
    return nearest
      .filter(([, { papers }]) => papers >= most * rarest)
      .sort(([, a], [, b]) => b.papers - a.papers)
      .slice(0, mostCorrections)
      .map(([word]) => word);
  }
}

/** Three rows of the table are enough: two changed places look two rows back. */
const width = longestWord + 1;
const rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];

/**
 * Letters left out, put in, put for another, or two that changed places, between `typed` and `word`; more than `most`
 * where there are more. With `beginning`, of that beginning of `word` which is nearest.
 */
export function slipsBetween(typed: string, word: string, most: number, beginning: boolean): number {
  const length = Math.min(word.length, longestWord);
  let [before, above, row] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= length; j++) above[j] = j;
  for (let i = 1; i <= typed.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= length; j++) {
      const same = typed[i - 1] === word[j - 1];
      let slips = Math.min(
        (above[j - 1] as number) + (same ? 0 : 1),
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
      );
      if (i > 1 && j > 1 && !same && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        slips = Math.min(slips, (before[j - 2] as number) + 1);
      row[j] = slips;
      if (slips < least) least = slips;
    }
    if (least > most) return least;
    [before, above, row] = [above, row, before];
  }
  if (!beginning) return above[length] as number;
  return Math.min(...above.subarray(0, length + 1));
}

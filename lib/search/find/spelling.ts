import type { Segment } from '../segment/segment';
import { SlipCounter } from './slips';

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
  readonly #slips: SlipCounter;
  readonly #near = new Map<string, Near>();

  /** @param beginning whether words count that begin nearly so */
  constructor(letters: string, beginning: boolean) {
    this.#letters = letters;
    this.#slips = new SlipCounter(letters, slipsIn(letters), beginning);
  }

  /**
   * Looks at the words that begin with the first letter, or with the second: most slips are behind these.
   *
   * @param within bits of the fields that count
   */
  look(segment: Segment, within: number): void {
    const cursor = segment.words();
    for (const first of new Set(this.#letters.slice(0, 2))) {
      let isNext = false;
      for (let more = cursor.seek(first); more && cursor.startsWith(first); more = cursor.next()) {
        const slips = this.#slips.count(cursor.bytes, cursor.length, isNext ? cursor.shared : 0);
        isNext = true;
        if (slips === undefined) continue;
        const papers = segment.countIn(cursor, within);
        if (papers > 0) this.#note(cursor.word, slips, papers);
      }
    }
  }

  /** Likeliest first: fewest slips, then most papers. @param least papers that a correction must have */
  corrections(least: number): string[] {
    const near = [...this.#near].filter(([word, { papers }]) => word !== this.#letters && papers >= least);
    const fewest = Math.min(...near.map(([, { slips }]) => slips));
    const nearest = near.filter(([, { slips }]) => slips === fewest);
    const most = Math.max(...nearest.map(([, { papers }]) => papers));
    return (
      nearest
        .filter(([, { papers }]) => papers >= most * rarest)
        .sort(([, a], [, b]) => b.papers - a.papers)
        .map(([word]) => word)
        // With what begins with a correction it is the same one.
        .filter((word, i, all) => !all.slice(0, i).some((likelier) => word.startsWith(likelier)))
        .slice(0, mostCorrections)
    );
  }

  #note(word: string, slips: number, papers: number): void {
    this.#near.set(word, { slips, papers: (this.#near.get(word)?.papers ?? 0) + papers });
  }
}

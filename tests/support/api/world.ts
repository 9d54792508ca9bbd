import { inventedPaper, type ServedPaper } from './paper.ts';

/** Fields of a paper with what is said in them from now on. */
export type PaperChange = { [K in keyof ServedPaper]?: ServedPaper[K] | undefined };

/** What may be done to a day's list. Every change makes a new version of it. */
export interface ServedDay {
  readonly papers: readonly ServedPaper[];
  set(papers: ServedPaper[]): void;
  /** Puts papers in front, where new ones appear. Without any: an invented one. */
  add(...papers: ServedPaper[]): void;
  remove(id: string): void;
  /** Says something else of a paper; what is `undefined` it no longer says. */
  change(id: string, into: PaperChange): void;
}

/** All that the served API knows, day by day, with its past. */
export class World {
  /** Its papers by day, in the order of the list. */
  readonly days = new Map<string, readonly ServedPaper[]>();
  readonly #versions = new Map<string, (readonly ServedPaper[])[]>();
  /** What arXiv's API gave for a day, whole, by what was asked for. */
  readonly #found = new Map<string, string[][]>();
  #invented = 0;

  /** An invented paper that nobody has seen yet. */
  invent(publishedAt: string): ServedPaper {
    return inventedPaper(this.#invented++, publishedAt);
  }

  day(day: string): ServedDay {
    const papers = () => this.days.get(day) ?? [];
    return {
      get papers() {
        return papers();
      },
      set: (list) => this.#put(day, list),
      add: (...added) => this.#put(day, [...(added.length > 0 ? added : [this.invent(day)]), ...papers()]),
      remove: (id) =>
        this.#put(
          day,
          papers().filter((paper) => paper.id !== id),
        ),
      change: (id, into) =>
        this.#put(
          day,
          papers().map((paper) => (paper.id === id ? ({ ...paper, ...into } as ServedPaper) : paper)),
        ),
    };
  }

  /** A day's first list. Nobody ever saw the day without it. */
  begin(day: string, papers: readonly ServedPaper[]): void {
    this.days.set(day, papers);
    this.#versions.set(day, [papers]);
  }

  /**
   * Every list that was ever given for a day, or could have been, oldest first. The empty one is among them only where the
   * day began without a list, was emptied, or was once given so by mistake.
   */
  versionsOf(day: string): (readonly ServedPaper[])[] {
    return this.#versions.get(day) ?? [[]];
  }

  /** Notes a list that is given though the day's own is another. */
  noteVersion(day: string, papers: readonly ServedPaper[]): void {
    this.#versions.set(day, [...this.versionsOf(day), papers]);
  }

  /** Notes what arXiv's API holds of a day as it answers for it: arXiv numbers in the order of its list. */
  noteFound(day: string, numbers: string[]): void {
    this.#found.set(day, [...this.foundOf(day), numbers]);
  }

  /** All that arXiv's API ever held of a day when it answered for it. */
  foundOf(day: string): string[][] {
    return this.#found.get(day) ?? [];
  }

  #put(day: string, papers: readonly ServedPaper[]): void {
    this.days.set(day, papers);
    this.noteVersion(day, papers);
  }
}

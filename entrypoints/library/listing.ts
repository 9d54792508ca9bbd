import type { Day, PaperId } from '@/lib/paper/types';

/** Papers that stand in the list one after another. */
export interface Stretch {
  /** The day that lists them; absent for papers of many days. */
  day?: Day;
  count: number;
  /** In order; absent while only their number is known. */
  ids?: readonly PaperId[];
}

/** A line of the list. */
export type Row =
  | { kind: 'day'; day: Day; papers: number }
  /** `position` counts papers from 1 over the whole list. */
  | { kind: 'paper'; stretch: Stretch; ordinal: number; position: number };

/**
 * Every line of a list by its number, without holding any: what tens of thousands of papers look like to a virtual list.
 * Days are headings.
 */
export class Listing {
  readonly stretches: readonly Stretch[];
  /** How many papers, headings aside. */
  readonly papers: number;
  /** How many lines. */
  readonly rows: number;
  /** Of each stretch: the number of its first line, and of papers before it. */
  readonly #starts: { row: number; papers: number }[] = [];
  /** Whether every day has a line of its own over its papers. */
  readonly hasHeadings: boolean;

  /** @param isOneDay nobody needs to be told which day it is */
  constructor(stretches: readonly Stretch[], isOneDay = false) {
    this.stretches = stretches.filter(({ count }) => count > 0);
    this.hasHeadings = !isOneDay && this.stretches[0]?.day !== undefined;
    const heading = this.hasHeadings ? 1 : 0;
    let row = 0;
    let papers = 0;
    for (const { count } of this.stretches) {
      this.#starts.push({ row, papers });
      row += count + heading;
      papers += count;
    }
    this.rows = row;
    this.papers = papers;
  }

  /** Undefined behind the end. */
  rowAt(index: number): Row | undefined {
    const at = this.#stretchAt(index);
    const stretch = this.stretches[at];
    const start = this.#starts[at];
    if (!stretch || !start || index < 0 || index >= this.rows) return undefined;
    const { day, count } = stretch;
    const ordinal = index - start.row - (this.hasHeadings ? 1 : 0);
    if (ordinal < 0) return { kind: 'day', day: day as Day, papers: count };
    return { kind: 'paper', stretch, ordinal, position: start.papers + ordinal + 1 };
  }

  /** The day of the heading that a line stands under, or is. */
  dayAt(index: number): { day: Day; papers: number } | undefined {
    const { day, count } = this.stretches[this.#stretchAt(index)] ?? {};
    return day === undefined || count === undefined ? undefined : { day, papers: count };
  }

  /** The id of the paper on a line, where it is known yet. */
  idAt(index: number): PaperId | undefined {
    const row = this.rowAt(index);
    return row?.kind === 'paper' ? row.stretch.ids?.[row.ordinal] : undefined;
  }

  /** The line nearest to `index` that is a paper, looked for in the direction of `step`; undefined where there is none. */
  paperFrom(index: number, step: 1 | -1): number | undefined {
    for (let at = index; at >= 0 && at < this.rows; at += step) {
      if (this.rowAt(at)?.kind === 'paper') return at;
    }
    return undefined;
  }

  /** The line of this list that stands where line `index` of another one stood: on its day, at its place in that day. */
  lineLike(other: Listing, index: number): number {
    const row = other.rowAt(index);
    const day = other.dayAt(index)?.day;
    const at = this.stretches.findIndex((stretch) => stretch.day === day);
    const start = this.#starts[at]?.row;
    if (!row || start === undefined) return Math.min(index, Math.max(0, this.rows - 1));
    const inDay = row.kind === 'day' ? 0 : row.ordinal + (this.hasHeadings ? 1 : 0);
    return Math.min(start + inDay, this.rows - 1);
  }

  /** The last stretch that begins at or before the line. */
  #stretchAt(index: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle]?.row ?? 0) <= index) low = middle;
      else high = middle;
    }
    return low;
  }
}

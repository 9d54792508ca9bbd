import type { PaperId } from '../paper/types';
import { simplify } from './simplify';
import type { TitleList } from './title-list';

/** Answers searches over one list. */
export class TitleSearch {
  private readonly list: TitleList;
  /** Offset in `lines` at which each paper's line starts. */
  private readonly starts: number[] = [];

  constructor(list: TitleList) {
    this.list = list;
    for (let at = list.lines.indexOf('\n'); at >= 0 && at < list.lines.length - 1; ) {
      this.starts.push(at);
      at = list.lines.indexOf('\n', at + 1);
    }
  }

  /** Papers whose title or number holds every word of `query`, as the start of a word; those that hold the whole phrase first. */
  find(query: string, limit: number): PaperId[] {
    const phrase = simplify(query);
    if (phrase === '') return [];
    const words = phrase.split(' ').map((word) => ` ${word}`);
    const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
    const { lines, ids } = this.list;
    const whole: PaperId[] = [];
    const parts: PaperId[] = [];
    let at = lines.indexOf(longest);
    while (at >= 0 && whole.length < limit) {
      const row = this.rowAt(at);
      const end = this.starts[row + 1] ?? lines.length - 1;
      const line = lines.slice(this.starts[row], end);
      if (line.includes(` ${phrase}`)) whole.push(ids[row] as PaperId);
      else if (parts.length < limit && words.every((word) => line.includes(word)))
        parts.push(ids[row] as PaperId);
      at = lines.indexOf(longest, end);
    }
    return [...whole, ...parts].slice(0, limit);
  }

  private rowAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

import { plainTitle } from '../match/title-text';
import type { Paper, PaperId } from '../paper/types';

/**
 * Every title of the digest with the paper's number in one string, a line a paper, and the papers in the same order: what a search over titles
 * needs and nothing else, so that it is read in one piece and answers from the first keystroke.
 */
export interface TitleList {
  ids: PaperId[];
  /** Simplified titles, each behind a line feed and a space; ends with a line feed. */
  lines: string;
}

/** Lower case, no accents, words parted by single spaces. */
function simplify(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Builds the list from papers as they are read; the latest days come first in what a search returns. */
export class TitleListBuilder {
  private readonly rows: { id: PaperId; line: string; date: string }[] = [];

  add(papers: Iterable<Pick<Paper, 'id' | 'title' | 'aliases' | 'day' | 'publishedAt'>>): void {
    for (const { id, title, aliases, day, publishedAt } of papers) {
      const number = id.startsWith('title:') ? '' : id.slice(id.indexOf(':') + 1);
      const line = [...[title, ...aliases].map(plainTitle), number].map(simplify).join(' ').trim();
      this.rows.push({ id, line, date: day ?? publishedAt ?? '' });
    }
  }

  build(): TitleList {
    const rows = this.rows.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
    return { ids: rows.map(({ id }) => id), lines: `${rows.map(({ line }) => `\n ${line}`).join('')}\n` };
  }
}

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

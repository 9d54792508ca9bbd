import type { WatchMatch } from '@/lib/digest/watch/matches';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import type { WatchWord } from '@/lib/settings/digest';

/** What lists are narrowed and sorted by, of one paper. */
export interface PaperFacts {
  id: PaperId;
  /** 0 where nobody counts them. */
  upvotes: number;
  hasCode: boolean;
  organization?: string;
}

/** A day of the archive as lists need it: some 100 bytes a paper, where the whole paper has 5,000. */
export interface DayFacts {
  day: Day;
  /** In the order of the day. */
  papers: PaperFacts[];
  /** By `watchKey`: the papers that hold the watch word. */
  watched: Record<string, PaperId[]>;
}

/** How often each keyword stands in a day's papers. Apart from the facts: only trends read it. */
export interface DayKeywords {
  day: Day;
  /** Papers that have any. */
  papers: number;
  keywords: [keyword: string, papers: number][];
}

/** Names a watch word, whatever its case. */
export const watchKey = ({ field, words }: WatchWord) => `${field}:${words.toLowerCase()}`;

export function factsOf({ id, upvotes, links, organization }: Paper): PaperFacts {
  return {
    id,
    upvotes: upvotes ?? 0,
    hasCode: links.some(({ kind }) => kind === 'code'),
    ...(organization !== undefined && { organization }),
  };
}

/** Gathers a day's papers, some at a time. */
export class DayBuilder {
  readonly #facts: DayFacts;
  readonly #keywords = new Map<string, number>();
  #told = 0;

  constructor(day: Day, words: readonly WatchWord[]) {
    this.#facts = { day, papers: [], watched: Object.fromEntries(words.map((word) => [watchKey(word), []])) };
  }

  /** @param matches the watch words that the paper holds */
  add(paper: Paper, matches: readonly WatchMatch[]): void {
    this.#facts.papers.push(factsOf(paper));
    for (const { word } of matches) this.#facts.watched[watchKey(word)]?.push(paper.id);
    const words = paper.keywords.map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
    if (words.length > 0) this.#told += 1;
    for (const keyword of new Set(words)) this.#keywords.set(keyword, (this.#keywords.get(keyword) ?? 0) + 1);
  }

  build(): { facts: DayFacts; keywords: DayKeywords } {
    const { day } = this.#facts;
    return { facts: this.#facts, keywords: { day, papers: this.#told, keywords: [...this.#keywords] } };
  }
}

import { titleKeysOf } from '@/lib/match/title-id';
import { familyName } from '@/lib/paper/authors';
import type { PaperId } from '@/lib/paper/types';
import { idsOf } from './entry';
import type { ShelfEntry } from './types';

export type Named = Pick<ShelfEntry, 'id' | 'otherIds' | 'paper'>;

/**
 * Entries of one paper, put together; each entry is in one group. Entries are of one paper where
 * - they share an arXiv number or DOI,
 * - one is known by its title alone, and there is no more than one paper with a number or DOI that has that title,
 * - one has an arXiv number and the other a DOI, and they share title and first author: the paper and its preprint.
 *
 * Two arXiv numbers, and two DOIs, are never put together by their titles: short titles are used again.
 */
export function groupByPaper<E extends Named>(entries: readonly E[]): E[][] {
  const groups = new Groups(entries);
  groups.joinByIds();
  // Two that become one may know, together, a title that a third one goes by.
  while (groups.joinByTitles());
  return groups.all();
}

/** What is known of a group: the best of its ids (their schemes happen to sort so), and its first authors. */
interface Kind {
  scheme: 'arxiv' | 'doi' | 'title';
  authors: Set<string>;
}

class Groups<E extends Named> {
  readonly #entries: readonly E[];
  readonly #titles: number[][];
  /** For each entry one that stands for it; the one that stands for its group stands for itself. */
  readonly #parents: number[];
  readonly #kinds: Kind[];

  constructor(entries: readonly E[]) {
    this.#entries = entries;
    this.#titles = entries.map(({ paper }) => titleKeysOf(paper));
    this.#parents = entries.map((_, at) => at);
    this.#kinds = entries.map(kindOf);
  }

  all(): E[][] {
    return [...Map.groupBy(this.#entries.keys(), (at) => this.#rootOf(at)).values()].map((group) =>
      group.map((at) => this.#entries[at] as E),
    );
  }

  joinByIds(): void {
    const seen = new Map<PaperId, number>();
    for (const [at, entry] of this.#entries.entries()) {
      for (const id of idsOf(entry)) {
        const other = seen.get(id);
        if (other === undefined) seen.set(id, at);
        else this.#join(at, other);
      }
    }
  }

  /** @returns whether any became one */
  joinByTitles(): boolean {
    const byTitle = new Map<number, number[]>();
    for (const [at, titles] of this.#titles.entries()) {
      for (const title of titles) {
        const alike = byTitle.get(title);
        if (alike) alike.push(at);
        else byTitle.set(title, [at]);
      }
    }
    let joined = false;
    for (const alike of byTitle.values()) {
      if (alike.length > 1) joined = this.#joinAlike(alike) || joined;
    }
    return joined;
  }

  /** Joins what is one paper among entries that share a title. */
  #joinAlike(alike: number[]): boolean {
    const roots = (scheme: Kind['scheme']) =>
      [...new Set(alike.map((at) => this.#rootOf(at)))].filter(
        (root) => this.#kinds[root]?.scheme === scheme,
      );
    let joined = false;
    const [preprint, ...otherPreprints] = roots('arxiv');
    if (preprint !== undefined && otherPreprints.length === 0) {
      for (const root of roots('doi')) {
        if (this.#haveSameAuthor(root, preprint)) joined = this.#join(root, preprint) || joined;
      }
    }
    const identified = [...roots('arxiv'), ...roots('doi')];
    const titled = roots('title');
    // Where several papers have the title, nobody knows which of them is meant.
    const target = identified.length === 1 ? identified[0] : titled[0];
    for (const root of titled) {
      if (target !== undefined) joined = this.#join(root, target) || joined;
    }
    return joined;
  }

  #haveSameAuthor(one: number, other: number): boolean {
    const [authors, others] = [this.#kinds[one]?.authors, this.#kinds[other]?.authors];
    return authors !== undefined && others !== undefined && !authors.isDisjointFrom(others);
  }

  #rootOf(at: number): number {
    let root = at;
    while (this.#parents[root] !== root) root = this.#parents[root] as number;
    this.#parents[at] = root;
    return root;
  }

  /** @returns whether they were two */
  #join(one: number, other: number): boolean {
    const [root, joining] = [this.#rootOf(one), this.#rootOf(other)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    if (root === joining) return false;
    this.#parents[joining] = root;
    const [kind, joined] = [this.#kinds[root] as Kind, this.#kinds[joining] as Kind];
    this.#kinds[root] = {
      scheme: [kind.scheme, joined.scheme].sort()[0] as Kind['scheme'],
      authors: kind.authors.union(joined.authors),
    };
    return true;
  }
}

function kindOf({ id, paper }: Named): Kind {
  const author = familyName(paper.authors[0] ?? '')
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
  return {
    scheme: id.slice(0, id.indexOf(':')) as Kind['scheme'],
    authors: new Set(author === '' ? [] : [author]),
  };
}

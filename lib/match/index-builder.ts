import { identifiersOfPaper } from '../paper/identifiers';
import type { Paper, PaperId } from '../paper/types';
import { buildFuseFilter } from './fuse';
import { identifierKey, type Key } from './hash';
import type { MembershipFilter } from './membership';
import { countShingles, type ShingleCounts, titleKeys } from './shingles';
import { titleVariants } from './variants';

/**
 * Which papers may stand behind a second hash. `hashes` is sorted; `owners[i]` is the place in `papers` of the paper
 * that has `hashes[i]`. One hash may have several owners.
 */
export interface Candidates {
  generation: number;
  hashes: Uint32Array;
  owners: Uint32Array;
  papers: PaperId[];
}

export interface MatchIndex {
  filter: MembershipFilter;
  candidates: Candidates;
}

type Matchable = Pick<Paper, 'id' | 'title' | 'aliases' | 'links'>;

/**
 * Builds the filter and the candidates over a whole digest. Feed it papers in pieces as they are read, then `build`:
 * the pieces leave room for other work in between.
 */
export class IndexBuilder {
  private readonly counts: ShingleCounts = new Map();
  private readonly papers: PaperId[] = [];
  private readonly variants: string[][] = [];
  private readonly identifierKeys: Key[][] = [];

  add(papers: Iterable<Matchable>): void {
    for (const paper of papers) {
      const texts = titleVariants(paper).map(({ text }) => text);
      this.papers.push(paper.id);
      this.variants.push(texts);
      this.identifierKeys.push(identifiersOfPaper(paper).map(identifierKey));
      // The whole title holds the shingles of its shorter forms.
      if (texts[0]) countShingles(texts[0], this.counts);
    }
  }

  build(generation: number): MatchIndex {
    const keys: { h1: number; h2: number; owner: number }[] = [];
    this.variants.forEach((texts, owner) => {
      const own = texts.flatMap((text) => titleKeys(text, this.counts));
      for (const { h1, h2 } of [...own, ...(this.identifierKeys[owner] as Key[])])
        keys.push({ h1, h2, owner });
    });
    keys.sort((a, b) => a.h2 - b.h2 || a.owner - b.owner);
    const distinct = keys.filter((key, i) => {
      const before = keys[i - 1];
      return !before || before.h2 !== key.h2 || before.owner !== key.owner;
    });
    return {
      filter: {
        generation,
        first: buildFuseFilter(
          keys.map(({ h1 }) => h1),
          8,
        ),
        second: buildFuseFilter(
          keys.map(({ h2 }) => h2),
          16,
        ),
      },
      candidates: {
        generation,
        hashes: Uint32Array.from(distinct, ({ h2 }) => h2),
        owners: Uint32Array.from(distinct, ({ owner }) => owner),
        papers: this.papers,
      },
    };
  }
}

/** The papers that may stand behind a second hash. */
export function candidatesFor(candidates: Candidates, hash: number): PaperId[] {
  const { hashes, owners, papers } = candidates;
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hashes[middle] as number) < hash) low = middle + 1;
    else high = middle;
  }
  const found: PaperId[] = [];
  for (; hashes[low] === hash; low++) found.push(papers[owners[low] as number] as PaperId);
  return found;
}

import { identifiersOfPaper } from '../paper/identifiers';
import type { Paper, PaperId } from '../paper/types';
import { buildFuseFilter } from './fuse';
import { identifierKey, type Key } from './hash';
import type { MembershipFilter } from './membership';
import { countShingles, ShingleCounts, titleKeys } from './shingles';
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

type Matchable = Pick<Paper, 'id' | 'title' | 'aliases' | 'links' | 'abstract'>;

/** One abstract in this many is read for how common a shingle is: enough to know the common ones. */
const abstractSample = 8;
/** Titles taken between two pauses of a build. */
const slice = 2_000;

/**
 * Builds the filter and the candidates over a whole digest. Feed it papers in pieces as they are read, then `build`.
 */
export class IndexBuilder {
  private readonly counts = new ShingleCounts();
  private readonly papers: PaperId[] = [];
  private readonly variants: string[][] = [];
  private readonly identifierKeys: Key[][] = [];

  add(papers: Iterable<Matchable>): void {
    for (const paper of papers) {
      const texts = titleVariants(paper).map(({ text }) => text);
      // The whole title holds the shingles of its shorter forms.
      if (texts[0]) countShingles(texts[0], this.counts);
      if (paper.abstract && this.papers.length % abstractSample === 0)
        countShingles(paper.abstract, this.counts);
      this.papers.push(paper.id);
      this.variants.push(texts);
      this.identifierKeys.push(identifiersOfPaper(paper).map(identifierKey));
    }
  }

  /**
   * Makes the index of all that was added. `pause` is awaited now and then, so that other work gets its turn in between.
   */
  async build(generation: number, pause: () => Promise<void> = async () => {}): Promise<MatchIndex> {
    const first: number[] = [];
    const lines: number[] = [];
    // A second hash and its owner in one number, which sorts fast: 32 + 20 bits.
    const owned: number[] = [];
    for (const [owner, texts] of this.variants.entries()) {
      const keys = texts.flatMap((text) => titleKeys(text, this.counts));
      lines.push(...keys.map(({ line }) => line));
      for (const { h1, h2 } of [...keys, ...(this.identifierKeys[owner] as Key[])]) {
        first.push(h1);
        owned.push(h2 * mostPapers + owner);
      }
      if (owner % slice === slice - 1) await pause();
    }
    const sorted = Float64Array.from(owned).sort();
    const distinct = sorted.filter((key, i) => key !== sorted[i - 1]);
    const hashes = Uint32Array.from(distinct, (key) => Math.floor(key / mostPapers));
    await pause();
    const firstFilter = buildFuseFilter(first, 8);
    await pause();
    return {
      filter: {
        generation,
        first: firstFilter,
        second: buildFuseFilter(hashes, 16),
        lines: buildFuseFilter(lines, 8),
      },
      candidates: {
        generation,
        hashes,
        owners: Uint32Array.from(distinct, (key) => key % mostPapers),
        papers: this.papers,
      },
    };
  }
}

/** A million papers: far more than the archive will hold. */
const mostPapers = 2 ** 20;

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

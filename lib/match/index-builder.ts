import { hostOf, type Identifier, identifiersOfPaper } from '../paper/identifiers';
import type { Paper, PaperId } from '../paper/types';
import { buildFuseFilter } from './fuse';
import { identifierKey } from './hash';
import { changeLedger, emptyLedger, type Keyed, type Ledger } from './ledger';
import { hostKey } from './lines';
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
  /** For the builder that brings this index up to date later. */
  ledger: Ledger;
}

type Matchable = Pick<Paper, 'id' | 'title' | 'aliases' | 'links' | 'abstract'>;

/** A paper that was added, before the keys of its titles are chosen. */
interface Waiting {
  id: PaperId;
  titles: string[];
  identifiers: Keyed['keys'];
}

/** One abstract in this many is read for how common a shingle is: enough to know the common ones. */
const abstractSample = 8;
/** Papers taken between two pauses of a build. */
const slice = 1_000;

/**
 * Builds the filter and the candidates over a whole digest, or brings those of the last time up to date. Feed it papers in
 * pieces as they are read, then `build`.
 */
export class IndexBuilder {
  private readonly known: Ledger;
  private readonly gone: ReadonlySet<PaperId>;
  /** Papers whose text has been counted already. */
  private readonly counted: ReadonlySet<PaperId>;
  private readonly counts: ShingleCounts;
  private readonly added: Waiting[] = [];

  /**
   * @param known ledger of the index to go on with, which is used up; without it the index begins empty
   * @param gone papers to take out of it. One that only changed is added again.
   */
  constructor(known: Ledger = emptyLedger(), gone: ReadonlySet<PaperId> = new Set()) {
    this.known = known;
    this.gone = gone;
    this.counted = gone.size === 0 ? gone : new Set(known.papers.filter((id) => gone.has(id)));
    this.counts = new ShingleCounts(known.counts);
  }

  /** Adds papers that the index does not hold, or that are among those to take out. */
  add(papers: Iterable<Matchable>): void {
    for (const paper of papers) {
      const titles = titleVariants(paper).map(({ text }) => text);
      if (!this.counted.has(paper.id)) this.count(titles[0], paper.abstract);
      this.added.push({ id: paper.id, titles, identifiers: identifiersOfPaper(paper).map(keyOf) });
    }
  }

  /**
   * Makes the index of all that it holds now. `pause` is awaited now and then, so that other work gets its turn in
   * between.
   */
  async build(generation: number, pause: () => Promise<void> = async () => {}): Promise<MatchIndex> {
    const keyed: Keyed[] = [];
    // What was awaited before the build may not be over yet, such as the transaction that read the ledger.
    await pause();
    for (const { id, titles, identifiers } of this.added) {
      const keys = titles.flatMap((title) => titleKeys(title, this.counts));
      keyed.push({ id, keys: [...keys, ...identifiers] });
      if (keyed.length % slice === 0) await pause();
    }
    const ledger = changeLedger(this.known, this.gone, keyed, this.counts.counters);
    await pause();
    const candidates = await candidatesOf(ledger, generation, pause);
    await pause();
    const first = buildFuseFilter(ledger.firsts, 8);
    await pause();
    const second = buildFuseFilter(candidates.hashes, 16);
    await pause();
    const lines = buildFuseFilter(both(ledger.lines, ledger.pairs), 16);
    return { filter: { generation, first, second, lines }, candidates, ledger };
  }

  private count(title: string | undefined, abstract: string | undefined): void {
    // The whole title holds the shingles of its shorter forms.
    if (title) countShingles(title, this.counts);
    const place = this.known.papers.length + this.added.length;
    if (abstract && place % abstractSample === 0) countShingles(abstract, this.counts);
  }
}

function both(some: Uint32Array, others: Uint32Array): Uint32Array {
  const all = new Uint32Array(some.length + others.length);
  all.set(some);
  all.set(others, some.length);
  return all;
}

function keyOf(identifier: Identifier): Keyed['keys'][number] {
  const host = hostOf(identifier);
  return { ...identifierKey(identifier), ...(host && { line: hostKey(host) }) };
}

/** A million papers: far more than the archive will hold. */
const mostPapers = 2 ** 20;

async function candidatesOf(
  { papers, ends, seconds }: Ledger,
  generation: number,
  pause: () => Promise<void>,
): Promise<Candidates> {
  // A hash and its owner in one number, which sorts fast: 32 + 20 bits.
  const owned = new Float64Array(seconds.length);
  let owner = 0;
  for (let i = 0; i < seconds.length; i++) {
    while (i >= (ends[owner] as number)) owner++;
    owned[i] = (seconds[i] as number) * mostPapers + owner;
  }
  await pause();
  owned.sort();
  await pause();
  let count = 0;
  for (let i = 0; i < owned.length; i++) if (owned[i] !== owned[i - 1]) owned[count++] = owned[i] as number;
  const hashes = new Uint32Array(count);
  const owners = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const key = owned[i] as number;
    const hash = Math.floor(key / mostPapers);
    hashes[i] = hash;
    owners[i] = key - hash * mostPapers;
  }
  return { generation, hashes, owners, papers };
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

import { type Candidates, candidatesFor } from '../match/index-builder';
import { findMentions, type Matchable } from '../match/mentions';
import { hashesIn, readBlock } from '../match/read-text';
import type { Mention, TextBlock } from '../match/types';
import { identifiersOfPaper, isPaperId } from '../paper/identifiers';
import type { PaperId } from '../paper/types';
import { readCandidates } from './match-store';
import { getPapers } from './read';

/** The candidates of the last use, so that a worker that stays awake reads them once. */
let cached: Candidates | undefined;

/** Makes the next look-up read the candidates anew: for whoever has just rebuilt them. */
export function forgetCandidates(): void {
  cached = undefined;
}

/** What the index has; `undefined` before the first one is built. */
export async function currentCandidates(): Promise<Candidates | undefined> {
  cached ??= await readCandidates();
  return cached;
}

/**
 * The papers that each block mentions, in order of place. Nothing is found before the first index is built.
 *
 * @param ignored identifiers that name the page itself and no mention on it
 */
export async function mentionsIn(
  blocks: readonly TextBlock[],
  ignored: readonly string[],
): Promise<Mention[][]> {
  const candidates = await currentCandidates();
  if (!candidates) return blocks.map(() => []);
  const own = await namesOf(ignored);
  const read = blocks.map((block) => {
    const readable = readBlock(block, own);
    const ids = new Set([...hashesIn(readable)].flatMap((hash) => candidatesFor(candidates, hash)));
    return { readable, ids };
  });
  const wanted = [...new Set(read.flatMap(({ ids }) => [...ids]))];
  const papers = new Map<PaperId, Matchable>();
  for (const paper of await getPapers(wanted)) if (paper) papers.set(paper.id, paper);
  return read.map(({ readable, ids }) => {
    const possible = [...ids].flatMap((id) => papers.get(id) ?? []);
    return findMentions(readable, possible);
  });
}

/** Identifiers of a page, and all others of the papers that it is about: its link to their code names nothing new. */
async function namesOf(page: readonly string[]): Promise<Set<string>> {
  const about = await getPapers(page.filter(isPaperId));
  return new Set([...page, ...about.flatMap((paper) => (paper ? identifiersOfPaper(paper) : []))]);
}

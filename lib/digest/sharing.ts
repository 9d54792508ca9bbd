import { identifierKey } from '../match/hash';
import { candidatesFor } from '../match/index-builder';
import { identifiersOfPaper } from '../paper/identifiers';
import type { Paper, PaperId } from '../paper/types';
import { currentCandidates } from './lookup';
import { getPapers } from './read';

/** No paper is shown with more others than this. */
const most = 6;

/**
 * Other papers of the digest that have their code or their project page in the same place as one of `papers`, by the id of
 * that one; those in no place of that kind are left out. Nothing before the first index is built.
 */
export async function papersSharing(papers: readonly Paper[]): Promise<Map<PaperId, Paper[]>> {
  const candidates = await currentCandidates();
  if (!candidates) return new Map();
  const possible = papers.map((paper) => ({
    paper,
    others: placesOf(paper)
      .flatMap((place) => candidatesFor(candidates, identifierKey(place).h2))
      .filter((id) => id !== paper.id),
  }));
  const ids = [...new Set(possible.flatMap(({ others }) => others))];
  const known = new Map(
    (await getPapers(ids)).flatMap((paper) => (paper ? [[paper.id, paper] as const] : [])),
  );
  const sharing = new Map<PaperId, Paper[]>();
  for (const { paper, others } of possible) {
    const places = new Set(placesOf(paper));
    const found = [...new Set(others)]
      .flatMap((id) => known.get(id) ?? [])
      // Different places may have the same hash.
      .filter((other) => placesOf(other).some((place) => places.has(place)));
    if (found.length > 0) sharing.set(paper.id, found.slice(0, most));
  }
  return sharing;
}

/** The repositories and project pages that are a paper's own. */
const placesOf = (paper: Paper) =>
  identifiersOfPaper(paper).filter((identifier) => /^(?:repo|page):/.test(identifier));

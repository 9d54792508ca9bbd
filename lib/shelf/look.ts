import type { Paper, PaperId } from '@/lib/paper/types';

/** What someone saw of a paper when it was last before their eyes. */
export interface Look {
  id: PaperId;
  /** Milliseconds since 1970. */
  seenAt: number;
  /** Figures as they stood; absent where there was none. */
  upvotes?: number;
  stars?: number;
}

/** How far a paper's figures have moved since a look; 0 where either is not known. */
export interface Movement {
  upvotes: number;
  stars: number;
}

/** Stars of the paper's first code repository, which is the one that lists show. */
export function starsOf({ links }: Pick<Paper, 'links'>): number | undefined {
  return links.find(({ kind }) => kind === 'code')?.stars;
}

export function lookAt(paper: Paper, seenAt: number): Look {
  const stars = starsOf(paper);
  return {
    id: paper.id,
    seenAt,
    ...(paper.upvotes !== undefined && { upvotes: paper.upvotes }),
    ...(stars !== undefined && { stars }),
  };
}

export function movementSince(look: Look | undefined, paper: Paper): Movement {
  return { upvotes: moved(look?.upvotes, paper.upvotes), stars: moved(look?.stars, starsOf(paper)) };
}

function moved(before: number | undefined, now: number | undefined): number {
  return before === undefined || now === undefined ? 0 : now - before;
}

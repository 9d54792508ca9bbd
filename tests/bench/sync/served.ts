import { daysBetween, isWeekend } from '../../support/api/calendar.ts';
import { inventedPaper, type ServedPaper } from '../../support/api/paper.ts';
import type { Api } from '../../support/api/start.ts';
import { madeUpPapers } from './made-up.ts';

/** Papers of a working day: since May 2023 that makes some 40,000. */
const usualDay = 43;

/** `count` papers (at most 1,000) of a day as long as those of the Daily Papers, the same in every run with the same `seed`. */
export function fullPapers(count: number, day: string, seed: number): ServedPaper[] {
  return madeUpPapers(count, day, seed).map((made, at) => ({
    ...inventedPaper(seed * 1_000 + at, day),
    id: made.id,
    title: made.title,
    summary: made.abstract,
    tldr: made.tldr,
    authors: made.authors,
    keywords: made.ai_keywords,
    organization: made.organization,
    repository: made.githubRepo,
    projectPage: made.projectPage,
    upvotes: made.upvotes,
    stars: at,
  }));
}

/** Has the local server list as many papers on every working day. */
export function serveDays(api: Api, from: string, to: string): void {
  for (const [number, day] of daysBetween(from, to).entries())
    if (!isWeekend(day)) api.day(day).set(fullPapers(usualDay, day, number));
}

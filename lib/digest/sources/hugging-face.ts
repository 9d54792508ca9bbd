import * as v from 'valibot';
import type { Day } from '@/lib/paper/types';
import { paperOf } from './paper';
import {
  explain,
  line,
  optionalAddress,
  optionalCount,
  optionalDate,
  optionalDay,
  optionalLine,
  optionalList,
  optionalOrganization,
  optionalText,
  type Reading,
  requiredLine,
  titleOf,
} from './reading';

/**
 * Papers as https://huggingface.co/api gives them: an item of `daily_papers` (`{ paper: {…}, title, … }`) or the bare
 * object of `papers/{id}`. Fields it does not name are ignored: new ones appear over time.
 */

const author = v.object({ name: optionalLine, hidden: v.nullish(v.boolean()) });

const barePaper = v.object({
  id: optionalLine,
  title: requiredLine,
  summary: optionalText,
  authors: optionalList(author),
  publishedAt: optionalDate,
  submittedOnDailyAt: optionalDay,
  upvotes: optionalCount,
  numComments: optionalCount,
  projectPage: optionalAddress,
  githubRepo: optionalAddress,
  githubStars: optionalCount,
  ai_summary: optionalText,
  ai_keywords: optionalList(line),
  organization: optionalOrganization,
  thumbnail: optionalAddress,
  withdrawnAt: optionalDate,
});

/** What stands beside `paper` in an item, where it adds to it. `publishedAt` there is another time. */
const beside = v.object({
  title: optionalLine,
  summary: optionalText,
  numComments: optionalCount,
  thumbnail: optionalAddress,
});

/** True for an object as this API gives it, rather than a flat record. */
export function isFromHuggingFace(record: unknown): boolean {
  if (typeof record !== 'object' || record === null) return false;
  return 'paper' in record || 'summary' in record || 'discussionId' in record;
}

/** One item or bare paper. `asked` is the day that was asked for; before 2025 the answer does not repeat it. */
export function readHuggingFace(record: unknown, asked?: Day): Reading {
  const item = v.safeParse(beside, record);
  if (!item.success) return { ...titleOf(record), why: explain(item.issues) };
  const inside = (record as { paper?: unknown }).paper;
  const parsed = v.safeParse(barePaper, inside === undefined ? record : inside);
  if (!parsed.success) {
    const where = inside === undefined ? '' : 'paper: ';
    return { ...titleOf(record), ...titleOf(inside), why: where + explain(parsed.issues) };
  }
  const { output: paper } = parsed;
  const outer = item.output;
  return paperOf({
    id: paper.id,
    title: paper.title,
    otherTitles: [outer.title],
    authors: paper.authors?.flatMap(({ name, hidden }) => (name && !hidden ? [name] : [])),
    publishedAt: paper.publishedAt,
    day: paper.submittedOnDailyAt ?? asked,
    abstract: paper.summary ?? outer.summary,
    tldr: paper.ai_summary,
    repository: paper.githubRepo,
    stars: paper.githubStars,
    addresses: [paper.projectPage],
    keywords: paper.ai_keywords,
    upvotes: paper.upvotes,
    comments: outer.numComments ?? paper.numComments,
    organization: paper.organization,
    thumbnail: outer.thumbnail ?? paper.thumbnail,
    withdrawnAt: paper.withdrawnAt,
  });
}

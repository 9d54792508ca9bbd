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

/** A flat record: one paper, every field at its top level. Digest files and the starter digest are made of them. */
const flatRecord = v.object({
  id: optionalLine,
  title: requiredLine,
  arxivTitle: optionalLine,
  abstract: optionalText,
  authors: optionalList(line),
  publishedAt: optionalDate,
  submittedOnDailyAt: optionalDay,
  date: optionalDay,
  tldr: optionalText,
  ai_summary: optionalText,
  upvotes: optionalCount,
  numComments: optionalCount,
  githubRepo: optionalAddress,
  githubStars: optionalCount,
  projectPage: optionalAddress,
  links: optionalList(v.pipe(v.string(), v.maxLength(2_000, 'is too long'))),
  ai_keywords: optionalList(line),
  organization: optionalOrganization,
  thumbnail: optionalAddress,
  withdrawnAt: optionalDate,
});

/** One flat record. `asked` is its day where it names none, such as the day in the file's name. */
export function readFlat(record: unknown, asked?: Day): Reading {
  const parsed = v.safeParse(flatRecord, record);
  if (!parsed.success) return { ...titleOf(record), why: explain(parsed.issues) };
  const { output: flat } = parsed;
  return paperOf({
    id: flat.id,
    title: flat.title,
    otherTitles: [flat.arxivTitle],
    authors: flat.authors,
    publishedAt: flat.publishedAt,
    day: flat.submittedOnDailyAt ?? flat.date ?? asked,
    abstract: flat.abstract,
    tldr: flat.tldr ?? flat.ai_summary,
    repository: flat.githubRepo,
    stars: flat.githubStars,
    addresses: [flat.projectPage, ...(flat.links ?? [])],
    keywords: flat.ai_keywords,
    upvotes: flat.upvotes,
    comments: flat.numComments,
    organization: flat.organization,
    thumbnail: flat.thumbnail,
    withdrawnAt: flat.withdrawnAt,
  });
}

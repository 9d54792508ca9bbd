import * as v from 'valibot';
import type { Day } from '@/lib/paper/types';
import { type Account, paperOf } from './paper';
import {
  explain,
  linesThat,
  names,
  optional,
  optionalAddress,
  optionalAddresses,
  optionalCount,
  optionalDate,
  optionalDay,
  optionalLine,
  optionalNamed,
  optionalText,
  type Reading,
  requiredLine,
  titleOf,
} from './reading';

/**
 * A flat record: one paper, every field at its top level. Digest files and the starter digest are made of them, and the
 * papers of the Hugging Face API, which have `summary` for the abstract. Fields it does not name are ignored.
 */
const flatRecord = v.object({
  id: optionalLine,
  title: requiredLine,
  arxivTitle: optionalLine,
  abstract: optionalText,
  summary: optionalText,
  authors: optional(names),
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
  links: optional(linesThat('record.fieldsNotAddresses')),
  ai_keywords: optional(linesThat('record.fieldsNotWords')),
  organization: optionalNamed,
  submitter: optionalNamed,
  submittedOnDailyBy: optionalNamed,
  media: optionalAddresses,
  mediaUrls: optionalAddresses,
  thumbnail: optionalAddress,
  withdrawnAt: optionalDate,
});

/** One flat record. `asked` is its day where it names none, such as the day in the file's name. */
export function readFlat(record: unknown, asked?: Day): Reading {
  const read = flatAccount(record, asked);
  return 'why' in read ? read : paperOf(read.account);
}

type FlatAccount = Account & { otherTitles: (string | undefined)[] };

/** What a flat record says, or why it says nothing of use. */
export function flatAccount(
  record: unknown,
  asked?: Day,
): { account: FlatAccount } | { title?: string; why: string } {
  const parsed = v.safeParse(flatRecord, record);
  if (!parsed.success) return { ...titleOf(record), why: explain(parsed.issues) };
  const { output: flat } = parsed;
  const account = {
    id: flat.id,
    title: flat.title,
    otherTitles: [flat.arxivTitle],
    authors: flat.authors,
    publishedAt: flat.publishedAt,
    day: flat.submittedOnDailyAt ?? flat.date ?? asked,
    abstract: flat.abstract ?? flat.summary,
    tldr: flat.tldr ?? flat.ai_summary,
    repository: flat.githubRepo,
    stars: flat.githubStars,
    addresses: [flat.projectPage, ...(flat.links ?? [])],
    keywords: flat.ai_keywords,
    upvotes: flat.upvotes,
    comments: flat.numComments,
    organization: flat.organization,
    submitter: flat.submitter ?? flat.submittedOnDailyBy,
    media: flat.media ?? flat.mediaUrls,
    thumbnail: flat.thumbnail,
    withdrawnAt: flat.withdrawnAt,
  };
  return { account };
}

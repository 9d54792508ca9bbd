import * as v from 'valibot';
import type { Day } from '@/lib/paper/types';
import { flatAccount } from './flat';
import { paperOf } from './paper';
import {
  explain,
  optionalAddress,
  optionalAddresses,
  optionalCount,
  optionalDay,
  optionalLine,
  optionalNamed,
  optionalText,
  type Reading,
  titleOf,
} from './reading';

/**
 * An item of https://huggingface.co/api/daily_papers: a paper, and what stands beside it where that adds to it
 * (`publishedAt` there is another time). Fields it does not name are ignored: new ones appear over time.
 */
const item = v.object({
  paper: v.unknown(),
  title: optionalLine,
  summary: optionalText,
  numComments: optionalCount,
  thumbnail: optionalAddress,
  submittedBy: optionalNamed,
  organization: optionalNamed,
  mediaUrls: optionalAddresses,
});

/** True for an item of the list. A bare paper, as `api/papers/{id}` gives it, is a flat record like any other. */
export function isDailyItem(record: unknown): boolean {
  return typeof record === 'object' && record !== null && 'paper' in record;
}

/** One item. `asked` is the day that was asked for; before 2025 the answer does not repeat it. */
export function readDailyItem(record: unknown, asked?: Day): Reading {
  const parsed = v.safeParse(item, record);
  if (!parsed.success) return { ...titleOf(record), ...dayOf(record), why: explain(parsed.issues) };
  const { output: beside } = parsed;
  const inside = flatAccount(beside.paper, asked);
  if ('why' in inside) return { ...titleOf(record), ...dayOf(record), ...inside };
  const { account } = inside;
  return paperOf({
    ...account,
    otherTitles: [...account.otherTitles, beside.title],
    abstract: account.abstract ?? beside.summary,
    comments: beside.numComments ?? account.comments,
    organization: account.organization ?? beside.organization,
    submitter: beside.submittedBy ?? account.submitter,
    media: account.media ?? beside.mediaUrls,
    thumbnail: beside.thumbnail ?? account.thumbnail,
  });
}

const dated = v.object({ paper: v.object({ submittedOnDailyAt: optionalDay }) });

/** The day of an item that cannot be read, where that much can be. */
function dayOf(record: unknown): { day?: Day } {
  const { success, output } = v.safeParse(dated, record);
  const day = success ? output.paper.submittedOnDailyAt : undefined;
  return day === undefined ? {} : { day };
}

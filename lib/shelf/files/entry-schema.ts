import * as v from 'valibot';
import { t } from '@/lib/i18n/text';
import type { Paper, PaperId } from '@/lib/paper/types';
import { readingStatuses, type ShelfEntry } from '../types';

/*
 * An entry from a file, field by field: what is wrong or unknown in one is refused, never dropped without a word. Whoever
 * gives papers or entries a new field finds here that the file format needs it, and a new version.
 */

/** A message of ours that names a clause; valibot has its own for everything else. */
const says = (fault: Fault) => fault;

const faults = [
  'shelfRecord.noAddress',
  'shelfRecord.noId',
  'shelfRecord.noLetters',
  'shelfRecord.noDay',
] as const;
type Fault = (typeof faults)[number];

const text = v.string();
const texts = v.array(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(253_402_300_800_000));
const address = v.pipe(text, v.regex(/^https?:\/\/[^\s]+$/i, says('shelfRecord.noAddress')));
const id = v.custom<PaperId>(
  (value) => typeof value === 'string' && /^(?:arxiv|doi|title):\S{1,300}$/.test(value),
  says('shelfRecord.noId'),
);

const link = v.strictObject({
  kind: v.picklist(['code', 'project', 'demo', 'model', 'dataset']),
  url: address,
  stars: v.exactOptional(count),
});

const paper = v.strictObject({
  id,
  title: v.pipe(text, v.regex(/[\p{L}\p{N}]/u, says('shelfRecord.noLetters'))),
  aliases: texts,
  authors: texts,
  publishedAt: v.exactOptional(text),
  day: v.exactOptional(v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}$/, says('shelfRecord.noDay')))),
  abstract: v.exactOptional(text),
  tldr: v.exactOptional(text),
  links: v.array(link),
  keywords: texts,
  upvotes: v.exactOptional(count),
  comments: v.exactOptional(count),
  organization: v.exactOptional(text),
  submitter: v.exactOptional(text),
  media: v.exactOptional(v.array(address)),
  thumbnail: v.exactOptional(address),
  withdrawnAt: v.exactOptional(text),
});

const entry = v.strictObject({
  id,
  paper,
  status: v.picklist(readingStatuses),
  tags: texts,
  note: text,
  addedAt: time,
  updatedAt: time,
  removedAt: v.exactOptional(time),
  otherIds: v.exactOptional(v.array(id)),
  citationKey: v.exactOptional(text),
});

/** Fails to compile where the schema and the types part. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;
const isComplete: Same<Required<v.InferOutput<typeof paper>>, Required<Paper>> &
  Same<Required<v.InferOutput<typeof entry>>, Required<ShelfEntry>> = true;

/** The entry a record of a file is, or why it is none. */
export function readEntry(record: unknown): { entry: ShelfEntry } | { title?: string; why: string } {
  const parsed = v.safeParse(entry, record);
  if (parsed.success && isComplete && parsed.output.paper.id === parsed.output.id)
    return { entry: parsed.output };
  const title = titleOf(record);
  return {
    ...(title !== undefined && { title }),
    why: parsed.success ? t('shelfRecord.twoIds') : explain(parsed.issues[0]),
  };
}

function explain(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  if (path === null) return t('shelfRecord.noEntry');
  if (issue.expected === 'never') return t('shelfRecord.unknown', { path });
  if (issue.received === 'undefined') return t('shelfRecord.lacks', { path });
  return t(faults.find((fault) => fault === issue.message) ?? 'shelfRecord.wrong', { path });
}

function titleOf(record: unknown): string | undefined {
  const found = v.safeParse(v.object({ paper: v.object({ title: text }) }), record);
  return found.success ? found.output.paper.title.slice(0, 200) : undefined;
}

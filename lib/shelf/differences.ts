import { isIdentified } from '@/lib/paper/merge';
import { displayText, displayTitle } from '@/lib/paper/title';
import { idsOf } from './entry';
import type { ShelfEntry } from './types';

const differingFields = [
  'shelf',
  'title',
  'status',
  'tags',
  'note',
  'authors',
  'date',
  'abstract',
  'links',
  'ids',
  'details',
] as const;
export type DifferingField = (typeof differingFields)[number];

/** A field that is not what it was, as text for a person; empty where there was nothing, or is nothing now. */
export interface Difference {
  field: DifferingField;
  before: string;
  after: string;
}

/** `shelf` is empty for what is on it; `details` are what lists show least of: keywords, figures, other titles. */
const texts: Record<DifferingField, (entry: ShelfEntry) => string> = {
  shelf: ({ removedAt }) => (removedAt === undefined ? 'on' : 'off'),
  title: ({ paper }) => displayTitle(paper.title),
  status: ({ status }) => status,
  tags: ({ tags }) => tags.join(', '),
  note: ({ note }) => note,
  authors: ({ paper }) => paper.authors.join(', '),
  date: ({ paper }) => paper.publishedAt ?? '',
  abstract: ({ paper }) => displayText(paper.abstract ?? paper.tldr ?? ''),
  links: ({ paper }) =>
    paper.links
      .map(({ url }) => url)
      .sort()
      .join('\n'),
  ids: (entry) =>
    idsOf(entry)
      .filter((id) => isIdentified({ id }))
      .join(', '),
  details: ({ paper, citationKey }) =>
    [
      ...[...paper.keywords].sort(),
      ...[...paper.aliases].sort(),
      paper.day,
      paper.organization,
      paper.upvotes,
      paper.comments,
      citationKey,
    ]
      .filter((one) => one !== undefined)
      .join(', '),
};

/** What a person would notice of what changed in an entry. */
export function differencesOf(before: ShelfEntry, after: ShelfEntry): Difference[] {
  return differingFields
    .map((field) => ({ field, before: texts[field](before), after: texts[field](after) }))
    .filter((difference) => difference.before !== difference.after);
}

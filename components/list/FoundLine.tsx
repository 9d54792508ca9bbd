import { type PlainKey, t } from '@/lib/i18n/text';
import { displayText, displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';
import type { Field, Highlighter } from '@/lib/search/types';
import type { ShelfEntry } from '@/lib/shelf/types';
import { excerptOf } from './excerpt';

/** Characters of a text around what was found in it. */
const room = 90;

const names = {
  tag: 'list.tag',
  note: 'field.note',
  author: 'list.author',
  organization: 'list.organization',
  keyword: 'list.keyword',
  abstract: 'field.abstract',
} as const satisfies Record<Exclude<Field, 'title'>, PlainKey>;

/** What the reader made of a paper on the shelf. */
export type Kept = Pick<ShelfEntry, 'tags' | 'note'>;

export interface FoundLineProps {
  paper: Paper;
  kept?: Kept | undefined;
  highlighter: Highlighter;
}

/** Where a search found what the paper's title does not show. Nothing where that shows it all. */
export function FoundLine({ paper, kept, highlighter }: FoundLineProps) {
  const rest = highlighter.beyond(displayTitle(paper.title), 'title');
  if (!rest) return null;
  for (const { field, text } of placesOf(paper, kept)) {
    const [found] = rest.stretchesIn(text, field);
    if (!found) continue;
    const { before, found: words, after } = excerptOf(text, found, room);
    return (
      <p class="row-found">
        <span class="row-found-place">
          {t('paper.kindOf', { kind: t(names[field]) })}
          {t('general.betweenSentences')}
        </span>
        {before}
        <mark>{words}</mark>
        {after}
      </p>
    );
  }
  return null;
}

interface Place {
  field: keyof typeof names;
  text: string;
}

/** Most telling first. */
function placesOf(
  { authors, organization, keywords, abstract, tldr }: Paper,
  { tags, note }: Kept = { tags: [], note: '' },
): Place[] {
  const places = (field: Place['field'], texts: readonly (string | undefined)[]) =>
    texts.flatMap((text) => (text ? [{ field, text }] : []));
  return [
    ...places('tag', tags),
    ...places('note', [note]),
    ...places('author', authors),
    ...places('organization', [organization]),
    ...places('keyword', keywords),
    ...places('abstract', [tldr && displayText(tldr), abstract && displayText(abstract)]),
  ];
}

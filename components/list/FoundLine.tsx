import { displayText, displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';
import type { Field, Highlighter } from '@/lib/search/types';
import { excerptOf } from './excerpt';

/** Characters of a text around what was found in it. */
const room = 90;

type Shown = Extract<Field, 'author' | 'organization' | 'keyword' | 'abstract'>;
const names: Record<Shown, string> = {
  author: 'Author',
  organization: 'Organisation',
  keyword: 'Keyword',
  abstract: 'Abstract',
};

/** Where a search found what the paper's title does not show. Nothing where that shows it all. */
export function FoundLine({ paper, highlighter }: { paper: Paper; highlighter: Highlighter }) {
  const rest = highlighter.beyond(displayTitle(paper.title), 'title');
  if (!rest) return null;
  for (const { field, text } of placesOf(paper)) {
    const [found] = rest.stretchesIn(text, field);
    if (!found) continue;
    const { before, found: words, after } = excerptOf(text, found, room);
    return (
      <p class="row-found">
        <span class="row-found-place">{names[field]}: </span>
        {before}
        <mark>{words}</mark>
        {after}
      </p>
    );
  }
  return null;
}

/** Most telling first. */
function placesOf({
  authors,
  organization,
  keywords,
  abstract,
  tldr,
}: Paper): { field: Shown; text: string }[] {
  return [
    ...authors.map((text) => ({ field: 'author' as const, text })),
    ...(organization ? [{ field: 'organization' as const, text: organization }] : []),
    ...keywords.map((text) => ({ field: 'keyword' as const, text })),
    ...[tldr, abstract].flatMap((text) =>
      text ? [{ field: 'abstract' as const, text: displayText(text) }] : [],
    ),
  ];
}

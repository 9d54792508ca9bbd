import type { ComponentChildren } from 'preact';
import { Abstract } from '@/components/paper/Abstract';
import { Authors } from '@/components/paper/Authors';
import { LinkChips } from '@/components/paper/LinkChips';
import { displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';

export interface PaperCardProps {
  paper: Paper;
  head: ComponentChildren;
  foot: ComponentChildren;
}

/** Characters of 13 px that stand on the card's line of authors. */
const authorRoom = 56;

/** The hover card: what a person sees on resting on a paper. Styled by `card.css` inside the same shadow tree. */
export function PaperCard({ paper, head, foot }: PaperCardProps) {
  const title = displayTitle(paper.title);
  return (
    <div class="card" role="dialog" aria-label={title}>
      {head}
      <div class="card-scroll">
        <h2 class="card-title">{title}</h2>
        <Authors names={paper.authors} publishedAt={paper.publishedAt} room={authorRoom} />
        <LinkChips links={paper.links} />
        <Abstract paper={paper} />
      </div>
      {foot}
    </div>
  );
}

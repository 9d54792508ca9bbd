import type { ComponentChildren } from 'preact';
import { Abstract } from '@/components/paper/Abstract';
import { Authors } from '@/components/paper/Authors';
import { Keywords } from '@/components/paper/Keywords';
import { LinkChips } from '@/components/paper/LinkChips';
import { displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';
import { Announcement } from './Announcement';
import { Sharing, type SharingProps } from './Sharing';

export interface PaperCardProps {
  paper: Paper;
  /** Changes with every opening: what was unfolded in an earlier one is folded again. */
  opening: number;
  /** Whoever does not see the card is told that it is there. */
  isAnnounced: boolean;
  /** How far the stars of its code have moved since it was last seen. */
  starsMoved: number;
  sharing: SharingProps['papers'];
  onShow: SharingProps['onShow'];
  head: ComponentChildren;
  stepper: ComponentChildren;
  foot: ComponentChildren;
}

/** Characters of 13 px that stand on the card's line of authors. */
const authorRoom = 54;

/** The hover card: what a person sees on resting on a paper. Styled by `card.css` inside the same shadow tree. */
export function PaperCard(props: PaperCardProps) {
  const { paper, opening, isAnnounced, starsMoved, sharing, onShow, head, stepper, foot } = props;
  const title = displayTitle(paper.title);
  return (
    <div class="card" role="dialog" aria-label={title}>
      {isAnnounced && <Announcement title={title} opening={opening} />}
      {head}
      {stepper}
      <div key={`${opening} ${paper.id}`} class="card-scroll">
        <h2 class="card-title" dir="auto">
          {title}
        </h2>
        <Authors names={paper.authors} publishedAt={paper.publishedAt} room={authorRoom} />
        <LinkChips links={paper.links} starsMoved={starsMoved} />
        <Abstract paper={paper} />
        <Keywords keywords={paper.keywords} />
        <Sharing papers={sharing} onShow={onShow} />
      </div>
      {foot}
    </div>
  );
}

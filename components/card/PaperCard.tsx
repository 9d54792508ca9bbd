import { Abstract } from '@/components/paper/Abstract';
import { Authors } from '@/components/paper/Authors';
import { evidenceWords } from '@/components/paper/evidence';
import { dateName, shortCount } from '@/components/paper/format';
import { LinkChips } from '@/components/paper/LinkChips';
import { PaperActions, type PaperActionsProps } from '@/components/paper/PaperActions';
import type { Evidence } from '@/lib/match/types';
import { displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';

export interface PaperCardProps extends Omit<PaperActionsProps, 'id'> {
  paper: Paper;
  evidence: Evidence;
}

/** Characters of 13 px that stand on the card's line of authors. */
const authorRoom = 56;

/** The hover card: what a person sees on resting on a paper. Styled by `card.css` inside the same shadow tree. */
export function PaperCard({ paper, evidence, ...actions }: PaperCardProps) {
  const title = displayTitle(paper.title);
  return (
    <div class="card" role="dialog" aria-label={title}>
      <div class="card-scroll">
        <TopLine paper={paper} evidence={evidence} />
        <h2 class="card-title">{title}</h2>
        <Authors names={paper.authors} room={authorRoom} />
        <LinkChips links={paper.links} />
        <Abstract paper={paper} />
      </div>
      <div class="card-foot">
        <PaperActions id={paper.id} {...actions} />
      </div>
    </div>
  );
}

function TopLine({ paper, evidence }: { paper: Paper; evidence: Evidence }) {
  const day = paper.day ?? paper.publishedAt;
  return (
    <p class="card-top">
      {day && <span>{dateName(day)}</span>}
      {paper.upvotes !== undefined && (
        <span>
          <span aria-hidden="true">▲ </span>
          {shortCount(paper.upvotes)}
          <span class="visually-hidden"> upvotes</span>
        </span>
      )}
      {paper.withdrawnAt && <span class="card-withdrawn">withdrawn</span>}
      <span>{evidenceWords[evidence]}</span>
    </p>
  );
}

import type { ComponentChildren } from 'preact';
import { Abstract } from '@/components/paper/Abstract';
import { Authors } from '@/components/paper/Authors';
import { whyFound } from '@/components/paper/evidence';
import { dateName, shortCount } from '@/components/paper/format';
import { LinkChips } from '@/components/paper/LinkChips';
import type { Evidence } from '@/lib/match/types';
import { displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';

export interface PaperCardProps {
  paper: Paper;
  evidence: Evidence;
  /** 0 to 1: how well the page's words fit the title. */
  score: number;
  foot: ComponentChildren;
}

/** Characters of 13 px that stand on the card's line of authors. */
const authorRoom = 56;

/** The hover card: what a person sees on resting on a paper. Styled by `card.css` inside the same shadow tree. */
export function PaperCard({ paper, evidence, score, foot }: PaperCardProps) {
  const title = displayTitle(paper.title);
  return (
    <div class="card" role="dialog" aria-label={title}>
      <div class="card-scroll">
        <TopLine paper={paper} why={whyFound(evidence, score)} />
        <h2 class="card-title">{title}</h2>
        <Authors names={paper.authors} publishedAt={paper.publishedAt} room={authorRoom} />
        <LinkChips links={paper.links} />
        <Abstract paper={paper} />
      </div>
      {foot}
    </div>
  );
}

function TopLine({ paper, why }: { paper: Paper; why: string }) {
  return (
    <p class="card-top">
      {paper.day && <span>{`Digest of ${dateName(paper.day)}`}</span>}
      {paper.upvotes !== undefined && (
        <span>
          <span aria-hidden="true">{'▲\u00a0'}</span>
          {shortCount(paper.upvotes)}
          <span class="visually-hidden"> upvotes</span>
        </span>
      )}
      {paper.withdrawnAt && <span class="card-withdrawn">withdrawn</span>}
      <span>{why}</span>
    </p>
  );
}

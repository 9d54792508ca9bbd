import { whyFound } from '@/components/paper/evidence';
import { t } from '@/lib/i18n/text';
import type { PlacedMention } from '@/lib/page/mention-list';
import type { CitationFormat } from '@/lib/paper/citation';
import type { PaperId } from '@/lib/paper/types';
import type { ReadingStatus } from '@/lib/shelf/types';
import { CardFoot } from './CardFoot';
import { CardHead } from './CardHead';
import { Dismissed } from './Dismissed';
import type { Described } from './descriptions';
import { PaperCard } from './PaperCard';
import { Stepper } from './Stepper';

/** What the card shows, as long as it is about one mention. */
export interface Shown extends Described {
  mention: PlacedMention;
  /** Changes with every opening: nothing is left of what was unfolded in an earlier one. */
  opening: number;
  isPinned: boolean;
  /** By key, not by pointing. */
  isAskedFor: boolean;
  /** The papers of this passage, where there are several. */
  passage: readonly PlacedMention[];
  /** The mention's paper and those that share its links, while someone steps through these. */
  sharers?: readonly PaperId[] | undefined;
  dismissed?: 'here' | 'everywhere' | undefined;
  /** It was taken off the shelf in this card. */
  isRemoved?: boolean;
  /** What could not be done, in a sentence. */
  problem?: string | undefined;
}

/** What can be done in the card. */
export interface CardActs {
  pin(isPinned: boolean): void;
  move(x: number, y: number): void;
  close(): void;
  step(direction: 1 | -1): void;
  showSharer(id: PaperId): void;
  save(): void;
  unsave(): void;
  keep(): void;
  setStatus(status: ReadingStatus): void;
  copy(format: CitationFormat): Promise<boolean>;
  dismiss(isEverywhere: boolean): void;
  restore(): void;
}

export function OpenCard({ shown, acts }: { shown: Shown; acts: CardActs }) {
  const { paper, mention, moved, sharers } = shown;
  return (
    <PaperCard
      paper={paper}
      opening={shown.opening}
      isAnnounced={shown.isAskedFor}
      starsMoved={moved.stars}
      sharing={sharers ? [] : shown.sharing}
      onShow={acts.showSharer}
      head={
        <CardHead
          paper={paper}
          upvotesMoved={moved.upvotes}
          why={sharers ? t('card.sharesCode') : whyFound(mention.evidence, mention.score)}
          isPinned={shown.isPinned}
          onPin={acts.pin}
          onMove={acts.move}
          onClose={acts.close}
        />
      }
      stepper={<Group shown={shown} onStep={acts.step} />}
      foot={
        shown.dismissed ? <DismissedFoot shown={shown} acts={acts} /> : <Foot shown={shown} acts={acts} />
      }
    />
  );
}

function Group({ shown, onStep }: { shown: Shown; onStep: CardActs['step'] }) {
  const { paper, mention, passage, sharers } = shown;
  if (sharers) {
    const at = sharers.indexOf(paper.id) + 1;
    return <Stepper at={at} count={sharers.length} common="card.ofCode" onStep={onStep} />;
  }
  if (passage.length < 2) return null;
  const at = passage.indexOf(mention) + 1;
  return <Stepper at={at} count={passage.length} common="card.ofPassage" onStep={onStep} />;
}

function Foot({ shown, acts }: { shown: Shown; acts: CardActs }) {
  return (
    <CardFoot
      key={`${shown.opening} ${shown.paper.id}`}
      id={shown.paper.id}
      saved={shown.saved}
      status={shown.status}
      isRemoved={shown.isRemoved ?? false}
      problem={shown.problem}
      onSave={acts.save}
      onUnsave={acts.unsave}
      onKeep={acts.keep}
      onStatus={acts.setStatus}
      onCopyBibtex={() => acts.copy('bibtex')}
      onCopyAs={acts.copy}
      onDismiss={shown.sharers ? undefined : () => acts.dismiss(false)}
    />
  );
}

function DismissedFoot({ shown, acts }: { shown: Shown; acts: CardActs }) {
  return (
    <Dismissed
      isEverywhere={shown.dismissed === 'everywhere'}
      problem={shown.problem}
      onEverywhere={() => acts.dismiss(true)}
      onUndo={acts.restore}
    />
  );
}

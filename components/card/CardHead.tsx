import { useRef } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import { dateName, shortCount } from '@/components/paper/format';
import { Moved } from '@/components/paper/Moved';
import { t } from '@/lib/i18n/text';
import type { Paper } from '@/lib/paper/types';

export interface CardHeadProps {
  paper: Paper;
  /** How far its upvotes have moved since it was last seen. */
  upvotesMoved: number;
  /** Why the card is about this paper, in a few words. */
  why: string;
  isPinned: boolean;
  onPin(isPinned: boolean): void;
  /** By CSS pixels. */
  onMove(x: number, y: number): void;
  onClose(): void;
}

/** CSS pixels a card goes for one press of an arrow key; ten times that with Shift. */
const step = 10;
const arrows: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** The card's first line: when and why. Whoever drags it takes the card along, and so do the arrow keys on its buttons. */
export function CardHead({ isPinned, onPin, onMove, onClose, ...about }: CardHeadProps) {
  const from = useRef<{ x: number; y: number } | undefined>(undefined);

  const grab = (event: PointerEvent) => {
    const head = event.currentTarget as HTMLElement;
    if (event.button !== 0 || (event.target as Element).closest('button')) return;
    head.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, y: event.clientY };
  };
  const drag = ({ clientX: x, clientY: y }: PointerEvent) => {
    if (!from.current) return;
    if (!isPinned) onPin(true);
    onMove(x - from.current.x, y - from.current.y);
    from.current = { x, y };
  };
  const drop = () => {
    from.current = undefined;
  };
  const press = (event: KeyboardEvent) => {
    const [x, y] = arrows[event.key] ?? [0, 0];
    if (!isPinned || (x === 0 && y === 0)) return;
    event.preventDefault();
    const times = event.shiftKey ? 10 : 1;
    onMove(x * times, y * times);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a way for the pointer; its buttons take the arrow keys
    <div
      class="card-head"
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={drop}
      onLostPointerCapture={drop}
      onKeyDown={press}
    >
      <About {...about} />
      <button
        type="button"
        class="card-tool"
        aria-pressed={isPinned}
        aria-label={t('card.pin')}
        aria-description={isPinned ? t('card.arrowKeys') : undefined}
        onClick={() => onPin(!isPinned)}
      >
        <Icon name="pin" filled={isPinned} />
      </button>
      {isPinned && (
        <button type="button" class="card-tool" aria-label={t('general.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

function About({ paper, upvotesMoved, why }: Pick<CardHeadProps, 'paper' | 'upvotesMoved' | 'why'>) {
  return (
    <p class="card-top">
      {paper.day && <span>{t('card.digestOf', { date: dateName(paper.day) })}</span>}
      {paper.upvotes !== undefined && (
        <span>
          <span aria-hidden="true">{'▲\u00a0'}</span>
          {shortCount(paper.upvotes)}
          <span class="visually-hidden"> {t('paper.upvotes')}</span>
          <Moved by={upvotesMoved} />
        </span>
      )}
      {paper.withdrawnAt && <span class="card-withdrawn">{t('card.withdrawn')}</span>}
      <span>{why}</span>
    </p>
  );
}

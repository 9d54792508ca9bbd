import { h, render } from 'preact';
import { CardHost } from '@/lib/page/card-host';
import { copyText } from '@/lib/page/copy';
import { HoverController, type HoverHabits } from '@/lib/page/hover-controller';
import type { PlacedMention } from '@/lib/page/mention-list';
import type { Painter } from '@/lib/page/painter';
import type { PageSession } from '@/lib/page/session';
import { toBibtex } from '@/lib/paper/citation';
import type { Paper, PaperId } from '@/lib/paper/types';
import { CardFoot } from './CardFoot';
import { CardHead } from './CardHead';
import css from './card.css?inline';
import { Dismissed } from './Dismissed';
import { PaperCard } from './PaperCard';

/** What the worker knows of a paper. */
interface Described {
  paper: Paper;
  saved: boolean;
}

/** What the card needs from the rest of the extension. Each may reject where the extension is gone. */
export interface CardServices {
  describe(id: PaperId): Promise<Described | null>;
  save(id: PaperId): Promise<{ saved: boolean }>;
  unsave(id: PaperId): Promise<{ saved: boolean }>;
  /** Puts back on the shelf, as it was, what `unsave` took off. */
  keep(id: PaperId): Promise<{ saved: boolean }>;
  /** "Not this paper", on this page or on every page. */
  dismiss(id: PaperId, everywhere: boolean): Promise<unknown>;
  restore(id: PaperId): Promise<unknown>;
  /** Calls back with how the card is called for, now and whenever that changes, until `signal` aborts. */
  followHabits(callback: (habits: HoverHabits) => void, signal: AbortSignal): Promise<void>;
}

/** What the card shows, as long as it is about one mention. */
interface Shown extends Described {
  mention: PlacedMention;
  isPinned: boolean;
  dismissed?: 'here' | 'everywhere';
  /** It was taken off the shelf in this card. */
  isRemoved?: boolean;
}

/** Brings the hover card to a page on which a session runs. */
export function startCard(session: PageSession, painter: Painter, services: CardServices): void {
  const host = new CardHost(css, () => controller.leaveBehind());
  let current: PlacedMention | undefined;
  let shown: Shown | undefined;
  let asked: { paper: PaperId; answer: Promise<Described | null> } | undefined;

  /** Asks while the pointer still rests, so that the answer is there when the card opens. */
  const prepare = ({ paper }: PlacedMention) => {
    const answer = services.describe(paper);
    asked = { paper, answer };
    // Whoever opens the card hears of it.
    answer.catch(() => {});
  };

  const open = async (mention: PlacedMention, at: { x: number; y: number } | undefined) => {
    current = mention;
    const found = await (asked?.paper === mention.paper ? asked.answer : services.describe(mention.paper));
    asked = undefined;
    // The pointer may have gone elsewhere while the worker woke up.
    if (current !== mention) return;
    if (!found) return close();
    hideDismissed();
    show({ mention, isPinned: shown?.isPinned ?? false, ...found });
    painter.paintHovered(mention);
    host.open(mention, at);
  };

  const close = () => {
    current = undefined;
    painter.paintHovered();
    host.close();
    render(null, host.root);
    hideDismissed();
    shown = undefined;
  };

  /** Only once the card is about something else: it must not vanish under the pointer that would undo it. */
  const hideDismissed = () => {
    if (shown?.dismissed) session.mentions.setHidden(shown.mention.paper, true);
  };

  /** Does something about the paper, then shows what came of it, if the card is still about it. */
  const after = (work: (id: PaperId) => Promise<Partial<Shown>>) => async () => {
    const before = shown;
    if (!before) return;
    const change = await work(before.paper.id);
    if (shown?.mention === before.mention) show({ ...shown, ...change });
  };

  const show = (now: Shown) => {
    shown = now;
    const { paper } = now;
    const foot = now.dismissed ? dismissedFoot(now) : usualFoot(now);
    // The card keeps its size when it is dismissed: it must not shrink away from the pointer that would undo it.
    render(h(PaperCard, { paper, head: head(now), foot }), host.root);
  };

  const head = ({ paper, mention, isPinned }: Shown) =>
    h(CardHead, {
      paper,
      evidence: mention.evidence,
      score: mention.score,
      isPinned,
      onPin(isPinned) {
        if (!shown) return;
        host.pin(isPinned);
        controller.pin(isPinned);
        show({ ...shown, isPinned });
      },
      onMove: (x, y) => host.moveBy(x, y),
      onClose: () => controller.dismiss(),
    });

  const usualFoot = ({ paper, saved, isRemoved = false }: Shown) =>
    h(CardFoot, {
      id: paper.id,
      saved,
      isRemoved,
      onSave: after(async (id) => ({ ...(await services.save(id)), isRemoved: false })),
      onUnsave: after(async (id) => ({ ...(await services.unsave(id)), isRemoved: true })),
      onKeep: after(async (id) => ({ ...(await services.keep(id)), isRemoved: false })),
      onCopyBibtex: () => copyText(toBibtex(paper), host.root),
      onDismiss: after(async (id) => {
        await services.dismiss(id, false);
        return { dismissed: 'here' };
      }),
    });

  const dismissedFoot = ({ paper, dismissed }: Shown) =>
    h(Dismissed, {
      isEverywhere: dismissed === 'everywhere',
      onEverywhere: after(async (id) => {
        await services.dismiss(id, true);
        return { dismissed: 'everywhere' };
      }),
      onUndo: async () => {
        await services.restore(paper.id);
        if (!shown) return;
        const { dismissed: _, ...rest } = shown;
        show(rest);
      },
    });

  const controller = new HoverController(
    session.mentions,
    {
      prepare,
      open: (mention, at) => void open(mention, at).catch(close),
      close,
      follow: () => host.follow(),
      box: () => host.box(),
      holds: (event) => host.holds(event),
      isInUse: () => host.isInUse,
    },
    session.signal,
  );
  session.step = (direction) => controller.step(direction);
  services
    .followHabits((habits) => {
      controller.habits = habits;
    }, session.signal)
    // The extension has gone in the meantime; what it left behind goes on with the usual habits.
    .catch(() => {});
}

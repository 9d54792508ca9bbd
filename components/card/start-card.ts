import { h, render } from 'preact';
import { CardHost } from '@/lib/page/card-host';
import { copyText } from '@/lib/page/copy';
import { HoverController } from '@/lib/page/hover-controller';
import type { PlacedMention } from '@/lib/page/mention-list';
import type { PageSession } from '@/lib/page/session';
import { toBibtex } from '@/lib/paper/citation';
import type { Paper, PaperId } from '@/lib/paper/types';
import { CardFoot } from './CardFoot';
import css from './card.css?inline';
import { Dismissed } from './Dismissed';
import { PaperCard } from './PaperCard';

/** What the card needs from the rest of the extension. Each may reject where the extension is gone. */
export interface CardServices {
  describe(id: PaperId): Promise<{ paper: Paper; saved: boolean } | null>;
  save(id: PaperId): Promise<{ saved: boolean }>;
  unsave(id: PaperId): Promise<{ saved: boolean }>;
  /** "Not this paper", on this page or on every page. */
  dismiss(id: PaperId, everywhere: boolean): Promise<unknown>;
  restore(id: PaperId): Promise<unknown>;
}

/** What the card shows, as long as it is about one mention. */
interface Shown {
  mention: PlacedMention;
  paper: Paper;
  saved: boolean;
  dismissed?: 'here' | 'everywhere';
}

/** Brings the hover card to a page on which a session runs. */
export function startCard(session: PageSession, services: CardServices): void {
  const host = new CardHost(css);
  let current: PlacedMention | undefined;
  let shown: Shown | undefined;

  const open = async (mention: PlacedMention) => {
    current = mention;
    const found = await services.describe(mention.paper);
    // The pointer may have gone elsewhere while the worker woke up.
    if (current !== mention) return;
    if (!found) return close();
    show({ mention, ...found });
    session.painter.paintHovered(mention);
    host.open(mention);
  };

  const close = () => {
    const { mention, dismissed } = shown ?? {};
    current = undefined;
    shown = undefined;
    session.painter.paintHovered();
    host.close();
    render(null, host.root);
    // Only now: the card must not vanish under the pointer that would undo it.
    if (mention && dismissed) session.mentions.setHidden(mention.paper, true);
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
    const { paper, mention, dismissed } = now;
    const foot = dismissed ? dismissedFoot(now) : usualFoot(now);
    // The card keeps its size when it is dismissed: it must not shrink away from the pointer that would undo it.
    render(h(PaperCard, { paper, evidence: mention.evidence, score: mention.score, foot }), host.root);
  };

  const usualFoot = ({ paper, saved }: Shown) =>
    h(CardFoot, {
      id: paper.id,
      saved,
      onSave: after(services.save),
      onUnsave: after(services.unsave),
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
      open: (mention) => void open(mention).catch(close),
      close,
      box: () => host.box(),
      holds: (event) => host.holds(event),
      isInUse: () => host.isInUse,
    },
    session.signal,
  );
  session.step = (direction) => controller.step(direction);
}

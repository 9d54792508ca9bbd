import { h, render } from 'preact';
import { CardHost } from '@/lib/page/card-host';
import { copyText } from '@/lib/page/copy';
import { HoverController } from '@/lib/page/hover-controller';
import type { PlacedMention } from '@/lib/page/mention-list';
import type { PageSession } from '@/lib/page/session';
import { toBibtex } from '@/lib/paper/citation';
import type { Paper, PaperId } from '@/lib/paper/types';
import css from './card.css?inline';
import { PaperCard } from './PaperCard';

/** What the card needs from the rest of the extension. Each may reject where the extension is gone. */
export interface CardServices {
  describe(id: PaperId): Promise<{ paper: Paper; saved: boolean } | null>;
  save(id: PaperId): Promise<{ saved: boolean }>;
  unsave(id: PaperId): Promise<{ saved: boolean }>;
}

/** Brings the hover card to a page on which a session runs. */
export function startCard(session: PageSession, services: CardServices): void {
  const host = new CardHost(css);
  let current: PlacedMention | undefined;

  const open = async (mention: PlacedMention) => {
    current = mention;
    const found = await services.describe(mention.paper);
    // The pointer may have gone elsewhere while the worker woke up.
    if (current !== mention) return;
    if (!found) return close();
    show(mention, found.paper, found.saved);
    session.painter.paintHovered(mention);
    host.open(mention);
  };

  const close = () => {
    current = undefined;
    session.painter.paintHovered();
    host.close();
    render(null, host.root);
  };

  const show = (mention: PlacedMention, paper: Paper, saved: boolean) => {
    const change = (request: (id: PaperId) => Promise<{ saved: boolean }>) => async () => {
      const result = await request(paper.id);
      if (current === mention) show(mention, paper, result.saved);
    };
    render(
      h(PaperCard, {
        paper,
        saved,
        evidence: mention.evidence,
        onSave: change(services.save),
        onUnsave: change(services.unsave),
        onCopyBibtex: () => copyText(toBibtex(paper), host.root),
      }),
      host.root,
    );
  };

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

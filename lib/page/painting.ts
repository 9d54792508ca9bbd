import { Painter } from './painter';
import { elementAround } from './placed';
import type { PageSession } from './session';

/** How long a mention that was asked for stays lit up, in milliseconds. */
const moment = 2_000;

/** Paints what was found on a page, and from now on what is found there; sets `session.show`. */
export function startPainting(session: PageSession): Painter {
  const { mentions, signal } = session;
  const painter = new Painter(signal);
  const paint = () => painter.paint(mentions.all);
  mentions.onChange(paint, signal);
  session.show = (paper) => {
    const mention = mentions.all.find((one) => one.paper === paper);
    if (!mention) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    elementAround(mention.startNode)?.scrollIntoView({
      block: 'center',
      behavior: calm ? 'auto' : 'smooth',
    });
    painter.paintHovered(mention);
    setTimeout(() => painter.paintHovered(), moment);
  };
  paint();
  return painter;
}

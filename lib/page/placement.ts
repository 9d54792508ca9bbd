import { computePosition, flip, hide, offset, type Platform, shift, size } from '@floating-ui/dom';
import type { Box, Point } from './geometry';

/** Distance between the mention and the card, and least distance to the viewport's edge, in CSS pixels. */
const gap = 6;
export const edge = 8;
/** The card takes no more than this share of the viewport's height. */
const tallest = 0.7;
/** And no less than this, however little room there is; in CSS pixels. */
const leastHeight = 160;

export interface Placement extends Point {
  /** Nothing of the mention is to be seen any more: it was scrolled out of its box, or of the window. */
  isHidden: boolean;
}

export interface PlacementWish {
  /** On this side of the mention if there is room, else on the other. */
  side: 'above' | 'below';
  /** The mention's text runs from right to left: then the right edges meet. */
  isRtl: boolean;
  /** In whose boxes the mention is scrolled. */
  context: Element | null;
}

/**
 * Where the card stands: above or below its mention, inside the viewport.
 *
 * @param setHeight told the greatest height there is room for, before the card is measured
 * @param platform what measures; given by tests alone
 */
export async function placeCard(
  anchor: Box,
  card: HTMLElement,
  { side, isRtl, context }: PlacementWish,
  setHeight: (height: number) => void,
  platform?: Platform,
): Promise<Placement> {
  const reference = {
    getBoundingClientRect: () => rectOf(anchor),
    ...(context && { contextElement: context }),
  };
  const { x, y, middlewareData } = await computePosition(reference, card, {
    strategy: 'fixed',
    placement: `${side === 'above' ? 'top' : 'bottom'}-${isRtl ? 'end' : 'start'}`,
    middleware: [
      offset(gap),
      flip({ padding: edge, crossAxis: false }),
      size({
        padding: edge,
        apply: ({ availableHeight, elements: { floating } }) => {
          const most = floating.ownerDocument.documentElement.clientHeight * tallest;
          setHeight(Math.floor(Math.max(leastHeight, Math.min(availableHeight, most))));
        },
      }),
      // After `size`, or the card would be given the room that its mention takes.
      shift({ padding: edge, crossAxis: true }),
      hide(),
    ],
    ...(platform && { platform }),
  });
  return { x, y, isHidden: middlewareData.hide?.referenceHidden ?? false };
}

function rectOf({ left, right, top, bottom }: Box) {
  return { x: left, y: top, left, right, top, bottom, width: right - left, height: bottom - top };
}

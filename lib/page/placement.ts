import { computePosition, flip, hide, offset, type Platform, shift, size } from '@floating-ui/dom';
import { type Box, type Column, columnBeside, type Point } from './geometry';

/** Distance between the mention and the card, and least distance to the viewport's edge, in CSS pixels. */
const gap = 6;
const edge = 8;
/** The card takes no more than this share of the window's height. */
const tallest = 0.7;
/** And no less than this, however little room there is; in CSS pixels. */
const leastHeight = 160;
/** In CSS pixels. Two columns of the least width and the way between them fill a window of 640. */
const widths = { wanted: 400, least: 288, clearance: 24 };

/** Where cards may stand: what is seen of the window, also where it is pinched larger, but for its edges. */
export function roomInWindow(): Box {
  const { offsetLeft, offsetTop, width, height } = visualViewport as VisualViewport;
  return {
    left: offsetLeft + edge,
    right: offsetLeft + width - edge,
    top: offsetTop + edge,
    bottom: offsetTop + height - edge,
  };
}

export interface Placement extends Point {
  /** Nothing of the mention is to be seen any more: it was scrolled out of its box, or of the window. */
  isHidden: boolean;
}

export interface PlacementWish {
  /** On this side of the mention if there is room, else on the other. */
  side: 'above' | 'below';
  /** In whose boxes the mention is scrolled. */
  context: Element | null;
  /** Where the card stands across the window. */
  column: Column;
  room: Box;
}

/**
 * Where the card stands across the window: beside the pointer's way to the lines above and below. Where nothing points,
 * or the window is too narrow for that, it begins where the mention begins.
 *
 * @param anchor of the mention
 * @param pointer where it is across the window
 */
export function columnFor(
  anchor: Box,
  pointer: number | undefined,
  room: Pick<Box, 'left' | 'right'>,
  isRtl: boolean,
): Column {
  const beside = pointer === undefined ? undefined : columnBeside(pointer, room, widths, isRtl);
  if (beside) return beside;
  const width = Math.min(widths.wanted, room.right - room.left);
  const left = isRtl ? anchor.right - width : anchor.left;
  return { left: Math.max(room.left, Math.min(left, room.right - width)), width };
}

/**
 * Where the card stands in its column: above or below its mention, inside the viewport.
 *
 * @param setHeight told the greatest height there is room for, before the card is measured
 * @param platform what measures; given by tests alone
 */
export async function placeCard(
  anchor: Box,
  card: HTMLElement,
  { side, context, column, room }: PlacementWish,
  setHeight: (height: number) => void,
  platform?: Platform,
): Promise<Placement> {
  const reference = {
    getBoundingClientRect: () => rectOf(anchor),
    ...(context && { contextElement: context }),
  };
  const most = (room.bottom - room.top + 2 * edge) * tallest;
  const { y, middlewareData } = await computePosition(reference, card, {
    strategy: 'fixed',
    placement: side === 'above' ? 'top' : 'bottom',
    middleware: [
      offset(gap),
      flip({ padding: edge, crossAxis: false }),
      size({
        padding: edge,
        apply: ({ availableHeight }) =>
          setHeight(Math.floor(Math.max(leastHeight, Math.min(availableHeight, most)))),
      }),
      // After `size`, or the card would be given the room that its mention takes.
      shift({ padding: edge, mainAxis: false, crossAxis: true }),
      hide(),
    ],
    ...(platform && { platform }),
  });
  return { x: column.left, y, isHidden: middlewareData.hide?.referenceHidden ?? false };
}

function rectOf({ left, right, top, bottom }: Box) {
  return { x: left, y: top, left, right, top, bottom, width: right - left, height: bottom - top };
}

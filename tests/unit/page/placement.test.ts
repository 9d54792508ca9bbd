import { type Platform, platform } from '@floating-ui/dom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, type Column, contains } from '@/lib/page/geometry';
import { columnFor, placeCard } from '@/lib/page/placement';

interface Window {
  width: number;
  height: number;
}

/** The least distance of a card to the window's edge. */
const edge = 8;
const roomIn = ({ width, height }: Window): Box => ({
  left: edge,
  right: width - edge,
  top: edge,
  bottom: height - edge,
});

interface Setting {
  side?: 'above' | 'below';
  isRtl?: boolean;
  /** Where the pointer is across the window. */
  pointer?: number | undefined;
}

/** Places a card whose text would be `natural` pixels tall. What floating-ui asks a browser, it asks the test. */
async function place(window: Window, anchor: Box, natural: number, setting: Setting = {}) {
  const { side = 'below', isRtl = false, pointer } = setting;
  const room = roomIn(window);
  const column = columnFor(anchor, pointer, room, isRtl);
  let most = Number.POSITIVE_INFINITY;
  const size = () => ({ width: column.width, height: Math.min(natural, most) });
  const card = {} as HTMLElement;
  const at = await placeCard(
    anchor,
    card,
    { side, context: null, column, room },
    (height) => {
      most = height;
    },
    measured(window, anchor, column, size),
  );
  const { width, height } = size();
  return { left: at.x, right: at.x + width, top: at.y, bottom: at.y + height, isHidden: at.isHidden };
}

function measured(
  window: Window,
  { left, right, top, bottom }: Box,
  column: Column,
  size: () => { width: number; height: number },
): Platform {
  return {
    ...platform,
    getElementRects: () => ({
      reference: { x: left, y: top, width: right - left, height: bottom - top },
      floating: { x: 0, y: 0, ...size() },
    }),
    getDimensions: size,
    getClippingRect: () => ({ x: 0, y: 0, ...window }),
    isRTL: () => false,
    isElement: () => true,
    getOffsetParent: () => column as unknown as Element,
    getScale: () => ({ x: 1, y: 1 }),
    convertOffsetParentRelativeRectToViewportRelativeRect: ({ rect }) => rect,
  };
}

const screen = { width: 1_280, height: 800 };
const line = (left: number, top: number, width = 300): Box => ({
  left,
  right: left + width,
  top,
  bottom: top + 20,
});

describe('a card', () => {
  it('stands below its line, at its start', async () => {
    expect(await place(screen, line(100, 200), 300)).toMatchObject({ left: 100, top: 226 });
  });

  it('stands above where there is a tooltip to come, or no room below', async () => {
    expect(await place(screen, line(100, 500), 300, { side: 'above' })).toMatchObject({ bottom: 494 });
    expect(await place(screen, line(100, 700), 300)).toMatchObject({ bottom: 694 });
  });

  it('stands below all the same where there is no room above', async () => {
    expect(await place(screen, line(100, 40), 300, { side: 'above' })).toMatchObject({ top: 66 });
  });

  it('ends where its line ends in text from right to left', async () => {
    expect(await place(screen, line(700, 200), 300, { isRtl: true })).toMatchObject({ right: 1_000 });
  });

  it('stands beside the pointer where there is one', async () => {
    expect(await place(screen, line(100, 200), 300, { pointer: 150 })).toMatchObject({ left: 174, top: 226 });
    expect(await place(screen, line(700, 200), 300, { pointer: 990 })).toMatchObject({ right: 966 });
  });

  it('is gone with a line that is scrolled away', async () => {
    expect((await place(screen, line(100, -60), 300)).isHidden).toBe(true);
    expect((await place(screen, line(100, 200), 300)).isHidden).toBe(false);
  });

  const settings = fc
    .record({
      width: fc.integer({ min: 320, max: 2_560 }),
      height: fc.integer({ min: 200, max: 1_600 }),
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
      across: fc.double({ min: 0, max: 1, noNaN: true }),
      wide: fc.integer({ min: 40, max: 1_200 }),
      lines: fc.integer({ min: 1, max: 4 }),
      natural: fc.integer({ min: 60, max: 2_000 }),
      side: fc.constantFrom('above' as const, 'below' as const),
      isRtl: fc.boolean(),
    })
    .map(({ width, height, x, y, across, wide, lines, natural, side, isRtl }) => {
      const left = x * (width - 40);
      const top = y * (height - 20 * lines);
      const right = Math.min(width, left + wide);
      const anchor = { left, right, top, bottom: top + 20 * lines };
      const pointer = left + across * (right - left);
      return { window: { width, height }, anchor, pointer, natural, side, isRtl };
    });
  const forAny = (
    check: (setting: typeof settings extends fc.Arbitrary<infer T> ? T : never) => Promise<void>,
  ) => fc.assert(fc.asyncProperty(settings, check), { numRuns: 500 });

  it.each([true, false])('is inside any window, pointed at (%s) or not', (isPointed) =>
    forAny(async ({ window, anchor, natural, side, isRtl, pointer }) => {
      const card = await place(window, anchor, natural, { side, isRtl, ...(isPointed && { pointer }) });
      const { left, right, top, bottom } = roomIn(window);
      const outer = { left: left - 0.5, right: right + 0.5, top: top - 0.5, bottom: bottom + 0.5 };
      expect(contains(outer, { x: card.left, y: card.top })).toBe(true);
      expect(contains(outer, { x: card.right, y: card.bottom })).toBe(true);
    }),
  );

  it('is off every line of its mention wherever there is room above or below', () =>
    forAny(async ({ window, anchor, natural, side, isRtl, pointer }) => {
      // The least a card is, its distance to the line and to the window's edge.
      const needed = Math.min(natural, 160) + 6 + edge;
      if (Math.max(anchor.top, window.height - anchor.bottom) < needed) return;
      for (const one of [undefined, pointer]) {
        const card = await place(window, anchor, natural, { side, isRtl, pointer: one });
        expect(card.bottom <= anchor.top || card.top >= anchor.bottom).toBe(true);
      }
    }));

  it('is off the way of the pointer to the lines above and below, in every window of 640 pixels and more', () =>
    forAny(async ({ window, anchor, natural, side, isRtl, pointer }) => {
      const wide = { ...window, width: Math.max(640, window.width) };
      const card = await place(wide, anchor, natural, { side, isRtl, pointer });
      expect(card.left >= pointer + 23.5 || card.right <= pointer - 23.5).toBe(true);
    }));
});

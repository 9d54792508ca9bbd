import { type Platform, platform } from '@floating-ui/dom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '@/lib/page/geometry';
import { edge, placeCard } from '@/lib/page/placement';

interface Window {
  width: number;
  height: number;
}

/** Places a card whose text would be `natural` pixels tall. What floating-ui asks a browser, it asks the test. */
async function place(window: Window, anchor: Box, natural: number, wish = {}) {
  let most = Number.POSITIVE_INFINITY;
  const size = () => ({ width: Math.min(400, window.width - 2 * edge), height: Math.min(natural, most) });
  const card = { ownerDocument: { documentElement: { clientHeight: window.height } } } as HTMLElement;
  const measured: Platform = {
    ...platform,
    getElementRects: () => ({
      reference: {
        x: anchor.left,
        y: anchor.top,
        width: anchor.right - anchor.left,
        height: anchor.bottom - anchor.top,
      },
      floating: { x: 0, y: 0, ...size() },
    }),
    getDimensions: size,
    getClippingRect: () => ({ x: 0, y: 0, ...window }),
    isRTL: () => false,
    isElement: () => true,
    getOffsetParent: () => card,
    getScale: () => ({ x: 1, y: 1 }),
    convertOffsetParentRelativeRectToViewportRelativeRect: ({ rect }) => rect,
  };
  const at = await placeCard(
    anchor,
    card,
    { side: 'below', isRtl: false, context: null, ...wish },
    (height) => {
      most = height;
    },
    measured,
  );
  const { width, height } = size();
  return { left: at.x, right: at.x + width, top: at.y, bottom: at.y + height, isHidden: at.isHidden };
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

  it('is gone with a line that is scrolled away', async () => {
    expect((await place(screen, line(100, -60), 300)).isHidden).toBe(true);
    expect((await place(screen, line(100, 200), 300)).isHidden).toBe(false);
  });

  it('is inside any window, and off its line wherever there is room for it', async () => {
    const mention = fc.record({
      width: fc.integer({ min: 320, max: 2_560 }),
      height: fc.integer({ min: 200, max: 1_600 }),
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
      lines: fc.integer({ min: 1, max: 4 }),
      natural: fc.integer({ min: 60, max: 2_000 }),
      side: fc.constantFrom('above', 'below'),
      isRtl: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(mention, async ({ width, height, x, y, lines, natural, side, isRtl }) => {
        const left = x * (width - 40);
        const top = y * (height - 20 * lines);
        const anchor = { left, right: Math.min(width, left + 300), top, bottom: top + 20 * lines };
        const card = await place({ width, height }, anchor, natural, { side, isRtl });
        expect(card.left).toBeGreaterThanOrEqual(edge - 0.5);
        expect(card.top).toBeGreaterThanOrEqual(edge - 0.5);
        expect(card.right).toBeLessThanOrEqual(width - edge + 0.5);
        expect(card.bottom).toBeLessThanOrEqual(height - edge + 0.5);
        // The least a card is, its distance to the line and to the window's edge.
        const needed = Math.min(natural, 160) + 6 + edge;
        if (Math.max(top, height - anchor.bottom) < needed) return;
        expect(card.bottom <= anchor.top || card.top >= anchor.bottom).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf, type Box, columnBeside, contains, isTowards, keptInside } from '@/lib/page/geometry';

describe('going towards the card', () => {
  const box = { left: 100, right: 500, top: 200, bottom: 400 };
  it.each([
    ['down into it', { x: 150, y: 180 }, { x: 200, y: 190 }, true],
    ['away from it', { x: 150, y: 180 }, { x: 150, y: 170 }, false],
    ['too flat to reach it', { x: 150, y: 180 }, { x: 60, y: 182 }, false],
    ['up into it from below', { x: 300, y: 450 }, { x: 280, y: 420 }, true],
    ['in from the left', { x: 50, y: 300 }, { x: 70, y: 310 }, true],
    ['in from the right', { x: 600, y: 300 }, { x: 560, y: 290 }, true],
    ['down past its corner and in from the left', { x: 86, y: 180 }, { x: 92, y: 210 }, true],
    ['straight down beside it', { x: 86, y: 180 }, { x: 86, y: 210 }, false],
    ['straight down into it', { x: 150, y: 180 }, { x: 150, y: 185 }, true],
    ['not moving', { x: 150, y: 180 }, { x: 150, y: 180 }, false],
  ])('%s', (_, from, to, expected) => {
    expect(isTowards(from, to, box)).toBe(expected);
  });
});

it('is going towards the card, wherever in it and from wherever outside', () => {
  const box = { left: 100, right: 500, top: 200, bottom: 400 };
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const anywhere = fc.record({
    x: fc.integer({ min: -500, max: 1_500 }),
    y: fc.integer({ min: -500, max: 1_500 }),
    across: share,
    down: share,
    far: share,
  });
  fc.assert(
    fc.property(anywhere, ({ x, y, across, down, far }) => {
      const from = { x, y };
      fc.pre(!contains(box, from));
      const target = { x: 100 + 400 * across, y: 200 + 200 * down };
      const to = { x: x + (target.x - x) * far, y: y + (target.y - y) * far };
      expect(isTowards(from, to, box)).toBe(true);
      expect(isTowards(from, { x: 2 * x - to.x, y: 2 * y - to.y }, box)).toBe(false);
    }),
  );
});

describe('the place a card stands beside', () => {
  const line = (left: number, right: number, top: number): Box => ({ left, right, top, bottom: top + 20 });
  const broken = [line(500, 700, 100), line(20, 700, 124), line(20, 200, 148)];

  it('is the line that is pointed at, as tall as all that belong to it', () => {
    expect(anchorOf(broken, { x: 60, y: 158 })).toEqual({
      left: 20,
      right: 200,
      top: 100,
      bottom: 168,
    });
    expect(anchorOf(broken, { x: 600, y: 110 })).toEqual({
      left: 500,
      right: 700,
      top: 100,
      bottom: 168,
    });
  });

  it('is the first line for whoever does not point', () => {
    expect(anchorOf(broken, undefined)).toEqual({ left: 500, right: 700, top: 100, bottom: 168 });
  });

  it('leaves out what goes on in the next column', () => {
    const columns = [line(20, 300, 600), line(400, 560, 40)];
    expect(anchorOf(columns, { x: 50, y: 610 })).toEqual(columns[0]);
    expect(anchorOf(columns, { x: 450, y: 50 })).toEqual(columns[1]);
  });

  it('takes pieces of one line for one: a word in italics, a smaller index', () => {
    const pieces = [line(20, 100, 100), { left: 100, right: 130, top: 97, bottom: 119 }, line(130, 300, 100)];
    expect(anchorOf(pieces, undefined)).toEqual({ left: 20, right: 300, top: 97, bottom: 120 });
  });

  it('is nowhere for what is not laid out', () => {
    expect(anchorOf([], undefined)).toBeUndefined();
    expect(anchorOf([{ left: 0, right: 0, top: 0, bottom: 0 }], undefined)).toBeUndefined();
  });
});

describe('the column beside a pointer', () => {
  const wish = { wanted: 400, least: 280, clearance: 20 };
  const room = { left: 8, right: 1_272 };

  it.each([
    ['on the side where reading goes on', 300, false, { left: 320, width: 400 }],
    ['on that side in text from right to left', 900, true, { left: 480, width: 400 }],
    ['on the other side where there is no room', 1_000, false, { left: 580, width: 400 }],
    ['on the other side, from right to left', 200, true, { left: 220, width: 400 }],
  ])('is %s', (_, pointer, isRtl, expected) => {
    expect(columnBeside(pointer, room, wish, isRtl)).toEqual(expected);
  });

  it('is narrower in a narrow window, and none where it would be too narrow', () => {
    expect(columnBeside(340, { left: 8, right: 672 }, wish, false)).toEqual({ left: 360, width: 312 });
    expect(columnBeside(300, { left: 8, right: 592 }, wish, false)).toBeUndefined();
  });

  it('is inside the room and off the way of the pointer, whatever the window', () => {
    const any = fc.record({
      pointer: fc.integer({ min: 0, max: 3_000 }),
      left: fc.integer({ min: 0, max: 1_000 }),
      wide: fc.integer({ min: 100, max: 2_500 }),
      isRtl: fc.boolean(),
    });
    fc.assert(
      fc.property(any, ({ pointer, left, wide, isRtl }) => {
        const right = left + wide;
        const column = columnBeside(pointer, { left, right }, wish, isRtl);
        const sides = [
          Math.min(right, pointer - wish.clearance) - left,
          right - Math.max(left, pointer + wish.clearance),
        ];
        expect(column !== undefined).toBe(Math.max(...sides) >= wish.least);
        if (!column) return;
        expect(column.left).toBeGreaterThanOrEqual(left);
        expect(column.left + column.width).toBeLessThanOrEqual(right);
        expect(column.width).toBeGreaterThanOrEqual(wish.least);
        expect(column.width).toBeLessThanOrEqual(wish.wanted);
        const isOff =
          column.left >= pointer + wish.clearance || column.left + column.width <= pointer - wish.clearance;
        expect(isOff).toBe(true);
      }),
    );
  });
});

it('a card that someone moves stays inside the window, or at its start', () => {
  const number = fc.integer({ min: -3_000, max: 3_000 });
  const room = { left: 8, top: 8, right: 1_272, bottom: 792 };
  fc.assert(
    fc.property(
      number,
      number,
      fc.integer({ min: 1, max: 1_264 }),
      fc.integer({ min: 1, max: 784 }),
      (x, y, width, height) => {
        const at = keptInside({ x, y }, { width, height }, room);
        expect(contains(room, at)).toBe(true);
        expect(contains(room, { x: at.x + width, y: at.y + height })).toBe(true);
      },
    ),
  );
  expect(keptInside({ x: 100, y: 100 }, { width: 5_000, height: 5_000 }, room)).toEqual({ x: 8, y: 8 });
  expect(keptInside({ x: 100, y: 100 }, { width: 50, height: 50 }, room)).toEqual({ x: 100, y: 100 });
});

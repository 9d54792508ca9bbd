import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf, type Box, contains, isTowards, keptInside } from '@/lib/page/geometry';

describe('going towards the card', () => {
  const box = { left: 100, right: 500, top: 200, bottom: 400 };
  it.each([
    ['down into it', { x: 150, y: 180 }, { x: 200, y: 190 }, true],
    ['away from it', { x: 150, y: 180 }, { x: 150, y: 170 }, false],
    ['too flat to reach it', { x: 150, y: 180 }, { x: 60, y: 182 }, false],
    ['up into it from below', { x: 300, y: 450 }, { x: 280, y: 420 }, true],
    ['in from the left', { x: 50, y: 300 }, { x: 70, y: 310 }, true],
    ['in from the right', { x: 600, y: 300 }, { x: 560, y: 290 }, true],
    ['not moving', { x: 150, y: 180 }, { x: 150, y: 180 }, false],
  ])('%s', (_, from, to, expected) => {
    expect(isTowards(from, to, box)).toBe(expected);
  });
});

describe('the place a card stands beside', () => {
  const line = (left: number, right: number, top: number): Box => ({ left, right, top, bottom: top + 20 });
  const broken = [line(500, 700, 100), line(20, 700, 124), line(20, 200, 148)];

  it('is the line that is pointed at, as tall as all that belong to it', () => {
    expect(anchorOf(broken, { x: 60, y: 158 }, 1_000)).toEqual({
      left: 20,
      right: 200,
      top: 100,
      bottom: 168,
    });
    expect(anchorOf(broken, { x: 600, y: 110 }, 1_000)).toEqual({
      left: 500,
      right: 700,
      top: 100,
      bottom: 168,
    });
  });

  it('is the first line for whoever does not point', () => {
    expect(anchorOf(broken, undefined, 10)).toEqual({ left: 500, right: 700, top: 100, bottom: 168 });
  });

  it('is never far from the pointer on a wide line', () => {
    expect(anchorOf([line(0, 2_000, 50)], { x: 1_500, y: 60 }, 360)).toEqual({
      left: 1_140,
      right: 1_860,
      top: 50,
      bottom: 70,
    });
  });

  it('leaves out what goes on in the next column', () => {
    const columns = [line(20, 300, 600), line(400, 560, 40)];
    expect(anchorOf(columns, { x: 50, y: 610 }, 1_000)).toEqual(columns[0]);
    expect(anchorOf(columns, { x: 450, y: 50 }, 1_000)).toEqual(columns[1]);
  });

  it('takes pieces of one line for one: a word in italics, a smaller index', () => {
    const pieces = [line(20, 100, 100), { left: 100, right: 130, top: 97, bottom: 119 }, line(130, 300, 100)];
    expect(anchorOf(pieces, undefined, 1_000)).toEqual({ left: 20, right: 300, top: 97, bottom: 120 });
  });

  it('is nowhere for what is not laid out', () => {
    expect(anchorOf([], undefined, 100)).toBeUndefined();
    expect(anchorOf([{ left: 0, right: 0, top: 0, bottom: 0 }], undefined, 100)).toBeUndefined();
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

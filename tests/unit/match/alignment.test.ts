import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extend, type Strand } from '@/lib/match/alignment';

const forwards = (text: string): Strand => ({
  codes: Uint16Array.from(text, (c) => c.charCodeAt(0)),
  start: 0,
  step: 1,
  length: text.length,
});
const backwards = (text: string): Strand => ({ ...forwards(text), start: text.length - 1, step: -1 });
const anywhere = () => true;

/** The textbook's whole table, as a witness. */
function distances(pattern: string, text: string): number[] {
  const table = Array.from({ length: pattern.length + 1 }, (_, i) =>
    Array.from({ length: text.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] as number;
  for (let i = 1; i <= pattern.length; i++) {
    for (let j = 1; j <= text.length; j++) {
      const substituted = at(i - 1, j - 1) + (pattern[i - 1] === text[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && pattern[i - 1] === text[j - 2] && pattern[i - 2] === text[j - 1];
      const swapped = isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      (table[i] as number[])[j] = Math.min(substituted, at(i - 1, j) + 1, at(i, j - 1) + 1, swapped);
    }
  }
  return table[pattern.length] as number[];
}

describe('aligning', () => {
  it.each([
    ['same', 'lantern', 'lantern', 2, { extent: 7, distance: 0 }],
    ['more text than pattern', 'lantern', 'lanternsatnight', 2, { extent: 7, distance: 0 }],
    ['a letter lost', 'lantern', 'lantrn', 2, { extent: 6, distance: 1 }],
    ['a letter too many', 'lantern', 'lanntern', 2, { extent: 8, distance: 1 }],
    ['another letter', 'lantern', 'lantorn', 2, { extent: 7, distance: 1 }],
    ['two letters swapped', 'lantern', 'latnern', 1, { extent: 7, distance: 1 }],
    ['too far', 'lantern', 'candles', 2, undefined],
    ['nothing to align', '', 'anything', 2, { extent: 0, distance: 0 }],
    ['nothing to align with', 'ab', '', 2, { extent: 0, distance: 2 }],
  ])('%s', (_, pattern, text, most, expected) => {
    expect(extend(forwards(pattern), forwards(text), most, anywhere)).toEqual(expected);
  });

  it('reads backwards too', () => {
    expect(extend(backwards('paperlantern'), backwards('apaperlanterm'), 2, anywhere)).toEqual({
      extent: 12,
      distance: 1,
    });
  });

  it('ends only where it may', () => {
    const ending = (extent: number) => extent === 8;
    expect(extend(forwards('lantern'), forwards('lanterns at'), 2, ending)).toEqual({
      extent: 8,
      distance: 1,
    });
    expect(extend(forwards('lantern'), forwards('lanterns at'), 2, () => false)).toBeUndefined();
  });

  it('agrees with the whole table, within the band', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 5 }), (pattern, text, most) => {
        const least = Math.min(...distances(pattern, text));
        const found = extend(forwards(pattern), forwards(text), most, anywhere);
        if (least > most) expect(found).toBeUndefined();
        else {
          expect(found?.distance).toBe(least);
          expect(distances(pattern, text)[found?.extent as number]).toBe(least);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

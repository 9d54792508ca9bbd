import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SlipCounter } from '@/lib/search/find/slips';

const bytes = (word: string) => new TextEncoder().encode(word);

/** More than `most` is one more. */
function slipsBetween(typed: string, word: string, most: number, beginning: boolean): number {
  return new SlipCounter(typed, most, beginning).count(bytes(word), word.length, 0) ?? most + 1;
}

it.each([
  ['tranformer', 'transformer', 1],
  ['trasnformer', 'transformer', 1],
  ['transfrmr', 'transformer', 2],
  ['transformer', 'transformer', 0],
  ['cat', 'dog', 3],
  ['cat', 'mouse', 5],
])('%s and %s are %i slips apart', (typed, word, slips) => {
  expect(slipsBetween(typed, word, 5, false)).toBe(slips);
});

it.each([
  ['trnasf', 'transformer', 1],
  ['transf', 'transformer', 0],
  ['diffusoin', 'diffusion', 1],
])('%s is nearly the beginning of %s', (typed, word, slips) => {
  expect(slipsBetween(typed, word, 2, true)).toBe(slips);
});

const word = fc.stringMatching(/^[abc]{0,7}$/);

it('counts alike from either side, and no more than both lengths', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const slips = slipsBetween(a, b, 20, false);
      expect(slips).toBe(slipsBetween(b, a, 20, false));
      expect(slips).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(slips === 0).toBe(a === b);
    }),
  );
});

it('gives a number beyond the bound where there are more, and the exact one up to it', () => {
  fc.assert(
    fc.property(word, word, fc.nat(3), (a, b, most) => {
      const exact = slipsBetween(a, b, 20, false);
      const bounded = slipsBetween(a, b, most, false);
      if (exact <= most) expect(bounded).toBe(exact);
      else expect(bounded).toBeGreaterThan(most);
    }),
  );
});

it('finds no more slips in a beginning than in the whole', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slipsBetween(a, b, 20, true)).toBeLessThanOrEqual(slipsBetween(a, b, 20, false));
    }),
  );
});

it('counts one word after the other as each alone', () => {
  fc.assert(
    fc.property(word, fc.array(word), fc.nat(3), fc.boolean(), (typed, words, most, beginning) => {
      const counter = new SlipCounter(typed, most, beginning);
      let before = '';
      for (const word of words.sort()) {
        const shared = [...word].findIndex((letter, i) => letter !== before[i]);
        const slips = counter.count(bytes(word), word.length, shared < 0 ? word.length : shared);
        expect(slips ?? most + 1).toBe(slipsBetween(typed, word, most, beginning));
        before = word;
      }
    }),
  );
});

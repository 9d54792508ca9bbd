import { describe, expect, it } from 'vitest';
import { buildFuseFilter } from '@/lib/match/fuse';
import { pairKey } from '@/lib/match/lines';
import type { MembershipFilter } from '@/lib/match/membership';
import { areWorthAsking as ask, type HitPlace } from '@/lib/match/worth';

/** Those of the two shingles of the one title in the filter. */
const hashes = [0x1234567, 0x89abcde] as const;
const none = buildFuseFilter([], 8);
const filter: MembershipFilter = {
  generation: 1,
  first: none,
  second: none,
  lines: buildFuseFilter([pairKey(...hashes)], 16),
};
const areWorthAsking = (text: string, hits: readonly HitPlace[]) => ask(text, hits, filter);

/** Hits on `shown`, each with a hash of its own, none in a line of its title's length. */
const at = (text: string, ...shown: string[]) =>
  shown.map((part, i) => {
    const start = text.indexOf(part);
    return { start, end: start + part.length, hash: hashes[i] as number, isWhole: false, inLine: false };
  });

describe('hits in a block', () => {
  it('are worth asking about where there are two, one behind the other', () => {
    const text = 'we read region normalization for image inpainting again, with pleasure and with pens';
    expect(areWorthAsking(text, at(text, 'region normalization', 'normalization for image'))).toBe(true);
  });

  it('are not where one stands alone in running text, or two of different titles', () => {
    const text = 'what matters is the most important feature of all, as people have said before';
    expect(areWorthAsking(text, at(text, 'most important feature'))).toBe(false);
    const others = at(text, 'the most important feat', 'most important feature').map((hit) => ({
      ...hit,
      hash: hit.hash + 7,
    }));
    expect(areWorthAsking(text, others)).toBe(false);
    const swapped = at(text, 'most important feature', 'have said before').map((hit) => ({
      ...hit,
      hash: hashes[0] + hashes[1] - hit.hash,
    }));
    expect(areWorthAsking(text, swapped)).toBe(false);
  });

  it('are not where two stand too far apart for one title, or are one turn of phrase said twice', () => {
    const far = `the most important feature${' and so on'.repeat(40)} with common sense in it`;
    expect(areWorthAsking(far, at(far, 'most important feature', 'with common sense'))).toBe(false);
    const twice = 'the most important feature is that the most important feature is one';
    const hits = [5, 40].map((start) => ({ start, end: start + 20, hash: 7, isWhole: false, inLine: false }));
    expect(areWorthAsking(twice, hits)).toBe(false);
  });

  it('are where one stands among capitals, but not in a name in code', () => {
    const prose = `${'we went on and on about it. '.repeat(8)}Then Keeping a Thousand Paper Lanterns Alight came out, and all was well.`;
    expect(areWorthAsking(prose, at(prose, 'Thousand Paper Lanterns'))).toBe(true);
    const code = 'set KEEP_THOUSAND_PAPER_LANTERNS with CMAKE_PAPER_LANTERNS_ALIGHT before';
    expect(areWorthAsking(code, at(code, 'THOUSAND_PAPER_LANTERNS'))).toBe(false);
    const list = 'Keeping Thousand Lanterns Alight: use lossless compression by default';
    expect(areWorthAsking(list, at(list, 'lossless compression'))).toBe(false);
  });

  it('are where one stands in a line of its title’s length, or in one that is cut short', () => {
    const line = 'keeping paper lantrns alight';
    const [hit] = at(line, 'keeping paper');
    expect(areWorthAsking(line, hit ? [hit] : [])).toBe(false);
    expect(areWorthAsking(line, hit ? [{ ...hit, inLine: true }] : [])).toBe(true);
    for (const ellipsis of ['…', '...']) {
      const cut = `keeping a thousand paper lanterns ali${ellipsis}`;
      expect(areWorthAsking(cut, at(cut, 'thousand paper lanterns'))).toBe(true);
      const indented = cut.padStart(300).padEnd(400);
      expect(areWorthAsking(indented, at(indented, 'thousand paper lanterns'))).toBe(true);
      const long = `${cut} and so on${' and on'.repeat(30)}`;
      expect(areWorthAsking(long, at(long, 'thousand paper lanterns'))).toBe(false);
    }
  });

  it('are where a short title is there as a whole, and not where there are none', () => {
    const whole = { start: 0, end: 4, hash: 1, isWhole: true, inLine: false };
    expect(areWorthAsking('lamp', [whole])).toBe(true);
    expect(areWorthAsking('lamp', [])).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FoldedText } from '@/lib/match/fold';
import { block, link, matcher, paper } from './papers';

const lantern = paper('arxiv:2404.00001', 'Keeping a Thousand Paper Lanterns Alight in Strong Autumn Winds', {
  aliases: ['$\\alpha$-Lanterns &amp; {\\em Winds}'],
  authors: ['A. (Author', '', '*'],
});
const find = await matcher([lantern, paper('arxiv:2404.00002', 'Wick'), paper('arxiv:2404.00003', '\ud835')]);

describe('any text at all', () => {
  it('is read without throwing, and marks lie inside it and do not overlap', () => {
    const wild = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(wild, wild, fc.boolean(), (before, after, isWhole) => {
        const text = isWhole ? before + lantern.title + after : before + lantern.title.slice(0, 40) + after;
        const links = [link(text, lantern.title.slice(0, 20), `https://arxiv.org/abs/${after}`)];
        const seams = [before.length, before.length + 20];
        let last = 0;
        for (const { start, end, score } of find(block(text, { links, seams }))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a hundred thousand combining marks', `a${'\u0301'.repeat(100_000)}`, 1],
    ['lone surrogates', '\ud800\udfff\udc00'.repeat(10_000), 0],
    ['one word without end', 'x'.repeat(3_000_000), 3_000_000],
    ['letters that spell out', 'ﷺ'.repeat(20_000), 300_000],
  ])('%s fold in one pass', (_, text, length) => {
    expect(new FoldedText().append(text).length).toBe(length);
  });

  it.each([
    ['one letter over and over', 'a'.repeat(30_000)],
    ['one title over and over', `${lantern.title} `.repeat(400)],
    ['ellipses', '… ... '.repeat(5_000)],
    ['what looks like addresses', 'a.b/'.repeat(7_000)],
    ['quotation marks', '“”"'.repeat(10_000)],
  ])('%s are looked through', (_, text) => {
    for (const { start, end } of find(block(text))) expect(text.slice(start, end)).toBe(lantern.title);
  });
});

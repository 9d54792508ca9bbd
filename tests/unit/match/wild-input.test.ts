import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FoldedText } from '@/lib/match/fold';
import { block, link, matcher, paper } from './papers';

const lantern = paper('arxiv:2404.00001', 'Keeping a Thousand Paper Lanterns Alight in Strong Autumn Winds', {
  aliases: ['$\\alpha$-Lanterns &amp; {\\em Winds}'],
  authors: ['A. (Author', '', '*'],
});
const find = await matcher([lantern, paper('arxiv:2404.00002', 'Wick'), paper('arxiv:2404.00003', '\ud835')]);

const reasons = ['title', 'earlier-title', 'without-acronym', 'without-subtitle', 'cut-short', 'identifier'];

describe('any text at all', () => {
  it('is read without throwing, and marks lie inside it and do not overlap', { timeout: 60_000 }, () => {
    const wild = fc.string({ unit: 'binary', maxLength: 80 });
    const slip = fc
      .tuple(fc.nat(lantern.title.length), fc.nat(2), fc.string({ unit: 'binary', maxLength: 2 }))
      .map(([at, lost, put]) => lantern.title.slice(0, at) + put + lantern.title.slice(at + lost));
    const cut = fc.nat(lantern.title.length).map((end) => `${lantern.title.slice(0, end)}…`);
    const form = fc.oneof(fc.constant(lantern.title), slip, cut);
    fc.assert(
      fc.property(wild, wild, form, (before, after, shown) => {
        const text = before + shown + after;
        const links = [link(text, lantern.title.slice(0, 20), `https://arxiv.org/abs/${after}`)];
        const seams = [before.length, before.length + 20];
        let last = 0;
        for (const { start, end, score, evidence } of find(block(text, { links, seams }))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(reasons).toContain(evidence);
          last = end;
        }
      }),
      { numRuns: 150 },
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
    ['one title over and over', `${lantern.title}. `.repeat(5_000)],
    [
      'a title between lone surrogates',
      `${'\ud800'.repeat(50_000)}${lantern.title}${'\udc00'.repeat(50_000)}`,
    ],
    ['ellipses', '… ... '.repeat(5_000)],
    ['what looks like addresses', 'a.b/'.repeat(7_000)],
    ['quotation marks', '“”"'.repeat(10_000)],
  ])('%s are looked through', (_, text) => {
    for (const { start, end } of find(block(text))) expect(text.slice(start, end)).toBe(lantern.title);
  });

  it('a title is found under a hundred thousand combining marks', () => {
    const marks = '\u0301'.repeat(100_000);
    const inside = lantern.title.slice(0, 20) + marks + lantern.title.slice(20);
    const [found, ...others] = find(block(`as ${inside}${marks} says`));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ start: 3, end: 3 + inside.length + marks.length, score: 1 });
  });

  it('a title with a slip is found as often as it stands there', () => {
    const slip = lantern.title.replace('Lanterns', 'Lantrns');
    expect(find(block(`${slip}. `.repeat(3_000)))).toHaveLength(3_000);
  });
});

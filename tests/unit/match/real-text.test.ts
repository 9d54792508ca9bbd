import { describe, expect, it } from 'vitest';
import { block, link, matcher, paper } from './papers';

const title = 'Keeping a Thousand Paper Lanterns Alight in Strong Autumn Winds';
const find = await matcher([
  paper('arxiv:2403.00001', title, { authors: ['A. Author', 'B. Author'] }),
  paper('arxiv:2403.00002', 'Quite Another Matter of Teapots and Their Lids'),
]);

describe('a title as sites set it', () => {
  it.each([
    ['Scholar, with a label', `[PDF] ${title}`],
    ['Scholar, with two', `[HTML][HTML] ${title}`],
    ['arXiv, glued to its label', `Title:${title}`],
    ['Hacker News, with year, kind and site', `${title} (2023) [pdf] (arxiv.org)`],
    ['Hacker News, with the site glued on', `Show HN: ${title} [pdf](arxiv.org)`],
    ['a numbered reference', `[12] A. Author, B. Author. ${title}. 2023.`],
    ['a reference without brackets', `12. Author, A. ${title}. arXiv, 2023.`],
    ['a reference without spaces', `[12]A. Author.${title}.2023.`],
    ['an author glued on behind', `${title}Anna Author`],
    ['an initial glued on behind', `${title}A. Author, B. Author`],
    ['an author glued on in front', `Anna Author${title}`],
    ['Chinese', `论文${title}的方法`],
    ['Chinese title marks', `我读了《${title}》很好`],
    ['Japanese', `論文「${title}」を読む`],
    ['Korean', `논문${title}을 읽고`],
  ])('%s', (_, text) => {
    expect(find(block(text)).map(({ evidence, start, end }) => [evidence, text.slice(start, end)])).toEqual([
      ['title', title],
    ]);
  });

  it.each([
    ['all capitals', title.toUpperCase()],
    ['soft hyphens', title.replace('Thousand', 'Thou\u00adsand').replace('Lanterns', 'Lan\u00adterns')],
  ])('%s', (_, text) => {
    expect(find(block(text))).toMatchObject([{ evidence: 'title', start: 0, end: text.length, score: 1 }]);
  });

  it.each([
    ['Scholar', '[PDF] Keeping a thousand paper lanterns alight in strong …', 'strong'],
    ['Scholar, in a word', '[PDF] Keeping a Thousand Paper Lanterns Alight in Str…', 'Str'],
    ['X', 'Today: Keeping a Thousand Paper Lanterns Alight in Strong… Show more', 'Strong'],
    ['X, without a space', 'Today: Keeping a Thousand Paper Lanterns Alight in Strong…Show more', 'Strong'],
  ])('cut short by %s', (_, text, last) => {
    const [mention, ...others] = find(block(text));
    expect(others).toEqual([]);
    expect(mention?.evidence).toBe('cut-short');
    const shown = text.slice(mention?.start, mention?.end);
    expect(shown.startsWith('Keeping') || shown.startsWith('keeping')).toBe(true);
    expect(shown.endsWith(last)).toBe(true);
  });

  it('in a link that Scholar splits at the words searched for', () => {
    const text = `[PDF] ${title}`;
    const words = [text.indexOf('Paper'), text.indexOf(' Lanterns'), text.indexOf('Strong')];
    const links = [link(text, title, 'https://example.org/lanterns.pdf')];
    expect(find(block(text, { seams: [6, ...words], links }))).toMatchObject([
      { start: 6, end: text.length },
    ]);
  });
});

describe('a title stored in TeX or HTML', () => {
  it.each([
    ['$\\alpha$-Lanterns: Bounding the Glow of Lamps', 'α-Lanterns: Bounding the Glow of Lamps'],
    ['$\\alpha$-Lanterns: Bounding the Glow of Lamps', '𝛼-Lanterns: Bounding the Glow of Lamps'],
    ['$k$-NN Search among Lanterns', 'k-NN Search among Lanterns'],
    ['$k$-NN Search among Lanterns', '𝑘-NN Search among Lanterns'],
    ['Counting Lamps in $O(n^2)$ Time without a Clock', 'Counting Lamps in O(n²) Time without a Clock'],
    ['Counting Lamps in O(n^2) Time without a Clock', 'Counting Lamps in O(n²) Time without a Clock'],
    ['$\\ell_1$-Regularised Lamps in $\\mathbb{R}^d$', 'ℓ₁-Regularised Lamps in ℝᵈ'],
    ['$\\Delta$-Lamps $\\to$ Wicks: $\\infty$ Ways of Warmth', 'Δ-Lamps → Wicks: ∞ Ways of Warmth'],
    ['Lamps &amp; Wicks of Schr&ouml;dinger&#39;s Candle', 'Lamps & Wicks of Schrödinger’s Candle'],
    ['Caf&eacute; Lamps &ndash; Winds of the Evening', 'Café Lamps – Winds of the Evening'],
    ['Lamps of G{\\"o}del and Schr\\"odinger at Night', 'Lamps of Gödel and Schrödinger at Night'],
  ])('%j is found as %j, letter by letter', async (stored, shown) => {
    const search = await matcher([paper('arxiv:2403.00003', stored)]);
    expect(search(block(shown))).toMatchObject([{ start: 0, end: shown.length, score: 1 }]);
  });
});

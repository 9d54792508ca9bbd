import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayText, displayTitle } from '@/lib/paper/title';

describe('TeX as text', () => {
  it.each([
    [String.raw`up to 90\% of it`, 'up to 90% of it'],
    ["a ``quoted'' word", 'a “quoted” word'],
    [String.raw`of {\em dynamical stability} here`, 'of dynamical stability here'],
    [String.raw`two parts, \ie, both`, 'two parts, i.e., both'],
    [String.raw`$\mathcal{X}$-bench`, 'X-bench'],
    [String.raw`the \alpha channel`, 'the α channel'],
    [String.raw`H\"older and na\"ive and r{\'e}seaux`, 'Hölder and naïve and réseaux'],
    [String.raw`28$\times$28 pixels`, '28×28 pixels'],
    [String.raw`$\textbf{Only}$: it`, 'Only: it'],
    [String.raw`\textbf{a \emph{b} c}`, 'a b c'],
    ['$L^2$FMamba', 'L²FMamba'],
    [String.raw`in $O(n^{2}\sqrt{m})$ time`, 'in O(n²√m) time'],
    [String.raw`$\frac{a}{b+c}$`, 'a/(b+c)'],
    [String.raw`in $\{\pm1, \pm i\}$`, 'in {±1, ± i}'],
    [String.raw`CMME\_to\_MEI`, 'CMME_to_MEI'],
    [String.raw`a \$15 run`, 'a $15 run'],
    ['Precision &amp; Recall', 'Precision & Recall'],
    ['at https://a.org/x_y{https://a.org/x_y} for 5\\%', 'at https://a.org/x_y for 5%'],
    [String.raw`\ours and \constructor stay`, String.raw`\ours and \constructor stay`],
    ['  runs   of\nspace ', 'runs of space'],
  ])('%s', (raw, shown) => expect(displayText(raw)).toBe(shown));
});

describe('damaged TeX', () => {
  it.each([
    ['ImageNet 64times 64', 'ImageNet 64×64'],
    ['a 3.5times and 4times speed-up', 'a 3.5× and 4× speed-up'],
    ['an varepsilon-stationary point in O(varepsilon^{-1})', 'an ε-stationary point in O(ε⁻¹)'],
    ['variance sigma_{1:T}^2 grows', 'variance σ_(1:T)² grows'],
    ['towards infty', 'towards ∞'],
    ['ED^4: it', 'ED⁴: it'],
    ['360^circ views', '360° views'],
    ['the ell_p norm', 'the ℓₚ norm'],
    ['compared to Omega(k^2d)', 'compared to Ω(k²d)'],
    ['texttt{D}ual-texttt{H}ead', 'Dual-Head'],
    ['all parameters in {pm 1, pm i}', 'all parameters in {±1, ±i}'],
    ['reduced by sim4times', 'reduced by ∼4×'],
  ])('%s', (raw, shown) => expect(displayText(raw)).toBe(shown));

  it.each([
    'three times as fast, 4 times at best',
    'the alpha channel in beta tests, at 3 pm',
    'it may sim or not; approx and times',
    'cp_measure and GS_Name@2025',
    'for under $0.1 a page',
    'between $5 and $10 a month, $200k in all',
    'reads the set {a, b} of things',
    'On the Naming of `XY`',
    'over the top_k best, in to_do lists',
  ])('leaves "%s" alone', (text) => expect(displayText(text)).toBe(text));
});

describe('whatever the text', () => {
  const debris =
    /``|&\w+;|\d(?:times|pm)|[A-Z]times |\bsim ?\d|\bapprox \d|\b(?:varepsilon|infty|leq|geq|neq|nabla)\b/;
  const words = fc.array(
    fc.constantFrom('times', 'sim', 'alpha', 'GPT-4', '64', 'pm', 'sigma', 'x', '~', '`a`'),
  );
  const prose = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      words.map((parts) => parts.join(' ')),
    )
    .filter((text) => !/[\\${}^_]/.test(text) && !debris.test(text));

  it('prose stays as it is but for white space', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(displayText(text)).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  it('is one trimmed line', () => {
    const tex = fc.constantFrom('\\', '$', '{', '}', '^', '_', 'frac', 'textbf', 'sqrt', ' ', '\n', 'a', '1');
    fc.assert(
      fc.property(fc.array(tex), (parts) => {
        const shown = displayTitle(parts.join(''));
        expect(shown).toBe(shown.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mathPieces } from '@/lib/paper/math';
import { displayText } from '@/lib/paper/title';

/** Formulas in double brackets, display ones with an exclamation mark. */
const shown = (raw: string) =>
  mathPieces(raw)
    .map((piece) => (piece.kind === 'text' ? piece.text : `[[${piece.isDisplay ? '!' : ''}${piece.tex}]]`))
    .join('');

describe('formulas in a text', () => {
  it.each([
    ['grows as $O(n^2)$ with $n$', 'grows as [[O(n^2)]] with [[n]]'],
    [String.raw`a loss $$\sum_i x_i$$ of`, String.raw`a loss [[!\sum_i x_i]] of`],
    [String.raw`by \(\alpha\) and \[x = y\]`, String.raw`by [[\alpha]] and [[!x = y]]`],
    ['over $ k $ steps', 'over [[k]] steps'],
    [String.raw`of $ O(\Delta t + h^2) $ order`, String.raw`of [[O(\Delta t + h^2)]] order`],
    [String.raw`28$\times$28 pixels`, String.raw`28[[\times]]28 pixels`],
    [String.raw`the $\epsilon$-ball, 5\% of it`, String.raw`the [[\epsilon]]-ball, 5% of it`],
  ])('%s', (raw, wanted) => expect(shown(raw)).toBe(wanted));

  it.each([
    'between $5 and $10 a month, $200k in all',
    'for $5/h or 10$ a day',
    String.raw`a \$15 run and a \$20 one`,
    'at https://a.org/$x$/y',
    String.raw`$36\%$ of $1600$`,
    String.raw`$\textbf{Only}$: it`,
    'variance sigma_{1:T}^2 grows by 64times 64',
  ])('leaves "%s" to be repaired as text', (raw) => expect(shown(raw)).toBe(displayText(raw)));

  it('gives every formula in Unicode too', () => {
    expect(mathPieces('$O(n^2)$')).toEqual([
      { kind: 'math', tex: 'O(n^2)', text: 'O(n²)', isDisplay: false },
    ]);
  });

  it('never fails, and loses no word', () => {
    const parts = fc.array(
      fc.constantFrom(
        '$',
        '$$',
        '\\(',
        '\\)',
        '\\[',
        '\\$',
        '\ue001',
        '\ue0010',
        ' ',
        '{',
        '^',
        'word',
        '5',
        'https://a.org/',
      ),
    );
    fc.assert(
      fc.property(parts, (some) => {
        const words = (text: string) => text.match(/word/g)?.length ?? 0;
        expect(words(shown(some.join('')))).toBe(words(some.join('')));
      }),
    );
  });
});

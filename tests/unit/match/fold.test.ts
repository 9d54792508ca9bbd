import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyByScript, classifyUsual } from '@/lib/match/characters';
import { FoldedText } from '@/lib/match/fold';
import { rangeHash1, shingleHash1, shingleLength } from '@/lib/match/hash';
import { foldTitle, plainTitle } from '@/lib/match/title-text';
import { foldedString, isTokenEdge } from '@/lib/match/tokens';

const fold = (text: string) => new FoldedText().append(text);
const tokens = (text: string) => {
  const folded = fold(text);
  const starts = [...folded.starts.subarray(0, folded.startCount), folded.length];
  return starts.slice(0, -1).map((start, i) => foldedString(folded, start, starts[i + 1]));
};

/** Letters and separators with all between that is neither: long runs of the usual, broken by the unusual. */
const wildPieces = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...'abcXYZ09 ,-'), maxLength: 12 }) },
    fc.constantFrom(...'.:/"“”éßﬁ½²—’한\u00a0\u00ad\u0301\u200b论文のЖ'),
    fc.constantFrom('👍', '𝒳', '𠮷', 'ﷺ', '2.0', '\ud800'),
  ),
  { maxLength: 30 },
);

describe('folding text', () => {
  it.each([
    ['Multi-Modal', 'multimodal'],
    ['multi\u00admodal', 'multimodal'],
    ['multi\u200bmodal', 'multimodal'],
    ['Schrödinger', 'schrodinger'],
    ['Schro\u0308dinger', 'schrodinger'],
    ['Straße, Œuvre, Łódź, Ørsted', 'strasseoeuvrelodzorsted'],
    ['ﬁne ﬂow', 'fineflow'],
    ['𝒳 and 𝔸', 'xanda'],
    ['x² ½', 'x212'],
    ['İstanbul', 'istanbul'],
    ['ED^4', 'ed4'],
    ['“Quoted”, ‘so’', 'quotedso'],
    ['👍🏽', ''],
    ['\ud800 lone', 'lone'],
  ])('%j becomes %j', (text, folded) => {
    expect(foldedString(fold(text))).toBe(folded);
  });

  it('starts a token behind everything but what is not to be seen', () => {
    expect(tokens('multi-modal, soft\u00adhyphen a/b')).toEqual(['multi', 'modal', 'softhyphen', 'a', 'b']);
  });

  it('starts a token at each ideograph and behind the last', () => {
    expect(tokens('论文Attention很好')).toEqual(['论', '文', 'attention', '很', '好']);
    expect(tokens('논문Attention𠮷')).toHaveLength(4);
  });

  it('starts a token at each new piece: pieces come from different text nodes', () => {
    const folded = new FoldedText().append('Ti').append('tle');
    expect(foldedString(folded)).toBe('title');
    expect([...folded.starts.subarray(0, folded.startCount)]).toEqual([0, 2]);
    expect([...folded.rawStart.subarray(0, 5)]).toEqual([0, 1, 2, 3, 4]);
  });

  it('remembers where quotation marks and possible identifiers stand', () => {
    const folded = fold('a “bc” d');
    expect(folded.quotes).toEqual([1, 3]);
    expect(folded.mayHoldIdentifier).toBe(false);
    expect(fold('see arXiv 2309.06651').mayHoldIdentifier).toBe(true);
    expect(fold('The end. Another.').mayHoldIdentifier).toBe(false);
    expect(fold('at a.github.io').mayHoldIdentifier).toBe(true);
    expect(fold('doi:10.1145/1').mayHoldIdentifier).toBe(true);
    expect(fold('Note: e.g. this').mayHoldIdentifier).toBe(false);
  });

  it('tells usual characters as Unicode does', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const usual = classifyUsual(unit);
      if (usual !== undefined) expect([unit, usual]).toEqual([unit, classifyByScript(unit)]);
    }
  });

  it('gives the raw place of every folded character, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const folded = fold(text);
        for (let i = 0; i < folded.length; i++) {
          const raw = folded.rawStart[i] as number;
          const character = String.fromCodePoint(text.codePointAt(raw) as number);
          expect(foldedString(fold(character))).toContain(String.fromCharCode(folded.codes[i] as number));
          if (i > 0) expect(raw).toBeGreaterThanOrEqual(folded.rawStart[i - 1] as number);
        }
      }),
    );
  });

  it('gives the same whether characters come in one piece or each in its own, but for the tokens', () => {
    fc.assert(
      fc.property(wildPieces, (pieces) => {
        const whole = fold(pieces.join(''));
        const single = new FoldedText();
        for (const character of pieces.join('')) single.append(character);
        expect(foldedString(single)).toBe(foldedString(whole));
        expect([...single.rawStart.subarray(0, single.length)]).toEqual([
          ...whole.rawStart.subarray(0, whole.length),
        ]);
        expect([...single.quotes]).toEqual([...whole.quotes]);
      }),
    );
  });

  it('starts tokens where a plain reading of the text does', () => {
    fc.assert(
      fc.property(wildPieces, (pieces) => {
        const text = pieces.join('');
        const folded = fold(text);
        const starts: number[] = [];
        let length = 0;
        let isNew = true;
        for (const character of text) {
          const own = fold(character);
          if (/[\p{M}\p{Cf}]/u.test(character) && character.length === 1) continue;
          const isAlone = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u.test(character);
          if (own.length > 0 && (isNew || isAlone)) starts.push(length);
          isNew = own.length === 0 || isAlone;
          length += own.length;
        }
        expect([...folded.starts.subarray(0, folded.startCount)]).toEqual(starts);
        for (let at = 0; at < folded.length; at++) expect(isTokenEdge(folded, at)).toBe(starts.includes(at));
      }),
    );
  });

  it('hashes a stretch by its characters alone, wherever it stands', () => {
    fc.assert(
      fc.property(wildPieces, wildPieces, (before, pieces) => {
        const alone = fold(pieces.join(' '));
        const behind = fold(before.join(' ')).append(pieces.join(' '));
        const at = behind.length - alone.length;
        expect(rangeHash1(behind, at, behind.length, 'short')).toBe(
          rangeHash1(alone, 0, alone.length, 'short'),
        );
        if (alone.length >= shingleLength) expect(shingleHash1(behind, at)).toBe(shingleHash1(alone, 0));
      }),
    );
  });

  it('gives the same whatever the case, for any text without letters whose case changes their number', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aZ-é ß9“.'), maxLength: 80 }), (text) => {
        expect(foldedString(fold(text.toUpperCase()))).toBe(foldedString(fold(text)));
      }),
    );
  });

  it('can be used again and grows with what it is given', () => {
    const folded = new FoldedText();
    folded.append('word '.repeat(20_000));
    expect(folded.length).toBe(80_000);
    expect(folded.startCount).toBe(20_000);
    folded.clear();
    expect(foldedString(folded.append('ß'.repeat(10_000)))).toBe('ss'.repeat(10_000));
  });
});

describe('titles', () => {
  it.each([
    ['On $\\mathcal{X}$-Armed Bandits', 'On X-Armed Bandits'],
    ['$\\alpha$-Divergence &amp; Friends', 'α-Divergence & Friends'],
    ['A <i>Really</i> Good\n  Title', 'A Really Good Title'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['Caf&#233; &#xe9; &unknown;', 'Café é &unknown;'],
    ['Caf&eacute; &ndash; Stra&szlig;e &Ouml; &alpha;', 'Café – Straße Ö α'],
    ['\\textit{Understand} {M}ath', 'Understand Math'],
    ['\\constructor &constructor; a', '&constructor; a'],
  ])('%j reads %j', (title, plain) => {
    expect(plainTitle(title)).toBe(plain);
  });

  it('folds TeX and its rendering alike', () => {
    expect(foldTitle('$\\mathcal{O}(T)$ Bounds')).toBe(foldTitle('O(T) bounds'));
    expect(foldTitle('$\\sigma$-Algebra')).toBe(foldTitle('σ-algebra'));
  });
});

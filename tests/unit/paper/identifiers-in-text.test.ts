import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IdentifierInText, identifiersShown, isCutShort } from '@/lib/paper/identifiers-in-text';

/** What a block of text names for certain. */
function identifiersInText(text: string, seams: number[] = []): IdentifierInText[] {
  return identifiersShown(text).filter((one) => !isCutShort(text, one, seams));
}

describe('running text', () => {
  const identifiers = (text: string) =>
    identifiersInText(text).map(({ identifier, start, end }) => [identifier, text.slice(start, end)]);

  it.each([
    ['see arXiv:2309.06651v2.', 'arxiv:2309.06651', 'arXiv:2309.06651v2'],
    ['arXiv 2309.06651, ', 'arxiv:2309.06651', 'arXiv 2309.06651'],
    ['(arxiv: cs/0112017)', 'arxiv:cs/0112017', 'arxiv: cs/0112017'],
    ['doi:10.48550/arXiv.2309.06651.', 'arxiv:2309.06651', 'doi:10.48550/arXiv.2309.06651'],
    ['10.1145/3292500.3330701, and', 'doi:10.1145/3292500.3330701', '10.1145/3292500.3330701'],
    ['at https://arxiv.org/abs/2309.06651.', 'arxiv:2309.06651', 'https://arxiv.org/abs/2309.06651'],
    ['(huggingface.co/papers/2309.06651)', 'arxiv:2309.06651', 'huggingface.co/papers/2309.06651'],
    ['code github.com/a/b!', 'repo:github.com/a/b', 'github.com/a/b'],
    ['arXiv preprint arXiv:2309.06651', 'arxiv:2309.06651', 'arXiv:2309.06651'],
    ['arXiv preprint 2309.06651v2', 'arxiv:2309.06651', 'arXiv preprint 2309.06651v2'],
    ['arXiv id 2309.06651', 'arxiv:2309.06651', 'arXiv id 2309.06651'],
    ['arXiv:abs/2309.06651', 'arxiv:2309.06651', 'arXiv:abs/2309.06651'],
    ['CoRR, abs/2309.06651, 2023', 'arxiv:2309.06651', 'abs/2309.06651'],
    ['(arXiv [2309.06651])', 'arxiv:2309.06651', 'arXiv [2309.06651'],
    ['see hf.co/papers/2309.06651)', 'arxiv:2309.06651', 'hf.co/papers/2309.06651'],
    ['at arxiv.org/abs/2309.06651…', 'arxiv:2309.06651', 'arxiv.org/abs/2309.06651'],
    ['at arxiv.org/pdf/2309.06651v…', 'arxiv:2309.06651', 'arxiv.org/pdf/2309.06651v'],
    ['page a.github.io/b/.', 'page:a.github.io/b', 'a.github.io/b/'],
  ])('%j holds %s', (text, identifier, shown) => {
    expect(identifiers(text)).toEqual([[identifier, shown]]);
  });

  it.each([
    'version 2309.06651 alone',
    'at 10:30 or 3.14',
    'either/or, and/or',
    'arXiv',
    'see arXiv:2399.06651',
    'see arXiv:2309.0665',
    'see arXiv:2309.066512',
    'at arxiv.org/abs/2309.066…',
    'code github.com/a/b…',
    'code github.com/a/b...',
    'page a.github.io/b…',
    'doi:10.1145/3292500.33…',
    'lab/abs/2309.06651',
  ])('%j holds none', (text) => {
    expect(identifiers(text)).toEqual([]);
  });

  it('never throws, and every place is inside the text', () => {
    const parts = [
      'arXiv:',
      '2309.06651',
      'https://',
      'arxiv.org/abs/',
      'github.com/a/b',
      '10.1145/x',
      '…',
      '...',
      ' ',
      ').',
    ];
    const pieces = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string())).map((all) => all.join(''));
    fc.assert(
      fc.property(pieces, fc.array(fc.nat(60)), (text, seams) => {
        for (const { start, end } of identifiersInText(text, seams)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it.each([
    'a.',
    'a-',
    'a.b/',
    'arxiv:',
    'abs/',
    '10.1145/',
    '10.1145/)',
    'https://',
    'a.b/…',
    'arXiv 2309.0665 ',
  ])('takes twenty times as long for twenty times as much of %j, and no more', (piece) => {
    // Where time grew with the square of the length, this would not come to an end.
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(identifiers(text).every(([identifier]) => identifier !== 'arxiv:2309.06651')).toBe(true);
  });

  describe('in pieces', () => {
    /** What the pieces show, joined as the text nodes of a block are. */
    const shown = (...pieces: string[]) => {
      const seams = pieces.map((_, at) => pieces.slice(0, at).join('').length);
      const text = pieces.join('');
      return identifiersInText(text, seams).map(({ identifier, start, end }) => [
        identifier,
        text.slice(start, end),
      ]);
    };

    it('is whole where its end stands in a piece of its own, before an ellipsis in another', () => {
      expect(shown('https://', 'arxiv.org/abs/2309.0665', '1', '…')).toEqual([
        ['arxiv:2309.06651', 'https://arxiv.org/abs/2309.06651'],
      ]);
      expect(shown('Code: ', 'https://', 'github.com/owner/na', 'me', '…')).toEqual([
        ['repo:github.com/owner/name', 'https://github.com/owner/name'],
      ]);
      expect(shown('https://', 'a.github.io/a-long-na', 'me/', '…')).toEqual([
        ['page:a.github.io/a-long-name', 'https://a.github.io/a-long-name/'],
      ]);
    });

    it('is cut short where nothing of it is kept out of sight', () => {
      expect(shown('https://', 'github.com/owner/na', '…')).toEqual([]);
      expect(shown('https://', 'github.com/owner/na…')).toEqual([]);
      expect(shown('https://', 'github.com/ow', 'ner/na…')).toEqual([]);
      expect(shown('https://', 'arxiv.org/abs/2309.0665', '…')).toEqual([]);
    });
  });

  it('is found in a link that is glued to what stands beside it', () => {
    const text = 'Seearxiv.org/abs/2309.06651by A. Author';
    const link = { start: 3, end: 27 };
    const papers = (links: { start: number; end: number }[]) =>
      identifiersShown(text, links).filter(({ identifier }) => identifier.startsWith('arxiv:'));
    expect(papers([])).toEqual([]);
    expect(papers([link])).toEqual([{ identifier: 'arxiv:2309.06651', ...link }]);
    const apart = 'arxiv.org/abs/2309.06651 by';
    expect(identifiersShown(apart, [{ start: 0, end: 24 }])).toHaveLength(1);
  });
});

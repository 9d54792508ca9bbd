import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '@/lib/paper/types';
import { joinPieces, TitleListBuilder, type TitlePiece } from '@/lib/search/title-list';
import { TitleSearch } from '@/lib/search/titles';

const titles: [id: Paper['id'], title: string, day: string, aliases?: string[]][] = [
  ['arxiv:2601.00001', 'Lanterns for Robust Vision', '2026-01-01'],
  ['arxiv:2', 'Robust Lanterns', '2026-01-03'],
  ['arxiv:3', 'Candle-CoT: Über Flames', '2026-01-02', ['Candle-o1']],
  ['arxiv:4', 'On $\\alpha$-Lanterns', '2026-01-04'],
];

/** Searches pieces as they lie in a store: in order of name. */
function searchOver(pieces: ReadonlyMap<string, TitlePiece | undefined>) {
  const inOrder = [...pieces].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, piece]) => piece ?? []);
  return new TitleSearch(joinPieces(inOrder));
}

function search(rows = titles) {
  const builder = new TitleListBuilder();
  builder.add(rows.map(([id, title, day, aliases = []]) => ({ id, title, day, aliases })));
  return searchOver(builder.build());
}

it.each([
  ['lantern', ['arxiv:4', 'arxiv:2', 'arxiv:2601.00001']],
  ['LANTERNS robust', ['arxiv:2', 'arxiv:2601.00001']],
  ['robust lanterns', ['arxiv:2', 'arxiv:2601.00001']],
  ['candle cot', ['arxiv:3']],
  ['uber', ['arxiv:3']],
  ['o1', ['arxiv:3']],
  ['α', ['arxiv:4']],
  ['2601.00001', ['arxiv:2601.00001']],
  ['antern', []],
  ['candle lantern', []],
  ['', []],
  [' - ', []],
])('%j finds %j', (query, ids) => {
  expect(search().find(query, 10)).toEqual(ids);
});

it('puts a whole phrase before scattered words, and keeps to the limit', () => {
  expect(search().find('robust vis', 10)).toEqual(['arxiv:2601.00001']);
  expect(search().find('lanterns', 2)).toEqual(['arxiv:4', 'arxiv:2']);
});

it('finds the first, the last and the only title, and none in none', () => {
  expect(search(titles.slice(0, 1)).find('vision', 5)).toEqual(['arxiv:2601.00001']);
  expect(search().find('flames', 5)).toEqual(['arxiv:3']);
  expect(search([]).find('a', 5)).toEqual([]);
});

describe('pieces', () => {
  const paper = (number: number, title: string, more: Partial<Paper> = {}) => ({
    id: `arxiv:${number}` as Paper['id'],
    title,
    aliases: [],
    ...more,
  });
  function built(papers: ReturnType<typeof paper>[]) {
    const builder = new TitleListBuilder();
    builder.add(papers);
    return builder.build();
  }

  it('are one for each month, and one for papers without a date', () => {
    const pieces = built([
      paper(1, 'One', { day: '2026-02-01' }),
      paper(2, 'Two', { publishedAt: '2026-02' }),
      paper(3, 'Three', { day: '2025-12-31', publishedAt: '2024-01-01' }),
      paper(4, 'Four'),
    ]);
    expect([...pieces].map(([name, piece]) => [name, piece?.ids])).toEqual([
      ['2026-02', ['arxiv:1', 'arxiv:2']],
      ['2025-12', ['arxiv:3']],
      ['', ['arxiv:4']],
    ]);
    expect(joinPieces(['', '2025-12', '2026-02'].flatMap((name) => pieces.get(name) ?? [])).ids).toEqual([
      'arxiv:1',
      'arxiv:2',
      'arxiv:3',
      'arxiv:4',
    ]);
  });

  it('of months that were not read stay as they are', () => {
    const builder = new TitleListBuilder(new Map([['2026-02', undefined]]));
    builder.add([paper(1, 'One', { day: '2026-02-01' }), paper(2, 'Two', { day: '2026-01-01' })]);
    expect([...builder.build().keys()]).toEqual(['2026-02']);
  });

  it('brought up to date equal those built from nothing', () => {
    const papers = fc.uniqueArray(
      fc.record({
        number: fc.nat(9),
        title: fc.stringMatching(/^[a-c ]{0,6}$/),
        day: fc.constantFrom(undefined, '2026-01-01', '2026-01-02', '2026-02-01'),
      }),
      { selector: ({ number }) => number },
    );
    const asPapers = (all: { number: number; title: string; day: string | undefined }[]) =>
      all.map(({ number, title, day }) => paper(number, title, day === undefined ? {} : { day }));
    const rows = (pieces: ReadonlyMap<string, TitlePiece | undefined>) =>
      [...pieces]
        .flatMap(([name, piece]) => (piece ? [[name, piece.dates, new Set(piece.ids)] as const] : []))
        .sort(([a], [b]) => (a < b ? -1 : 1));
    fc.assert(
      fc.property(papers, papers, (first, second) => {
        const before = asPapers(first);
        const after = asPapers(second);
        const old = built(before);
        const named = [...before, ...after].map(({ day }) => (day ?? '').slice(0, 7));
        const known = new Map(named.map((name) => [name, old.get(name)]));
        const builder = new TitleListBuilder(known, new Set([...before, ...after].map(({ id }) => id)));
        builder.add(after);
        const updated = builder.build();
        expect(rows(updated)).toEqual(rows(built(after)));
        for (const { title, id } of after)
          if (title.trim()) expect(searchOver(updated).find(title, 20)).toContain(id);
      }),
    );
  });
});

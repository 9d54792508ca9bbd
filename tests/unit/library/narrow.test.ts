import { describe, expect, it } from 'vitest';
import { type Filters, noFilters, type View } from '@/entrypoints/library/address';
import { type Marks, narrow } from '@/entrypoints/library/narrow';
import type { DayFacts, PaperFacts } from '@/lib/digest/catalogue/facts';
import type { PaperId } from '@/lib/paper/types';

const id = (n: number): PaperId => `arxiv:${n}`;
const facts = (n: number, more: Partial<PaperFacts> = {}): PaperFacts => ({
  id: id(n),
  upvotes: 0,
  hasCode: false,
  ...more,
});
const days: DayFacts[] = [
  {
    day: '2026-07-29',
    papers: [facts(1, { upvotes: 5, hasCode: true }), facts(2, { organization: 'Lamp Works' })],
    watched: { 'any:wick': [id(2)], 'author:lamp': [] },
  },
  {
    day: '2026-06-30',
    papers: [facts(3, { upvotes: 9 }), facts(1, { upvotes: 5, hasCode: true })],
    watched: { 'any:wick': [], 'author:lamp': [id(3)] },
  },
];
const noMarks: Marks = { saved: new Set(), seen: new Set() };

/** Numbers of the papers left, days apart. */
function left(
  given: {
    view?: View;
    filters?: Partial<Filters>;
    marks?: Partial<Marks>;
    sort?: 'upvotes';
    found?: number[];
  } = {},
) {
  const stretches = narrow(days, {
    view: given.view ?? { kind: 'all' },
    filters: { ...noFilters, ...given.filters },
    marks: { ...noMarks, ...given.marks },
    sort: given.sort ?? 'listed',
    found: given.found?.map(id),
  });
  return stretches.map(({ ids = [] }) => ids.map((one) => Number(one.slice(6))));
}

describe('a narrowed list', () => {
  it.each([
    ['code', { filters: { code: true } }, [[1], [1]]],
    ['saved', { filters: { saved: true }, marks: { saved: new Set([id(3)]) } }, [[], [3]]],
    ['unseen', { filters: { unseen: true }, marks: { seen: new Set([id(1)]) } }, [[2], [3]]],
    ['watch words', { filters: { watched: true } }, [[2], [3]]],
    ['an organisation', { filters: { organization: 'lamp works' } }, [[2], []]],
    ['from a day', { filters: { from: '2026-07-01' } }, [[1, 2]]],
    ['to a day', { filters: { to: '2026-06-30' } }, [[3, 1]]],
    ['a month', { view: { kind: 'month', month: '2026-06' } as const }, [[3, 1]]],
    [
      'a month, and code',
      { view: { kind: 'month', month: '2026-06' } as const, filters: { code: true } },
      [[1]],
    ],
    [
      'one watch word',
      { view: { kind: 'watch', word: { field: 'author', words: 'Lamp' } } as const },
      [[], [3]],
    ],
    ['most upvotes first, each once', { sort: 'upvotes' as const }, [[3, 1, 2]]],
    ['what was found, best first', { found: [3, 8, 2] }, [[3, 2]]],
    [
      'what was found, in a month',
      { found: [2, 1], view: { kind: 'month', month: '2026-06' } as const },
      [[1]],
    ],
    ['what was found, most upvotes first', { found: [2, 1, 3], sort: 'upvotes' as const }, [[3, 1, 2]]],
  ])('holds %s', (_, given, wanted) => expect(left(given)).toEqual(wanted));
});

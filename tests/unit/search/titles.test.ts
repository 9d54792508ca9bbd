import { expect, it } from 'vitest';
import type { Paper } from '@/lib/paper/types';
import { TitleListBuilder, TitleSearch } from '@/lib/search/titles';

const titles: [id: Paper['id'], title: string, day: string, aliases?: string[]][] = [
  ['arxiv:2601.00001', 'Lanterns for Robust Vision', '2026-01-01'],
  ['arxiv:2', 'Robust Lanterns', '2026-01-03'],
  ['arxiv:3', 'Candle-CoT: Über Flames', '2026-01-02', ['Candle-o1']],
  ['arxiv:4', 'On $\\alpha$-Lanterns', '2026-01-04'],
];

function search(rows = titles) {
  const builder = new TitleListBuilder();
  builder.add(rows.map(([id, title, day, aliases = []]) => ({ id, title, day, aliases })));
  return new TitleSearch(builder.build());
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

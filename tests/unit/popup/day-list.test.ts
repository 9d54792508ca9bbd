import { expect, it, vi } from 'vitest';
import { arrange } from '@/entrypoints/popup/state/day-list';
import type { Paper } from '@/lib/paper/types';

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('@/entrypoints/popup/state/days', () => ({ listed: { current: { value: { state: 'loading' } } } }));

const paper = (number: string, upvotes?: number, ...kinds: ('code' | 'project')[]) =>
  ({
    id: `arxiv:${number}`,
    links: kinds.map((kind) => ({ kind, url: 'https://example.org/' })),
    ...(upvotes !== undefined && { upvotes }),
  }) as unknown as Paper;

const days = [
  { day: '2026-03-09', papers: [paper('1', 3), paper('2', 9, 'code')] },
  { day: '2026-03-06', papers: [paper('3', undefined, 'project'), paper('4', 9), paper('5', 4, 'code')] },
];
const show = (...given: Parameters<typeof arrange>) => {
  const { papers, headings } = arrange(...given);
  return papers.map(({ id }) => (headings.has(id) ? `${headings.get(id)?.papers}: ${id}` : id));
};

it('lists days as they were published, each under its heading', () => {
  expect(show(days, { sort: 'listed', onlyCode: false })).toEqual([
    '2: arxiv:1',
    'arxiv:2',
    '3: arxiv:3',
    'arxiv:4',
    'arxiv:5',
  ]);
});

it('needs no heading for one day', () => {
  expect(show(days.slice(0, 1), { sort: 'listed', onlyCode: false })).toEqual(['arxiv:1', 'arxiv:2']);
});

it('goes by upvotes over all days, those alike as they were published', () => {
  expect(show(days, { sort: 'upvotes', onlyCode: false })).toEqual([
    'arxiv:2',
    'arxiv:4',
    'arxiv:5',
    'arxiv:1',
    'arxiv:3',
  ]);
});

it('leaves papers without code out, and counts what is left', () => {
  expect(show(days, { sort: 'listed', onlyCode: true })).toEqual(['1: arxiv:2', '1: arxiv:5']);
  expect(show([], { sort: 'listed', onlyCode: true })).toEqual([]);
});

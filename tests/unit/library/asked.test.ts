import { describe, expect, it } from 'vitest';
import { addressOf, type Filters, noFilters, type View } from '@/entrypoints/library/address';
import { needsFacts, queryOf } from '@/entrypoints/library/asked';

const asked = (view: View, filters: Partial<Filters> = {}) =>
  queryOf({ ...addressOf(view), filters: { ...noFilters, ...filters } }).clauses;

describe('the query of a view', () => {
  it.each([
    ['a month', { kind: 'month', month: '2026-02' }, { from: '2026-02-01', until: '2026-03-01' }],
    [
      'a week over the end of a year',
      { kind: 'week', week: '2026-W53' },
      { from: '2026-12-28', until: '2027-01-04' },
    ],
    ['a day', { kind: 'day', day: '2026-07-29' }, { from: '2026-07-29', until: '2026-07-30' }],
  ] satisfies [string, View, object][])('keeps within %s', (_, view, dates) => {
    expect(asked(view, { query: 'wick' })).toMatchObject([{ kind: 'text' }, { kind: 'dates', ...dates }]);
  });

  it('says what filters say', () => {
    const filters = {
      query: 'wick',
      code: true,
      unseen: true,
      watched: true,
      saved: true,
      from: '2026-01-01',
    };
    expect(asked({ kind: 'all' }, filters)).toMatchObject([
      { kind: 'text' },
      { kind: 'dates', from: '2026-01-01' },
      { kind: 'has', what: 'code' },
      { kind: 'is', state: 'unseen' },
      { kind: 'is', state: 'watched' },
      { kind: 'is', state: 'saved' },
    ]);
  });

  it.each([
    [{ kind: 'shelf' }, 'saved'],
    [{ kind: 'shelf', status: 'reading' }, 'reading'],
    [{ kind: 'tag', tag: 'to cite' }, 'saved'],
  ] satisfies [View, string][])('stays on the shelf in %o', (view, state) => {
    expect(asked(view, { query: 'wick' }).slice(1)).toMatchObject([{ kind: 'is', state }]);
  });

  it.each(['', '  ', 'author:', 'has:nothing'])('has no conditions where "%s" has none', (query) => {
    expect(asked({ kind: 'month', month: '2026-02' }, { query, code: true })).toEqual([]);
  });
});

it.each([
  ['a day', false, { kind: 'day', day: '2026-07-29' }, {}],
  ['a filter', true, { kind: 'all' }, { code: true }],
  ['a filter of a search', false, { kind: 'all' }, { code: true, query: 'wick' }],
  ['an organisation', true, { kind: 'all' }, { organization: 'Moth Institute', query: 'wick' }],
  ['a watch word', true, { kind: 'watch', word: { field: 'any', words: 'wick' } }, {}],
  ['the shelf', false, { kind: 'shelf' }, { code: true }],
] satisfies [string, boolean, View, Partial<Filters>][])(
  'for %s the catalogue is needed: %s',
  (_, isNeeded, view, filters) => {
    expect(needsFacts({ ...addressOf(view), filters: { ...noFilters, ...filters } })).toBe(isNeeded);
  },
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Address,
  addressOf,
  listKey,
  noFilters,
  readAddress,
  sorts,
  writeAddress,
} from '@/entrypoints/library/address';
import { watchFields } from '@/lib/settings/digest';

const readingStatuses = ['to-read', 'reading', 'read'] as const;
const day = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const text = fc.string({ minLength: 1, unit: 'grapheme' });
const view = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  fc.constant({ kind: 'trends' as const }),
  day.map((day) => ({ kind: 'day' as const, day })),
  fc
    .integer({ min: 1, max: 53 })
    .map((week) => ({ kind: 'week' as const, week: `2026-W${String(week).padStart(2, '0')}` })),
  day.map((day) => ({ kind: 'month' as const, month: day.slice(0, 7) })),
  fc.constantFrom(
    { kind: 'shelf' as const },
    ...readingStatuses.map((status) => ({ kind: 'shelf' as const, status })),
  ),
  text.map((tag) => ({ kind: 'tag' as const, tag })),
  fc.record({
    kind: fc.constant('watch' as const),
    word: fc.record({ field: fc.constantFrom(...watchFields), words: text }),
  }),
);
const address: fc.Arbitrary<Address> = fc.record(
  {
    view,
    filters: fc.record(
      {
        query: fc.string({ unit: 'grapheme' }),
        code: fc.boolean(),
        saved: fc.boolean(),
        unseen: fc.boolean(),
        watched: fc.boolean(),
        organization: text,
        from: day,
        to: day,
      },
      { requiredKeys: ['query', 'code', 'saved', 'unseen', 'watched'] },
    ),
    sort: fc.constantFrom(...sorts),
    paper: fc.constantFrom('arxiv:2601.00001' as const, 'doi:10.1/a?b#c&d' as const, 'title:00ff' as const),
  },
  { requiredKeys: ['view', 'filters', 'sort'] },
);

describe('an address', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(readAddress(writeAddress(one))).toEqual(one);
      }),
    );
  });

  it('never fails, whatever someone has typed', () => {
    fc.assert(
      fc.property(fc.string(), (search) => {
        expect(readAddress(`?${search}`).filters).toBeDefined();
      }),
    );
  });

  it.each([
    [{ kind: 'all' as const }, ''],
    [{ kind: 'week' as const, week: '2026-W31' }, '?week=2026-W31'],
    [
      { kind: 'watch' as const, word: { field: 'author' as const, words: 'Ada Lamp' } },
      '?watch=author:Ada+Lamp',
    ],
  ])('is short for %o', (view, written) => expect(writeAddress(addressOf(view))).toBe(written));

  it.each([
    '?day=yesterday',
    '?day=2026-07-32',
    '?week=31',
    '?week=2026-W54',
    '?month=07',
    '?month=2026-13',
    '?watch=Ada',
    '?watch=author:',
    '?show=everything',
    '?sort=colour',
  ])('that says "%s" says nothing', (search) =>
    expect(readAddress(search)).toEqual(addressOf({ kind: 'all' })),
  );

  it('names the same list whatever paper is open', () => {
    const one = { ...addressOf({ kind: 'all' }), filters: { ...noFilters, code: true } };
    expect(listKey({ ...one, paper: 'arxiv:2601.00001' })).toBe(listKey(one));
  });
});

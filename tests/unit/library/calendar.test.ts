import { describe, expect, it } from 'vitest';
import { mondayOf, monthsOf, neighbours, spanOf, weekName } from '@/entrypoints/library/calendar';
import { weekOf } from '@/lib/digest/sync/calendar';

const days = ['2026-08-03', '2026-08-01', '2026-07-31', '2026-07-06', '2026-05-04'].map((day, i) => ({
  day,
  papers: i + 1,
}));

describe('weeks', () => {
  it.each([
    ['2026-W31', '2026-07-27'],
    ['2025-W01', '2024-12-30'],
    ['2026-W53', '2026-12-28'],
    ['2027-W01', '2027-01-04'],
  ])('%s begins on %s', (week, monday) => {
    expect(mondayOf(week)).toBe(monday);
    expect(weekOf(monday)).toBe(week);
  });

  it.each([
    ['2026-W28', '6 – 12 July 2026'],
    ['2026-W31', '27 July – 2 August 2026'],
    ['2026-W01', '29 December 2025 – 4 January 2026'],
  ])('%s is %s', (week, name) => expect(weekName(week)).toBe(name));
});

describe('months', () => {
  it('hold their weeks, and these their days, newest first', () => {
    expect(monthsOf(days)).toEqual([
      {
        month: '2026-08',
        papers: 3,
        weeks: [
          { week: '2026-W32', papers: 1, days: [days[0]] },
          // Its name leads to all of the week, so all of it is counted.
          { week: '2026-W31', papers: 5, days: [days[1]] },
        ],
      },
      {
        month: '2026-07',
        papers: 7,
        weeks: [
          { week: '2026-W31', papers: 5, days: [days[2]] },
          { week: '2026-W28', papers: 4, days: [days[3]] },
        ],
      },
      { month: '2026-05', papers: 5, weeks: [{ week: '2026-W19', papers: 5, days: [days[4]] }] },
    ]);
  });
});

describe('steps', () => {
  it.each([
    [
      { kind: 'day', day: '2026-07-31' } as const,
      { kind: 'day', day: '2026-07-06' },
      { kind: 'day', day: '2026-08-01' },
    ],
    [
      { kind: 'week', week: '2026-W31' } as const,
      { kind: 'week', week: '2026-W28' },
      { kind: 'week', week: '2026-W32' },
    ],
    [
      { kind: 'month', month: '2026-07' } as const,
      { kind: 'month', month: '2026-05' },
      { kind: 'month', month: '2026-08' },
    ],
  ])('lead from %o over what has no papers', (view, earlier, later) =>
    expect(neighbours(view, days)).toEqual({ earlier, later }),
  );

  it('end with the archive', () => {
    expect(neighbours({ kind: 'day', day: '2026-08-03' }, days)).toEqual({
      earlier: { kind: 'day', day: '2026-08-01' },
    });
    expect(neighbours({ kind: 'month', month: '2026-05' }, days)).toEqual({
      later: { kind: 'month', month: '2026-07' },
    });
    expect(neighbours({ kind: 'all' }, days)).toEqual({});
  });
});

it('a span holds every day of its view', () => {
  expect(spanOf({ kind: 'week', week: '2026-W31' })).toEqual({ first: '2026-07-27', last: '2026-08-02' });
  expect(spanOf({ kind: 'shelf' })).toBeUndefined();
});

import { describe, expect, it } from 'vitest';
import type { DayKeywords } from '@/lib/digest/catalogue/facts';
import { periodsOf, risingKeywords, unitFor } from '@/lib/digest/catalogue/trends';
import { plusDays } from '@/lib/digest/sync/calendar';

describe('periods', () => {
  it.each([
    ['2026-07-01', '2026-07-30', 'day'],
    ['2026-01-01', '2026-07-30', 'week'],
    ['2021-01-01', '2026-07-30', 'month'],
  ])('from %s to %s are counted by the %s', (first, last, unit) => expect(unitFor(first, last)).toBe(unit));

  it('are all there, also those in which nothing was', () => {
    const periods = periodsOf(['2026-07-15', '2026-07-01', '2026-07-02'], (day) => day, 'week');
    expect(periods).toEqual([
      { name: '2026-W27', first: '2026-07-01', values: ['2026-07-01', '2026-07-02'] },
      { name: '2026-W28', first: '2026-07-06', values: [] },
      { name: '2026-W29', first: '2026-07-13', values: ['2026-07-15'] },
    ]);
    expect(periodsOf([], (day: string) => day, 'day')).toEqual([]);
  });
});

describe('rising keywords', () => {
  /** `days` days up to 30 June 2026, oldest first; `of` gives how many papers hold a keyword `ago` days before the last. */
  const history = (days: number, of: Record<string, (ago: number) => number>): DayKeywords[] =>
    Array.from({ length: days }, (_, i) => {
      const ago = days - 1 - i;
      const counts = Object.entries(of).map(([keyword, count]): [string, number] => [keyword, count(ago)]);
      return {
        day: plusDays('2026-06-30', -ago),
        papers: 20,
        keywords: counts.filter(([, papers]) => papers > 0),
      };
    });
  const names = (days: DayKeywords[]) => risingKeywords(days, 10).keywords.map(({ keyword }) => keyword);

  it('are those whose share has grown, most surprising first', () => {
    const days = history(120, {
      steady: () => 5,
      new: (ago) => (ago < 14 ? 1 : 0),
      rising: (ago) => (ago < 28 ? 3 : 1),
      falling: (ago) => (ago < 28 ? 0 : 4),
    });
    expect(names(days)).toEqual(['new', 'rising']);
    expect(risingKeywords(days, 1).keywords).toMatchObject([{ keyword: 'new', lately: 14, before: 0 }]);
  });

  it('are not those that only come with more papers', () => {
    const more = history(120, { steady: (ago) => (ago < 28 ? 10 : 5) }).map((day, i) =>
      i < 92 ? day : { ...day, papers: 40 },
    );
    expect(names(more)).toEqual([]);
  });

  it('leave out what is chance', () => {
    expect(names(history(120, { steady: () => 5, once: (ago) => (ago === 3 ? 2 : 0) }))).toEqual([]);
  });

  it('are found in a digest of thirty days too', () => {
    const rising = risingKeywords(history(30, { steady: () => 5, new: (ago) => (ago < 8 ? 1 : 0) }), 10);
    expect(rising).toMatchObject({ lately: 10, before: 20, keywords: [{ keyword: 'new' }] });
  });

  it('are none where no paper has any', () => {
    expect(risingKeywords([{ day: '2026-06-30', papers: 0, keywords: [] }], 10)).toEqual({
      keywords: [],
      lately: 0,
      before: 0,
    });
  });
});

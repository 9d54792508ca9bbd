import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Listing } from '@/entrypoints/library/listing';
import type { PaperId } from '@/lib/paper/types';

const ids = (...numbers: number[]) => numbers.map((n): PaperId => `arxiv:${n}`);
const twoDays = () =>
  new Listing([
    { day: '2026-07-29', count: 2, ids: ids(1, 2) },
    { day: '2026-07-28', count: 0 },
    { day: '2026-07-27', count: 1 },
  ]);

describe('a list of days', () => {
  it('has a heading over the papers of each day that has any', () => {
    const listing = twoDays();
    expect(listing).toMatchObject({ rows: 5, papers: 3, hasHeadings: true });
    const kinds = Array.from({ length: 5 }, (_, i) => listing.rowAt(i)?.kind);
    expect(kinds).toEqual(['day', 'paper', 'paper', 'day', 'paper']);
    expect(listing.rowAt(3)).toEqual({ kind: 'day', day: '2026-07-27', papers: 1 });
    expect(listing.rowAt(4)).toMatchObject({ ordinal: 0, position: 3 });
    expect(listing.rowAt(5)).toBeUndefined();
    expect(listing.rowAt(-1)).toBeUndefined();
  });

  it('knows the papers whose ids are there', () => {
    expect(Array.from({ length: 5 }, (_, i) => twoDays().idAt(i))).toEqual([
      undefined,
      'arxiv:1',
      'arxiv:2',
      undefined,
      undefined,
    ]);
  });

  it('steps over headings', () => {
    expect(twoDays().paperFrom(3, 1)).toBe(4);
    expect(twoDays().paperFrom(3, -1)).toBe(2);
    expect(twoDays().paperFrom(0, -1)).toBeUndefined();
  });

  it('finds a place again when days come in before it', () => {
    const now = new Listing([
      { day: '2026-07-30', count: 4 },
      { day: '2026-07-29', count: 2 },
      { day: '2026-07-27', count: 1 },
    ]);
    expect(now.lineLike(twoDays(), 0)).toBe(5);
    expect(now.lineLike(twoDays(), 4)).toBe(9);
    expect(new Listing([]).lineLike(twoDays(), 4)).toBe(0);
  });
});

describe('a list without days', () => {
  it('has papers alone', () => {
    const listing = new Listing([{ count: 2, ids: ids(7, 8) }]);
    expect(listing).toMatchObject({ rows: 2, papers: 2, hasHeadings: false });
    expect(listing.idAt(1)).toBe('arxiv:8');
    expect(listing.dayAt(1)).toBeUndefined();
  });

  it('needs no heading for one day', () => {
    expect(new Listing([{ day: '2026-07-29', count: 2 }], true)).toMatchObject({
      rows: 2,
      hasHeadings: false,
    });
  });
});

it('counts every paper once, in order, whatever the days', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5)), (counts) => {
      const listing = new Listing(counts.map((count, i) => ({ day: `2026-01-${i + 10}`, count })));
      const rows = Array.from({ length: listing.rows }, (_, i) => listing.rowAt(i));
      const positions = rows.flatMap((row) => (row?.kind === 'paper' ? [row.position] : []));
      expect(positions).toEqual(Array.from({ length: listing.papers }, (_, i) => i + 1));
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFuseFilter, mayContain } from '@/lib/match/fuse';
import { mix } from '@/lib/match/hash';
import { packFilter, unpackFilter } from '@/lib/match/membership';

const keys = (count: number, salt = 1) => Array.from({ length: count }, (_, i) => mix(i * 2 + salt));

describe('a binary fuse filter', () => {
  it('never misses a member, whatever the members', () => {
    const members = fc
      .uint8Array({ maxLength: 400 })
      .map((bytes) => [...bytes].map((byte, i) => mix(byte * 977 + i)));
    fc.assert(
      fc.property(members, fc.constantFrom(8 as const, 16 as const), (set, bits) => {
        const filter = buildFuseFilter(set, bits);
        expect(set.every((key) => mayContain(filter, key))).toBe(true);
      }),
    );
  });

  it.each([0, 1, 2, 3, 10, 1_000, 150_000])('holds %i members', (count) => {
    const filter = buildFuseFilter(keys(count), 8);
    expect(keys(count).every((key) => mayContain(filter, key))).toBe(true);
  });

  it('holds keys that were given twice', () => {
    const filter = buildFuseFilter([7, 7, 7, 8], 16);
    expect([7, 8].every((key) => mayContain(filter, key))).toBe(true);
  });

  it.each([
    [8 as const, 2 ** -8],
    [16 as const, 2 ** -16],
  ])('of %i bits takes strangers for members as seldom as it should', (bits, chance) => {
    const filter = buildFuseFilter(keys(50_000), bits);
    const strangers = keys(1_000_000, 2);
    const taken = strangers.filter((key) => mayContain(filter, key)).length / strangers.length;
    expect(taken).toBeLessThan(chance * 2);
    expect(taken).toBeGreaterThan(chance / 3);
  });

  it('takes little more room than the theory asks', () => {
    const { fingerprints } = buildFuseFilter(keys(100_000), 8);
    expect(fingerprints.byteLength).toBeLessThan(100_000 * 1.25);
  });

  it('comes out of storage as it went in', () => {
    const filter = {
      generation: 3,
      first: buildFuseFilter(keys(500), 8),
      second: buildFuseFilter(keys(500, 5), 16),
      lines: buildFuseFilter(keys(300, 3), 16),
    };
    expect(unpackFilter(JSON.parse(JSON.stringify(packFilter(filter))))).toEqual(filter);
  });
});

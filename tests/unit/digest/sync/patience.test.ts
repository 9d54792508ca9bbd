import { describe, expect, it } from 'vitest';
import { afterFailure, heldUntil, type Patience } from '@/lib/digest/sync/patience';
import type { Failure } from '@/lib/digest/sync/state';

const minute = 60_000;
const now = Date.parse('2026-03-12T12:00:00Z');
const offline: Failure = { kind: 'offline' };

function waits(failures: number, random: number): number[] {
  let patience: Patience | undefined;
  return Array.from({ length: failures }, () => {
    patience = afterFailure(patience, offline, now, random);
    return (patience.until - now) / minute;
  });
}

describe('waits of our own', () => {
  it('double up to an hour', () => {
    expect(waits(8, 1)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('are drawn from the upper half', () => {
    expect(waits(3, 0)).toEqual([0.5, 1, 2]);
    expect(waits(3, 0.5)).toEqual([0.75, 1.5, 3]);
  });

  it('stay finite after any number of failures', () => {
    expect(afterFailure({ failures: 5_000, until: 0, byServer: false }, offline, now, 1)).toEqual({
      failures: 5_001,
      until: now + 60 * minute,
      byServer: false,
    });
  });

  it('hold a source until they are over, unless a person asks', () => {
    const patience = afterFailure(undefined, offline, now, 1);
    expect(heldUntil(patience, now, false)).toBe(now + minute);
    expect(heldUntil(patience, now + minute - 1, false)).toBe(now + minute);
    expect(heldUntil(patience, now + minute, false)).toBeUndefined();
    expect(heldUntil(patience, now, true)).toBeUndefined();
  });
});

describe('a wait that the server asked for', () => {
  const until = now + 4 * minute;
  const patience = afterFailure(undefined, { kind: 'wait', until }, now, 0.3);

  it('is as long as it said, also for a person', () => {
    expect(heldUntil(patience, now, false)).toBe(until);
    expect(heldUntil(patience, now, true)).toBe(until);
    expect(heldUntil(patience, until, true)).toBeUndefined();
  });

  it('outlasts a failure of another kind', () => {
    expect(afterFailure(patience, offline, now, 1)).toEqual({ failures: 2, until, byServer: true });
    expect(afterFailure(patience, offline, until, 1).byServer).toBe(false);
  });

  it('is no longer than a day', () => {
    const forever = afterFailure(undefined, { kind: 'wait', until: now + 1e12 }, now, 0.3);
    expect(heldUntil(forever, now, true)).toBe(now + 24 * 60 * minute);
  });
});

it('ignores a wait written under a clock that was ahead', () => {
  const own = afterFailure({ failures: 9, until: 0, byServer: false }, offline, now, 1);
  expect(heldUntil(own, now - minute, false)).toBeUndefined();
  const servers = afterFailure(undefined, { kind: 'wait', until: now + 60 * minute }, now, 1);
  expect(heldUntil(servers, now - 22 * 60 * minute, true)).toBe(now + 60 * minute);
  expect(heldUntil(servers, now - 24 * 60 * minute, true)).toBeUndefined();
});

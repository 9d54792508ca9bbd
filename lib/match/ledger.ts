import type { PaperId } from '../paper/types';
import type { Key } from './hash';

/**
 * What the index of the last time was made of: every paper with its keys, so that an update reads only the papers that
 * changed. Paper `i` has the keys from `ends[i - 1]` (0 for the first) to `ends[i]`; `firsts` and `seconds` are their
 * hashes, `lines` their keys in a line or those of their hosts, `pairs` those together with another key of the same title; 0
 * where there is none.
 */
export interface Ledger {
  papers: PaperId[];
  ends: Uint32Array;
  firsts: Uint32Array;
  seconds: Uint32Array;
  lines: Uint32Array;
  pairs: Uint32Array;
  /** Papers that were added, changed or removed since the index was last built from nothing. */
  changed: number;
  /** How often each shingle occurs, for `ShingleCounts`; absent where nothing was counted yet. */
  counts?: Uint8Array;
}

/** Raised with every change of what keys a paper gets, or of how they are kept: an older ledger is then not gone on with. */
export const ledgerForm = 5;

/** A paper and its keys. `line`: that of a title's shingle in its line, or of an address's host; `pair`: see `pairKey`. */
export interface Keyed {
  id: PaperId;
  keys: (Key & { line?: number; pair?: number })[];
}

export function emptyLedger(): Ledger {
  const none = new Uint32Array();
  return { papers: [], ends: none, firsts: none, seconds: none, lines: none, pairs: none, changed: 0 };
}

/** The ledger without the papers of `gone`, and with `added` at its end. `counts` are the new ones. */
export function changeLedger(
  known: Ledger,
  gone: ReadonlySet<PaperId>,
  added: readonly Keyed[],
  counts: Uint8Array,
): Ledger {
  const room = known.firsts.length + added.reduce((sum, { keys }) => sum + keys.length, 0);
  const firsts = new Uint32Array(room);
  const seconds = new Uint32Array(room);
  const lines = new Uint32Array(room);
  const pairs = new Uint32Array(room);
  const papers: PaperId[] = [];
  const ends: number[] = [];
  let end = 0;
  // What stays lies in long runs between the few that go: each is copied at once.
  let runFrom = 0;
  const copyRun = (runTo: number) => {
    if (runTo === runFrom) return;
    firsts.set(known.firsts.subarray(runFrom, runTo), end);
    seconds.set(known.seconds.subarray(runFrom, runTo), end);
    lines.set(known.lines.subarray(runFrom, runTo), end);
    pairs.set(known.pairs.subarray(runFrom, runTo), end);
    end += runTo - runFrom;
  };
  let from = 0;
  for (let i = 0; i < known.papers.length; i++) {
    const id = known.papers[i] as PaperId;
    const to = known.ends[i] as number;
    if (gone.has(id)) {
      copyRun(from);
      runFrom = to;
    } else {
      papers.push(id);
      ends.push(end + to - runFrom);
    }
    from = to;
  }
  copyRun(from);
  for (const { id, keys } of added) {
    for (const key of keys) {
      firsts[end] = key.h1;
      seconds[end] = key.h2;
      pairs[end] = key.pair ?? 0;
      lines[end++] = key.line ?? 0;
    }
    papers.push(id);
    ends.push(end);
  }
  return {
    papers,
    ends: Uint32Array.from(ends),
    firsts: firsts.slice(0, end),
    seconds: seconds.slice(0, end),
    lines: lines.slice(0, end),
    pairs: pairs.slice(0, end),
    changed: known.changed + gone.size,
    counts,
  };
}

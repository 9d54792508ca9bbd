/** Milliseconds below which a measurement is taken again and again, and the mean of it. */
const shortest = 40;

/**
 * Milliseconds of processor time that `work` takes: what other programs do meanwhile does not count. It returns a
 * number that depends on all it did, so that none of it can be left out.
 */
function time(work: () => number): number {
  const before = process.cpuUsage();
  for (let times = 1; ; times++) {
    if (Number.isNaN(work())) throw new Error('What is timed must return a number.');
    const { user, system } = process.cpuUsage(before);
    const taken = (user + system) / 1_000;
    if (taken >= shortest) return taken / times;
  }
}

/**
 * Times each of `works` once a round, by turns and each round in another order, so that a slower spell of the
 * machine falls on all alike. The first `warmUp` rounds do not count.
 *
 * @returns for each of `works`, its milliseconds round by round
 */
export function interleaved(works: readonly (() => number)[], rounds: number, warmUp: number): number[][] {
  const times = works.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (let turn = 0; turn < works.length; turn++) {
      const at = (turn + round + warmUp) % works.length;
      const taken = time(works[at] as () => number);
      if (round >= 0) times[at]?.push(taken);
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

/** The value that this part of all do not pass, from 0 to 1. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] as number;
}

/** The least disturbed of several measurements: whatever else a machine does can only add to them. */
export const fastest = (values: readonly number[]) => Math.min(...values);

/** Median of `a` over `b`, round by round. */
export const medianRatio = (a: readonly number[], b: readonly number[]) =>
  median(a.map((value, round) => value / (b[round] as number)));

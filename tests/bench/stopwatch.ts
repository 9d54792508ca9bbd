/** Milliseconds that `work` takes. It returns a number that depends on all it did, so that none of it can be left out. */
export function time(work: () => number): number {
  const start = performance.now();
  const made = work();
  const taken = performance.now() - start;
  if (Number.isNaN(made)) throw new Error('What is timed must return a number.');
  return taken;
}

/**
 * Times each of `works` once a round, by turns and each round in another order, so that whatever else the machine does
 * meanwhile falls on all alike. The first `warmUp` rounds do not count.
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

/** Median of `a` over `b`, round by round. */
export const medianRatio = (a: readonly number[], b: readonly number[]) =>
  median(a.map((value, round) => value / (b[round] as number)));

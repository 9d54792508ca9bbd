/** Numbers from 0 up to 1 that are the same in every run: mulberry32 (Tommy Ettinger, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` of `all`, each as likely as the other, in their old order; all of them where there are no more. */
export function sample<T>(all: readonly T[], count: number, random: () => number): T[] {
  const drawn: T[] = [];
  for (const [i, one] of all.entries()) {
    if (random() * (all.length - i) < count - drawn.length) drawn.push(one);
  }
  return drawn;
}

export function pick<T>(all: readonly T[], random: () => number): T {
  return all[Math.floor(random() * all.length)] as T;
}

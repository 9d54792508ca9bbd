type Rank = readonly (string | number)[];

/** The one that ranks higher, ranks compared part by part. Of equals, either: rank by all that is taken from it. */
export function greater<T>(one: T, other: T, rankOf: (value: T) => Rank): T {
  const ranks = rankOf(other);
  for (const [i, mine] of rankOf(one).entries()) {
    const theirs = ranks[i] as typeof mine;
    if (mine !== theirs) return mine > theirs ? one : other;
  }
  return one;
}

/** Each string once, sorted: the same set is the same list. */
export function unionOf(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].sort();
}

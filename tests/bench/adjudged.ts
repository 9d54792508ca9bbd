/** Pairs that a person has read and judged, such as an indexed paper and a foreign title that is its other title. */
export class Adjudged {
  private readonly pairs: Set<string>;

  /** @param tsv rows of two columns; the first row names them */
  constructor(tsv: string) {
    this.pairs = new Set(
      tsv
        .split('\n')
        .slice(1)
        .filter(Boolean)
        .map((row) => row.trimEnd()),
    );
  }

  has(first: string, second: string): boolean {
    return this.pairs.has(`${first}\t${second}`);
  }
}

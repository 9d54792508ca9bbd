/** Pairs that a person has read: a first column, the indexed paper, and a second, the words that do mean it. */
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

  has(id: string, words: string): boolean {
    return this.pairs.has(`${id}\t${words}`);
  }
}

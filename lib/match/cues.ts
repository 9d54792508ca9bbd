/** How far from a title something may stand that shows it to be one, in UTF-16 units. */
const reach = 120;
const wordsOfPapers =
  /\b(?:et\s+al\b|paper|preprint|arxiv|titled|entitled|authors?|published|proceedings|proc\b|in:)/i;

/** What around a title shows that a paper is meant: `author` its own authors, `paper` only that some paper is. */
export type Cue = 'author' | 'paper' | undefined;

/** Looks around `start` to `end` (raw offsets) for a surname of the paper's authors, "et al.", "paper" and their like. */
export function cueAround(text: string, start: number, end: number, authors: readonly string[]): Cue {
  const around = `${text.slice(Math.max(0, start - reach), start)} ${text.slice(end, end + reach)}`;
  if (surnamesOf(authors).test(around)) return 'author';
  return wordsOfPapers.test(around) ? 'paper' : undefined;
}

/** By list of authors, so that a paper's names are compiled once however often its title stands in a block. */
const compiled = new WeakMap<readonly string[], RegExp>();
const noName = /(?!)/;

/** Any of the authors' surnames, as a word of its own. */
function surnamesOf(authors: readonly string[]): RegExp {
  let pattern = compiled.get(authors);
  if (!pattern) {
    const surnames = authors
      .map((author) => author.trim().split(/\s+/).at(-1) ?? '')
      .filter(({ length }) => length > 2);
    const any = surnames.map((surname) => RegExp.escape(surname)).join('|');
    pattern = any === '' ? noName : new RegExp(`(?<!\\p{L})(?:${any})(?!\\p{L})`, 'u');
    compiled.set(authors, pattern);
  }
  return pattern;
}

/** How far from a title something may stand that shows it to be one, in UTF-16 units. */
const reach = 120;
const wordsOfPapers =
  /\b(?:et\s+al\b|paper|preprint|arxiv|titled|entitled|authors?|published|proceedings|proc\b|in:)/i;

/** What around a title shows that a paper is meant: `author` its own authors, `paper` only that some paper is. */
export type Cue = 'author' | 'paper' | undefined;

/** Looks around `start` to `end` (raw offsets) for a surname of the paper's authors, "et al.", "paper" and their like. */
export function cueAround(text: string, start: number, end: number, authors: readonly string[]): Cue {
  const around = `${text.slice(Math.max(0, start - reach), start)} ${text.slice(end, end + reach)}`;
  const isNamed = authors.some((author) => {
    const surname = author.trim().split(/\s+/).at(-1) ?? '';
    return (
      surname.length > 2 && new RegExp(`(?<!\\p{L})${RegExp.escape(surname)}(?!\\p{L})`, 'u').test(around)
    );
  });
  if (isNamed) return 'author';
  return wordsOfPapers.test(around) ? 'paper' : undefined;
}

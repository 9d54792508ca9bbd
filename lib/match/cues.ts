/** How far from a title something may stand that shows it to be one, in UTF-16 units. */
const reach = 120;
const wordsOfPapers =
  /\b(?:et\s+al\b|paper|preprint|arxiv|titled|entitled|authors?|published|proceedings|proc\b|in:)/i;

/** What around a title shows that a paper is meant: `author` its own authors, `paper` only that some paper is. */
export type Cue = 'author' | 'paper' | undefined;

/** Looks around `start` to `end` (raw offsets) for a surname of the paper's authors, "et al.", "paper" and their like. */
export function cueAround(text: string, start: number, end: number, authors: readonly string[]): Cue {
  const around = `${text.slice(Math.max(0, start - reach), start)} ${text.slice(end, end + reach)}`;
  const plain = withoutAccents(around);
  if (authors.some((author) => isNamed(plain, withoutAccents(author)))) return 'author';
  return wordsOfPapers.test(around) ? 'paper' : undefined;
}

const withoutAccents = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '');

/**
 * Whether the surname of `author` stands in `text`, as a name is written: with a capital or in capitals throughout. Of two
 * letters it is a word as well ("He"), and counts only with its initial or "et al.".
 */
function isNamed(text: string, author: string): boolean {
  const names = author.trim().split(/\s+/);
  const surname = names.at(-1) ?? '';
  const initial = names[0]?.[0]?.toUpperCase() ?? '';
  if (surname.length < 2 || initial === '') return false;
  const capital = surname.slice(0, 1).toUpperCase() + surname.slice(1);
  const either = `(?:${RegExp.escape(capital)}|${RegExp.escape(surname.toUpperCase())})`;
  if (surname.length > 2) return new RegExp(`(?<!\\p{L})${either}(?!\\p{L})`, 'u').test(text);
  const given = `(?:${RegExp.escape(names[0] as string)}|${RegExp.escape(initial)}\\.?)`;
  return new RegExp(
    `(?<!\\p{L})(?:${given}\\s*${either}(?!\\p{L})|${either}(?:\\s+et\\s+al|,?\\s+${RegExp.escape(initial)}(?!\\p{L})))`,
    'u',
  ).test(text);
}

/** How far from a title something may stand that shows it to be one, in UTF-16 units. */
const reach = 120;
const wordsOfPapers =
  /\b(?:et\s+al\b|paper|preprint|arxiv|titled|entitled|authors?|published|proceedings|proc\b|in:)/i;

/** What around a title shows that a paper is meant: `author` its own authors, `paper` only that some paper is. */
export type Cue = 'author' | 'paper' | undefined;

/** Looks around `start` to `end` (raw offsets) for a surname of the paper's authors, "et al.", "paper" and their like. */
export function cueAround(text: string, start: number, end: number, authors: readonly string[]): Cue {
  const around = `${text.slice(Math.max(0, start - reach), start)} ${text.slice(end, end + reach)}`;
  if (namesOf(authors).test(withoutAccents(around))) return 'author';
  return wordsOfPapers.test(around) ? 'paper' : undefined;
}

const withoutAccents = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '');

/** By list of authors, so that a paper's names are compiled once however often its title stands in a block. */
const compiled = new WeakMap<readonly string[], RegExp>();
const noName = /(?!)/;

/** Any of the authors, as a name is written in running text. */
function namesOf(authors: readonly string[]): RegExp {
  let pattern = compiled.get(authors);
  if (!pattern) {
    const any = authors.flatMap((author) => nameOf(withoutAccents(author)) ?? []).join('|');
    pattern = any === '' ? noName : new RegExp(`(?<!\\p{L})(?:${any})(?!\\p{L})`, 'u');
    compiled.set(authors, pattern);
  }
  return pattern;
}

/**
 * Pattern of the surname of `author`: with a capital or in capitals throughout. One of two letters is a word as well
 * ("He"), and counts only with its initial or "et al.".
 */
function nameOf(author: string): string | undefined {
  const names = author.trim().split(/\s+/);
  const surname = names.at(-1) ?? '';
  const initial = names[0]?.[0]?.toUpperCase() ?? '';
  if (surname.length < 2 || initial === '') return undefined;
  const capital = surname.slice(0, 1).toUpperCase() + surname.slice(1);
  const either = `(?:${RegExp.escape(capital)}|${RegExp.escape(surname.toUpperCase())})`;
  if (surname.length > 2) return either;
  const given = `(?:${RegExp.escape(names[0] as string)}|${RegExp.escape(initial)}\\.?)`;
  return `${given}\\s*${either}|${either}(?:\\s+et\\s+al|,?\\s+${RegExp.escape(initial)})`;
}

/** How far from a title something may stand that shows it to be one, in UTF-16 units. */
const reach = 120;
const wordsOfPapers =
  /\b(?:et\s+al\b|paper|preprint|arxiv|titled|entitled|authors?|published|proceedings|proc\b|in:)/i;

/** Whether what stands around `start` to `end` speaks of a paper: "et al.", "paper", or a surname of its authors. */
export function hasCue(text: string, start: number, end: number, authors: readonly string[]): boolean {
  const around = `${text.slice(Math.max(0, start - reach), start)} ${text.slice(end, end + reach)}`;
  if (wordsOfPapers.test(around)) return true;
  return authors.some((author) => {
    const surname = author.trim().split(/\s+/).at(-1) ?? '';
    return (
      surname.length > 2 && new RegExp(`(?<!\\p{L})${RegExp.escape(surname)}(?!\\p{L})`, 'u').test(around)
    );
  });
}

/**
 * Other forms of an English word that mean the same in a search: "models" for "model", "pruned" and "pruning" for
 * "prune". Most of them are no words at all and stand nowhere. Words are not cut to stems when they are indexed, so that
 * what is typed letter by letter stays the beginning of what it means.
 */
export function inflectionsOf(word: string): string[] {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return [];
  const forms = new Set(basesOf(word).flatMap(formsOf));
  forms.delete(word);
  return [...forms];
}

/** What the word may be a form of, itself among them. */
function basesOf(word: string): string[] {
  const bases = [word];
  const add = (base: string) => {
    if (base.length > 2) bases.push(base);
  };
  if (word.endsWith('ies')) add(`${word.slice(0, -3)}y`);
  else if (/(?:s|x|z|ch|sh)es$/.test(word)) add(word.slice(0, -2));
  if (/[^suia]s$/.test(word)) add(word.slice(0, -1));
  const stem = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(word)?.[1];
  if (stem !== undefined) {
    add(stem);
    add(`${stem}e`);
    if (/([bdgmnprt])\1$/.test(stem)) add(stem.slice(0, -1));
    if (word.endsWith('ied')) add(`${word.slice(0, -3)}y`);
  }
  return bases;
}

function formsOf(base: string): string[] {
  const plural = /[^aeiou]y$/.test(base)
    ? `${base.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh)$/.test(base)
      ? `${base}es`
      : `${base}s`;
  if (base.endsWith('e')) return [base, plural, `${base}d`, `${base.slice(0, -1)}ing`];
  const last = /[aeiou][bdgmnprt]$/.test(base) ? base.at(-1) : '';
  const past = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
  const doubled = last ? [`${base}${last}ed`, `${base}${last}ing`] : [];
  return [base, plural, past, `${base}ing`, ...doubled];
}

/** Archives that are a category by themselves. */
const undivided = new Set([
  'gr-qc',
  'hep-ex',
  'hep-lat',
  'hep-ph',
  'hep-th',
  'math-ph',
  'nucl-ex',
  'nucl-th',
  'quant-ph',
]);

/** Archives whose categories are their subject classes. */
const divided = new Set([
  'astro-ph',
  'cond-mat',
  'cs',
  'econ',
  'eess',
  'math',
  'nlin',
  'physics',
  'q-bio',
  'q-fin',
  'stat',
]);

/**
 * The arXiv category a person typed, in arXiv's own spelling (`cs.CL`, `stat.ML`, `cond-mat.dis-nn`, `hep-th`), or one
 * sentence about what is wrong with it.
 */
export function readCategory(typed: string): { category: string } | { why: string } {
  const examples = 'cs.CL, stat.ML or hep-th';
  if (typed.trim() === '') return { why: `Write an arXiv category like ${examples}.` };
  const [, archive = '', subject] =
    /^([a-z-]+)(?:\.([a-z]{2}|[a-z]+-[a-z]+))?$/.exec(typed.trim().toLowerCase()) ?? [];
  if (undivided.has(archive) && subject === undefined) return { category: archive };
  if (divided.has(archive) && subject !== undefined) {
    return { category: `${archive}.${subject.length === 2 ? subject.toUpperCase() : subject}` };
  }
  if (divided.has(archive))
    return { why: `“${archive}” is a whole archive. Name one category in it, such as ${archive}.XY.` };
  return { why: `“${typed.trim()}” is not an arXiv category. Write one like ${examples}.` };
}

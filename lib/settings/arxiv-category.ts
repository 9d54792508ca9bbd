/** Archives that are split into subjects, and those that are a category as a whole. */
const divided = 'astro-ph cond-mat cs econ eess math nlin physics q-bio q-fin stat'.split(' ');
const whole = 'gr-qc hep-ex hep-lat hep-ph hep-th math-ph nucl-ex nucl-th quant-ph'.split(' ');

/**
 * An arXiv category as arXiv writes it: "cs.CL" for " CS.cl ", "quant-ph". Only its form is checked, for new subjects are
 * added now and then.
 *
 * @returns undefined for what cannot be one
 */
export function arxivCategory(typed: string): string | undefined {
  const [archive = '', subject, ...rest] = typed.trim().toLowerCase().split('.');
  if (rest.length > 0) return undefined;
  if (subject === undefined) return whole.includes(archive) ? archive : undefined;
  if (!divided.includes(archive) || !/^[a-z]{2,}(?:-[a-z]+)?$/.test(subject)) return undefined;
  // Two letters are capitals everywhere; longer subjects are words of physics.
  return `${archive}.${subject.length === 2 ? subject.toUpperCase() : subject}`;
}

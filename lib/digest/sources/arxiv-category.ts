import { t } from '@/lib/i18n/text';

/** Archives that are a category by themselves. */
const undivided = new Set('gr-qc hep-ex hep-lat hep-ph hep-th math-ph nucl-ex nucl-th quant-ph'.split(' '));

/** Archives that are divided into categories, by one of those. */
const divided = new Map(
  'astro-ph.CO cond-mat.str-el cs.CL econ.EM eess.AS math.OC nlin.CD physics.optics q-bio.NC q-fin.ST stat.ML'
    .split(' ')
    .map((category) => [category.split('.')[0] as string, category]),
);

/**
 * The arXiv category a person typed, in arXiv's own spelling (`cs.CL`, `cond-mat.dis-nn`, `hep-th`), or one sentence
 * about what is wrong with it. Whether an archive has that very category only arXiv knows.
 */
export function readCategory(typed: string): { topic: string } | { why: string } {
  const examples = t('source.examples');
  if (typed.trim() === '') return { why: t('source.writeCategory', { examples }) };
  const [, archive = '', subject] = /^([a-z-]+)(?:\.([a-z-]+))?$/.exec(typed.trim().toLowerCase()) ?? [];
  const example = divided.get(archive);
  if (subject === undefined && undivided.has(archive)) return { topic: archive };
  if (subject === undefined && example) {
    return { why: t('source.wholeArchive', { archive, example }) };
  }
  // Physics and condensed matter have words for their categories, all others two capitals.
  const lettered = example !== undefined && /\.[A-Z]{2}$/.test(example);
  if (lettered && /^[a-z]{2}$/.test(subject ?? '')) return { topic: `${archive}.${subject?.toUpperCase()}` };
  if (example && !lettered && /^[a-z]+(?:-[a-z]+)?$/.test(subject ?? ''))
    return { topic: `${archive}.${subject}` };
  return { why: t('source.noCategory', { typed: typed.trim(), examples }) };
}

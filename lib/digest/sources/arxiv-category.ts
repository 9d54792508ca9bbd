import { t } from '@/lib/i18n/text';

/** arXiv's categories by archive, as of November 2026; of each archive the first one is its example. */
const taxonomy = `
astro-ph: CO EP GA HE IM SR
cond-mat: str-el dis-nn mes-hall mtrl-sci other quant-gas soft stat-mech supr-con
cs: CL AI AR CC CE CG CR CV CY DB DC DL DM DS ET FL GL GR GT HC IR IT LG LO MA MM MS NA NE NI OH OS PF PL RO SC SD SE SI SY
econ: EM GN TH
eess: AS IV SP SY
gr-qc:
hep-ex:
hep-lat:
hep-ph:
hep-th:
math: OC AC AG AP AT CA CO CT CV DG DS FA GM GN GR GT HO IT KT LO MG MP NA NT OA PR QA RA RT SG SP ST
math-ph:
nlin: CD AO CG PS SI
nucl-ex:
nucl-th:
physics: optics acc-ph ao-ph app-ph atm-clus atom-ph bio-ph chem-ph class-ph comp-ph data-an ed-ph flu-dyn gen-ph geo-ph hist-ph ins-det med-ph plasm-ph pop-ph soc-ph space-ph
q-bio: NC BM CB GN MN OT PE QM SC TO
q-fin: ST CP EC GN MF PM PR RM TR
quant-ph:
stat: ML AP CO ME OT TH`;

/** By archive; one that is not divided is its own only category. */
const categoriesOf = new Map(
  taxonomy
    .trim()
    .split('\n')
    .map((line): [string, string[]] => {
      const [archive = '', subjects = ''] = line.split(/: ?/);
      return [archive, subjects === '' ? [archive] : subjects.split(' ').map((one) => `${archive}.${one}`)];
    }),
);

/** Every category of arXiv, in its own spelling. */
export const allCategories: readonly string[] = [...categoriesOf.values()].flat();

const inOwnSpelling = new Map(allCategories.map((category) => [category.toLowerCase(), category]));

/**
 * The arXiv category a person typed, in arXiv's own spelling (`cs.CL`, `cond-mat.dis-nn`, `hep-th`), or one sentence
 * about what is wrong with it.
 */
export function readCategory(typed: string): { topic: string } | { why: string } {
  const examples = t('source.examples');
  const asked = typed.trim().toLowerCase();
  if (asked === '') return { why: t('source.writeCategory', { examples }) };
  const topic = inOwnSpelling.get(asked);
  if (topic) return { topic };
  const [example] = categoriesOf.get(asked) ?? [];
  if (example) return { why: t('source.wholeArchive', { archive: asked, example }) };
  return { why: t('source.noCategory', { typed: typed.trim(), examples }) };
}

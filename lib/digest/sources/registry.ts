import type { DigestSettings } from '@/lib/settings/digest';
import { arxivSource } from './arxiv';
import { huggingFace } from './hugging-face';
import type { Source } from './source';

/** Every source: the ones that a person's settings switch on. A new source is a line here. */
const registry: ((settings: Pick<DigestSettings, 'arxivCategories'>) => Source | undefined)[] = [
  () => huggingFace,
  ({ arxivCategories }) => (arxivCategories.length > 0 ? arxivSource(arxivCategories) : undefined),
];

/** The sources to ask, in the order in which their papers are listed. */
export function sourcesFor(settings: Pick<DigestSettings, 'arxivCategories'>): Source[] {
  return registry.flatMap((source) => source(settings) ?? []);
}

import type { DigestSettings } from '@/lib/settings/digest';
import { arxiv } from './arxiv';
import { huggingFace } from './hugging-face';
import type { Source, SourceEntry } from './source';

/** Every source, in the order in which their papers are listed: that of `compareSources`. A new one is a line here. */
export const sources = {
  'hugging-face': huggingFace,
  arxiv,
} satisfies Record<string, SourceEntry>;

export type SourceId = keyof typeof sources;

export const sourceIds = Object.keys(sources) as SourceId[];

export const sourceEntry = (id: SourceId): SourceEntry => sources[id];

/** The sources that a person's settings switch on. */
export function sourcesFor({ topics }: Pick<DigestSettings, 'topics'>): Source[] {
  return sourceIds.flatMap((id) => {
    const { name, host, since, gap, topics: field, read } = sourceEntry(id);
    const named = topics[id] ?? [];
    if (field && named.length === 0) return [];
    return { id, name, host, since, gap, read: (span, ask, etags) => read(span, ask, etags, named) };
  });
}

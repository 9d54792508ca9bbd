import { IndexBuilder } from '@/lib/match/index-builder';
import { type PackedFilter, packFilter } from '@/lib/match/membership';
import type { Paper } from '@/lib/paper/types';
import { alone } from '../alone.ts';
import { listedTitles, papersIn } from '../corpora';
import { scannedBlocks } from './text';

/** What there is to scan, and for what. */
export interface Prepared {
  /** By the number of titles they know. */
  filters: Record<'83' | '40k' | '216k', PackedFilter>;
  blocks: string[];
}

// Apart from the scan itself: a page never builds an index, and code that did so is optimised for other work.
alone(async ({ data, starter }: { data: string; starter: string }): Promise<Prepared> => {
  const archive = await papersIn(`${data}/archive-40k.jsonl.gz`);
  return {
    filters: {
      '83': await filterOf(await papersIn(starter)),
      '40k': await filterOf(archive),
      '216k': await filterOf(listedTitles(data).map(({ title }, i) => titleOnly(title, i))),
    },
    blocks: scannedBlocks(data, archive),
  };
});

function titleOnly(title: string, number: number): Paper {
  return { id: `title:${number}`, title, aliases: [], authors: [], links: [], keywords: [] };
}

async function filterOf(papers: Paper[]): Promise<PackedFilter> {
  const builder = new IndexBuilder();
  builder.add(papers);
  return packFilter((await builder.build(1)).filter);
}

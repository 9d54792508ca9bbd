import { candidatesFor, IndexBuilder } from '@/lib/match/index-builder';
import { findMentions, type Matchable } from '@/lib/match/mentions';
import { hashesIn, readBlock } from '@/lib/match/read-text';
import type { LinkSpan, Mention, TextBlock } from '@/lib/match/types';
import type { PaperId } from '@/lib/paper/types';

/** A paper with only what matching reads. */
export function paper(id: PaperId, title: string, more: Partial<Matchable> = {}): Matchable {
  return { id, title, aliases: [], authors: [], links: [], ...more };
}

export function block(text: string, more: Partial<TextBlock> = {}): TextBlock {
  return { text, links: [], seams: [], startsBlock: true, endsBlock: true, ...more };
}

/** A link around the first occurrence of `shown` in `text`. */
export function link(text: string, shown: string, href: string): LinkSpan {
  const start = text.indexOf(shown);
  return { start, end: start + shown.length, href };
}

/** Builds an index over `papers` and returns what takes a block to its mentions, by the whole path of the worker. */
export async function matcher(papers: Matchable[]) {
  const builder = new IndexBuilder();
  builder.add(papers);
  const { candidates } = await builder.build(1);
  return (text: TextBlock, ignored?: ReadonlySet<string>): Mention[] => {
    const read = readBlock(text, ignored);
    const ids = new Set([...hashesIn(read)].flatMap((hash) => candidatesFor(candidates, hash)));
    return findMentions(
      read,
      papers.filter(({ id }) => ids.has(id)),
    );
  };
}

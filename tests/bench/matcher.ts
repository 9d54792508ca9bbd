import { candidatesFor, IndexBuilder, type MatchIndex } from '@/lib/match/index-builder';
import { findMentions, type Matchable } from '@/lib/match/mentions';
import { hashesIn, type ReadBlock, readBlock } from '@/lib/match/read-text';
import type { Mention } from '@/lib/match/types';
import { KnownLinks } from '@/lib/page/known-links';
import { queriesFor } from '@/lib/page/read-block';
import type { Paper, PaperId } from '@/lib/paper/types';

/** The whole way of a block of text: the page's filter first, then what the worker makes of it. */
export interface Matcher {
  paper(id: PaperId): Paper;
  /** What a page sends to the worker, read there, and the papers to compare it with; nothing for nearly every block. */
  asked(text: string): Asked[];
  /** What is marked in a block with this text. */
  mentions(text: string): Mention[];
}

interface Asked {
  read: ReadBlock;
  candidates: Matchable[];
  /** Where the text of `read` begins in the block. */
  offset: number;
}

export async function matcherOf(papers: readonly Paper[]): Promise<Matcher> {
  const builder = new IndexBuilder();
  builder.add(papers);
  const index = await builder.build(1);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const links = new KnownLinks(index.filter, 'https://a.example/');
  const paper = (id: PaperId) => byId.get(id) as Paper;
  const asked = (text: string) =>
    queriesFor(wholeBlock(text), index.filter, links).map(({ block, offset }) => {
      const read = readBlock(block);
      return { read, candidates: candidatesIn(read, index).map(paper), offset };
    });

  return {
    paper,
    asked,
    mentions: (text) =>
      asked(text).flatMap(({ read, candidates, offset }) =>
        findMentions(read, candidates).map((mention) => ({
          ...mention,
          start: mention.start + offset,
          end: mention.end + offset,
        })),
      ),
  };
}

function candidatesIn(read: ReadBlock, { candidates }: MatchIndex): PaperId[] {
  return [...new Set([...hashesIn(read)].flatMap((hash) => candidatesFor(candidates, hash)))];
}

/** A block of a page, in one text node and without links. */
function wholeBlock(text: string): Parameters<typeof queriesFor>[0] {
  const node = { data: text } as Text;
  const piece = { node, data: text, from: 0, to: text.length, afterBreak: false };
  return { pieces: [piece], links: [], startsBlock: true, endsBlock: true };
}

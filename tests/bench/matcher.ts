import { FoldedText } from '@/lib/match/fold';
import { shingleLength } from '@/lib/match/hash';
import { candidatesFor, IndexBuilder, type MatchIndex } from '@/lib/match/index-builder';
import { findMentions, type Matchable } from '@/lib/match/mentions';
import { hashesIn, readBlock } from '@/lib/match/read-text';
import { findHits, mayHaveIdentifier } from '@/lib/match/scan';
import type { Mention, TextBlock } from '@/lib/match/types';
import { areWorthAsking } from '@/lib/match/worth';
import { identifiersInText } from '@/lib/paper/identifiers';
import type { Paper, PaperId } from '@/lib/paper/types';

/** The whole way of a block of text: the page's filter first, then what the worker makes of it. */
export interface Matcher {
  index: MatchIndex;
  paper(id: PaperId): Paper;
  /** Whether a page would send this block to the worker. */
  wakesWorker(text: string): boolean;
  /** The papers that the worker compares with this block. */
  candidates(text: string): Matchable[];
  /** What is marked in a block with this text; nothing where the filter already says no. */
  mentions(text: string): Mention[];
}

export async function matcherOf(papers: readonly Paper[]): Promise<Matcher> {
  const builder = new IndexBuilder();
  builder.add(papers);
  const index = await builder.build(1);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const paper = (id: PaperId) => byId.get(id) as Paper;
  const folded = new FoldedText();

  const wakesWorker = (text: string) => {
    folded.clear();
    folded.append(text);
    const hits = findHits(folded, [], index.filter).map(({ start, end }) => ({
      start: folded.rawStart[start] as number,
      end: (folded.rawStart[end - 1] as number) + 1,
      isWhole: end - start < shingleLength,
    }));
    if (areWorthAsking(text, hits)) return true;
    return (
      folded.mayHoldIdentifier &&
      identifiersInText(text).some(({ identifier }) => mayHaveIdentifier(index.filter, identifier))
    );
  };
  const candidates = (read: ReturnType<typeof readBlock>) =>
    [...new Set([...hashesIn(read)].flatMap((hash) => candidatesFor(index.candidates, hash)))].map(paper);

  return {
    index,
    paper,
    wakesWorker,
    candidates: (text) => candidates(readBlock(blockOf(text))),
    mentions(text) {
      if (!wakesWorker(text)) return [];
      const read = readBlock(blockOf(text));
      return findMentions(read, candidates(read));
    },
  };
}

/** A whole block of a page, in one text node and without links. */
export function blockOf(text: string): TextBlock {
  return { text, links: [], startsBlock: true, endsBlock: true, seams: [] };
}

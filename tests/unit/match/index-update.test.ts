import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FoldedText } from '@/lib/match/fold';
import { candidatesFor, IndexBuilder, type MatchIndex } from '@/lib/match/index-builder';
import { findMentions, type Matchable } from '@/lib/match/mentions';
import { hashesIn, readBlock } from '@/lib/match/read-text';
import { findHits, mayHaveIdentifier } from '@/lib/match/scan';
import { block, paper } from './papers';

const words = ['Lamps', 'Candle', 'of', 'Robust', 'Night', 'Vision', 'Learning', 'the', 'Deep', 'Wick:'];
const title = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 })
  .map((chosen) => chosen.join(' '));
const papers = fc
  .uniqueArray(fc.record({ number: fc.nat(15), title, alias: fc.option(title) }), {
    selector: ({ number }) => number,
  })
  .map((all) =>
    all.map(({ number, title, alias }) => {
      const code = { kind: 'code' as const, url: `https://github.com/lamps/night-${number % 5}` };
      return paper(`arxiv:2401.${String(number).padStart(5, '0')}`, title, {
        aliases: alias ? [alias] : [],
        links: [code],
      });
    }),
  );

async function build(all: readonly Matchable[], builder = new IndexBuilder()): Promise<MatchIndex> {
  builder.add(all);
  return builder.build(1);
}

/** The index of `before`, brought up to `after`. */
async function updated(before: readonly Matchable[], after: readonly Matchable[]): Promise<MatchIndex> {
  const same = new Set(
    after
      .map((paper) => JSON.stringify(paper))
      .filter((one) => before.some((old) => JSON.stringify(old) === one)),
  );
  const isSame = (paper: Matchable) => same.has(JSON.stringify(paper));
  const changed = [...before, ...after].filter((paper) => !isSame(paper));
  const { ledger } = await build(before);
  const builder = new IndexBuilder(ledger, new Set(changed.map(({ id }) => id)));
  return build(
    after.filter((paper) => !isSame(paper)),
    builder,
  );
}

/** What is marked where a text stands alone: the page's filter first, then the worker's look-up. */
function marked({ filter, candidates }: MatchIndex, all: readonly Matchable[], text: string): string[] {
  const isSeen = findHits(new FoldedText().append(text), [{ start: 0, end: text.length }], filter).length > 0;
  if (!isSeen) return [];
  const read = readBlock(block(text));
  const ids = new Set([...hashesIn(read)].flatMap((hash) => candidatesFor(candidates, hash)));
  return findMentions(
    read,
    all.filter(({ id }) => ids.has(id)),
  ).map(({ paper }) => paper);
}

it('finds what an index built from nothing finds, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(papers, papers, async (before, after) => {
      const [now, anew] = await Promise.all([updated(before, after), build(after)]);
      expect(new Set(now.candidates.papers)).toEqual(new Set(anew.candidates.papers));
      for (const { id, title, aliases } of [...before, ...after]) {
        for (const text of [title, ...aliases])
          expect(new Set(marked(now, after, text))).toEqual(new Set(marked(anew, after, text)));
        const isThere = after.some((one) => one.id === id);
        if (isThere) expect(mayHaveIdentifier(now.filter, id)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

it('has the keys of every paper once, however often it is brought up to date', async () => {
  const one = paper('arxiv:2401.00001', 'Lamps for the Night and Other Places');
  const first = await build([one]);
  let { ledger } = first;
  for (let i = 0; i < 5; i++) ({ ledger } = await build([one], new IndexBuilder(ledger, new Set([one.id]))));
  const { counts, changed, ...last } = ledger;
  const { counts: firstCounts, changed: _, ...known } = first.ledger;
  expect(last).toEqual(known);
  expect(changed).toBe(5);
  // A title counted again with every change would in the end be taken for a common one.
  expect(Math.max(...new Set(counts))).toBe(Math.max(...new Set((await build([one])).ledger.counts)));
  expect(firstCounts?.length).toBe(counts?.length);
});

it('takes no keys away from the papers that share them', async () => {
  const twin = (number: number) => paper(`arxiv:2401.0000${number}`, 'Lamps for the Night and Other Places');
  const { ledger } = await build([twin(1), twin(2)]);
  const now = await build([], new IndexBuilder(ledger, new Set([twin(1).id])));
  expect(marked(now, [twin(2)], twin(2).title)).toEqual([twin(2).id]);
});

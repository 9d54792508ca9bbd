import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper, PaperId } from '@/lib/paper/types';
import { IndexWriter } from '@/lib/search/index-writer';
import { mostPapers, type SegmentData } from '@/lib/search/segment/format';
import { Segment } from '@/lib/search/segment/segment';
import { paper, Records } from './library';

/** Every word of an index with the papers and fields that have it, whatever segments they lie in. */
function contents({ all, manifest }: Records) {
  const words = new Map<string, string[]>();
  const papers: [string, number, number][] = [];
  for (const { name } of manifest?.segments ?? []) {
    const segment = new Segment(all.get(name) as SegmentData);
    segment.ids.forEach((id, i) => {
      papers.push([id, segment.data.days[i] as number, segment.data.facts[i] as number]);
    });
    const cursor = segment.words();
    while (cursor.next()) {
      const { count, papers, fields, places } = segment.read(cursor);
      const found = Array.from(
        { length: count },
        (_, i) => `${segment.ids[papers[i] as number]} ${fields[i]} ${places[i]}`,
      );
      words.set(cursor.word, [...(words.get(cursor.word) ?? []), ...found]);
    }
  }
  return { words: Object.fromEntries([...words].sort()), papers };
}

const text = fc.stringMatching(/^([a-c]{1,3}[ -]){0,6}$/);
const papersOf = fc
  .uniqueArray(
    fc.record({
      number: fc.nat(30),
      title: text,
      abstract: text,
      day: fc.constantFrom('2026-01-01', '2026-02-01'),
    }),
    {
      selector: ({ number }) => number,
    },
  )
  .map((all) =>
    all.map(({ number, ...rest }) => paper(`2601.${String(number).padStart(5, '0')}`, rest.title, rest)),
  );

describe('the index', () => {
  it('brought up to date equals one made from nothing', async () => {
    await fc.assert(
      fc.asyncProperty(papersOf, papersOf, async (before, after) => {
        const updated = new Records();
        await updated.change(before);
        const kept = new Set(after.map(({ id }) => id));
        await updated.change(
          after,
          before.map(({ id }) => id).filter((id) => !kept.has(id)),
        );
        const anew = new Records();
        await anew.change(after);
        expect(contents(updated)).toEqual(contents(anew));
      }),
    );
  });

  const many = (from: number, count: number): Paper[] =>
    Array.from({ length: count }, (_, i) => {
      const number = from + i;
      return paper(
        `26${String(1 + Math.floor(number / 90_000)).padStart(2, '0')}.${String(10_000 + (number % 90_000))}`,
        `Title w${number}`,
      );
    });
  const sizes = ({ manifest }: Records) => manifest?.segments.map(({ papers }) => papers);

  it('is parted into segments of like size, in order of id', async () => {
    const records = new Records();
    await records.change(many(0, 2 * mostPapers + 10));
    expect(sizes(records)).toEqual([mostPapers, mostPapers, 10]);
    await records.change(many(2 * mostPapers + 10, mostPapers));
    expect(sizes(records)).toEqual([mostPapers, mostPapers, 505, 505]);
    const bounds = records.manifest?.segments.flatMap(({ from, to }) => [from, to]);
    expect(bounds).toEqual(bounds?.toSorted());
  });

  it('leaves segments alone in which nothing changed', async () => {
    const records = new Records();
    const papers = many(0, 3 * mostPapers);
    await records.change(papers);
    const before = records.manifest?.segments ?? [];
    await records.change([{ ...(papers[mostPapers + 1] as Paper), title: 'Another Title' }]);
    const after = records.manifest?.segments ?? [];
    expect(after.map(({ name }, i) => name === before[i]?.name)).toEqual([true, false, true]);
    expect(records.all.size).toBe(6);
  });

  it('is what it was where an update is cut off, and the next one leaves nothing of it', async () => {
    const records = new Records();
    const [first, second, third] = many(0, 3) as [Paper, Paper, Paper];
    await records.change([first, second]);
    const before = structuredClone(records.manifest);
    const cut = new IndexWriter(records, records.manifest, async () => {});
    records.writeManifest = async () => {
      throw new Error('Killed.');
    };
    await cut.change([third.id], [third]);
    await expect(cut.finish()).rejects.toThrow('Killed.');
    expect(records.manifest).toEqual(before);
    expect(records.all.size).toBe(4);
    // @ts-expect-error: the class's own again
    delete records.writeManifest;
    await records.change([third], [first.id]);
    expect(Object.keys(contents(records).words)).toEqual(['title', 'w1', 'w2']);
    expect(records.all.size).toBe(2);
  });

  it('has no segment without papers', async () => {
    const records = new Records();
    await records.change([paper('2601.00001', 'One')]);
    await records.change([], ['arxiv:2601.00001' as PaperId]);
    expect(records.manifest?.segments).toEqual([]);
    await records.change([paper('2601.00002', 'Two')]);
    expect(Object.keys(contents(records).words)).toEqual(['two']);
  });

  it('keeps words of any script in the order of their bytes', async () => {
    const records = new Records();
    const words = ['zebra', 'αλφα', '漢', '𠀋', 'ﬀ', 'ꙮ', 'a'.repeat(60), 'o2'];
    await records.change(words.map((word, i) => paper(`2601.0000${i}`, word)));
    const { words: found } = contents(records);
    for (const word of ['zebra', 'αλφα', '漢', '𠀋', 'ff', 'o2']) expect(found).toHaveProperty(word);
    expect(Object.keys(found).some((word) => word.length > 40)).toBe(false);
  });
});

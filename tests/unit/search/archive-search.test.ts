import { expect, it, vi } from 'vitest';
import type { Paper } from '@/lib/paper/types';
import { mostPapers } from '@/lib/search/segment/format';
import type { Results } from '@/lib/search/types';
import { finished, idsFound, paper, searchOver } from './library';

const topics = [
  'glow worms',
  'oil lamps',
  'gas mantles',
  'arc lights',
  'fireflies',
  'candle wax',
  'torches',
  'beacons',
];
const many = (count: number): Paper[] =>
  Array.from({ length: count }, (_, i) => {
    const topic = topics[i % topics.length] as string;
    return paper(`2601.${10_000 + i}`, `Study ${i} of ${topic}`, {
      day: `2026-01-${String(1 + Math.floor((i / count) * 28)).padStart(2, '0')}`,
      abstract: `All we know of ${topic} and how they shine on number n${i}.`,
    });
  });

it('shows the newest papers while the others are read', async () => {
  const papers = many(5 * mostPapers);
  const { search } = await searchOver(papers);
  const seen: Results[] = [];
  for await (const results of search.find('study')) seen.push(results);
  expect(seen.map(({ complete, total }) => [complete, total])).toEqual([
    [false, 2 * mostPapers],
    [true, 5 * mostPapers],
  ]);
  const newest = papers.filter(({ day }) => day === '2026-01-28').map(({ id }) => id);
  expect(newest).toContain(seen[0]?.hits[0]?.id);
  const again: Results[] = [];
  for await (const results of search.find('study')) again.push(results);
  expect(again).toHaveLength(1);
});

it('ends without another result when it is called off', async () => {
  const { search } = await searchOver(many(5 * mostPapers));
  const calling = new AbortController();
  let count = 0;
  for await (const _ of search.find('study', { signal: calling.signal })) {
    count++;
    calling.abort();
  }
  expect(count).toBe(1);
});

it('reads only what is new after a change', async () => {
  const papers = many(3 * mostPapers);
  const { search, records } = await searchOver(papers);
  expect(await idsFound(search, 'n7 ')).toEqual(['2601.10007']);
  await records.change([paper('2601.10007', 'Renamed', { abstract: 'n7 n8' })]);
  expect((await finished(search, 'renamed')).total).toBe(0);
  const reading = vi.spyOn(records, 'readRecords');
  search.reload('digest');
  expect(await idsFound(search, 'renamed')).toEqual(['2601.10007']);
  expect(reading.mock.calls.flatMap(([names]) => names)).toHaveLength(1);
});

it('finds what there is where the index is replaced while it is read', async () => {
  const papers = many(4 * mostPapers);
  const { search, records } = await searchOver(papers);
  const read = records.readRecords.bind(records);
  const reading = vi.spyOn(records, 'readRecords').mockImplementationOnce(async (names) => {
    await records.change([{ ...(papers.at(-1) as Paper), title: 'Late Study' }]);
    return read(names);
  });
  expect((await finished(search, 'study')).total).toBe(4 * mostPapers);
  expect(await idsFound(search, 'late')).toEqual([papers.at(-1)?.id.slice(6)]);
  expect(reading).toHaveBeenCalled();
});

it.each([1, 2, 3, 4])('is whole again where reading fails once, at step %i', async (failing) => {
  const { search, records } = await searchOver(many(5 * mostPapers));
  const read = records.readRecords.bind(records);
  let step = 0;
  vi.spyOn(records, 'readRecords').mockImplementation(async (names) => {
    step++;
    if (step === failing) throw new Error('No disk.');
    return read(names);
  });
  await expect(finished(search, '"glow worms"')).rejects.toThrow('No disk.');
  expect((await finished(search, '"glow worms"')).total).toBe((5 * mostPapers) / topics.length);
});

it('finds nothing, and breaks nothing, before there is an index', async () => {
  const { search, records } = await searchOver([]);
  records.manifest = undefined;
  expect((await finished(search, 'study "a b" like:2601.00001')).hits).toEqual([]);
});

it('knows which papers are about the same', async () => {
  const papers = many(400);
  const { search } = await searchOver(papers);
  const [one] = papers as [Paper];
  const related = await search.relatedTo(one);
  expect(related).toHaveLength(5);
  for (const { id } of related) {
    expect(id).not.toBe(one.id);
    expect(papers.find((paper) => paper.id === id)?.title).toContain('glow worms');
  }
  expect(await idsFound(search, `like:${one.id}`, { limit: 5 })).toEqual(
    related.map(({ id }) => id.slice(6)),
  );
  const newer = await finished(search, `like:${one.id} after:2026-01-20`);
  expect(newer.hits.length).toBeGreaterThan(0);
  for (const { id } of newer.hits)
    expect(papers.find((paper) => paper.id === id)?.day).toMatch(/^2026-01-2\d/);
});

it('finds papers like one that it does not hold', async () => {
  const { search } = await searchOver(many(400));
  const [first] = await search.relatedTo(paper('9901.00001', 'On Fireflies'));
  expect(first).toBeDefined();
  expect(await search.relatedTo(paper('9901.00002', 'Zzz'))).toEqual([]);
});

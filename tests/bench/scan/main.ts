import { IndexBuilder } from '@/lib/match/index-builder';
import { type MembershipFilter, packFilter } from '@/lib/match/membership';
import type { Paper } from '@/lib/paper/types';
import { listedTitles, papersIn } from '../corpora';
import { atLeast, noted, table } from '../figures.ts';
import { interleaved, median, medianRatio } from '../stopwatch';
import { scannedBlocks } from './text';
import { bareLoop, fold, foldAndFilter, foldAndHash } from './works';

const rounds = 31;
const warmUp = 5;

const { data, starter } = JSON.parse(process.argv[2] as string);
const archive = await papersIn(`${data}/archive-40k.jsonl.gz`);
const titles = listedTitles(data).map(({ title }, i) => titleOnly(title, i));
const filters = {
  '83': await filterOf(await papersIn(starter)),
  '40k': await filterOf(archive),
  '216k': await filterOf(titles),
};
const blocks = scannedBlocks(data, archive);
const megabytes = blocks.reduce((sum, text) => sum + text.length, 0) / 1e6;

const works = {
  'bare charCodeAt loop': bareLoop,
  fold,
  'fold + hash': foldAndHash,
  'fold + filter, 83 titles': foldAndFilter(filters['83']),
  'fold + filter, 40k titles': foldAndFilter(filters['40k']),
  'fold + filter, 216k titles': foldAndFilter(filters['216k']),
};
const times = interleaved(
  Object.values(works).map((work) => () => work(blocks)),
  rounds,
  warmUp,
);
const [bare = [], , , at83 = [], at40k = [], at216k = []] = times;

console.log(
  `Scan: ${megabytes.toFixed(1)} MB in ${blocks.length.toLocaleString('en')} blocks (text of the saved pages, then abstracts), median of ${rounds} rounds, warm\n`,
);
console.log(
  table(
    ['', 'MB/s here', 'of the bare loop', 'hits'],
    Object.entries(works).map(([name, work], i) => [
      name,
      (megabytes / (median(times[i] ?? []) / 1_000)).toFixed(0),
      `1/${medianRatio(times[i] ?? [], bare).toFixed(2)}`,
      name.includes('filter') ? work(blocks).toLocaleString('en') : '',
    ]),
    [1, 2, 3],
  ),
);
process.send?.([
  atLeast('scan at 83 titles, of the bare loop', medianRatio(bare, at83), '×', 0.167),
  atLeast('scan at 40k titles, of the bare loop', medianRatio(bare, at40k), '×', 0.167),
  atLeast('scan at 216k titles, of the bare loop', medianRatio(bare, at216k), '×', 0.167),
  atLeast('scan at 216k titles, of that at 83', medianRatio(at83, at216k), '×', 0.87),
  ...Object.entries(filters).flatMap(([name, filter]) => [
    noted(`filter at ${name} titles`, bytesOf(filter) / 1024, 'KiB'),
    noted(`filter at ${name} titles, as stored`, JSON.stringify(packFilter(filter)).length / 1024, 'KiB'),
  ]),
]);

function titleOnly(title: string, number: number): Paper {
  return { id: `title:${number}`, title, aliases: [], authors: [], links: [], keywords: [] };
}

async function filterOf(papers: Paper[]): Promise<MembershipFilter> {
  const builder = new IndexBuilder();
  builder.add(papers);
  return (await builder.build(1)).filter;
}

function bytesOf({ first, second }: MembershipFilter): number {
  return first.fingerprints.byteLength + second.fingerprints.byteLength;
}

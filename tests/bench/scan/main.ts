import { type PackedFilter, unpackFilter } from '@/lib/match/membership';
import { alone } from '../alone.ts';
import { atLeast, type Figure, noted, table } from '../figures.ts';
import { fastest, interleaved, median, medianRatio } from '../stopwatch';
import type { Prepared } from './prepare';
import { bareLoop, fold, foldAndFilter, foldAndHash } from './works';

const rounds = 41;
const warmUp = 5;

alone(({ filters, blocks }: Prepared): Figure[] => {
  const works = {
    'bare charCodeAt loop': bareLoop,
    fold,
    'fold + hash': foldAndHash,
    'fold + filter, 83 titles': foldAndFilter(unpackFilter(filters['83'])),
    'fold + filter, 40k titles': foldAndFilter(unpackFilter(filters['40k'])),
    'fold + filter, 216k titles': foldAndFilter(unpackFilter(filters['216k'])),
  };
  const times = interleaved(
    Object.values(works).map((work) => () => work(blocks)),
    rounds,
    warmUp,
  );
  const [bare = [], , , at83 = [], at40k = [], at216k = []] = times;
  const megabytes = blocks.reduce((sum, text) => sum + text.length, 0) / 1e6;
  const speed = (milliseconds: number) => (megabytes / (milliseconds / 1_000)).toFixed(0);

  console.log(
    `Scan: ${megabytes.toFixed(1)} MB in ${blocks.length.toLocaleString('en')} blocks (text of the saved pages, then abstracts), ${rounds} rounds, warm\n`,
  );
  console.log(
    table(
      ['MB/s on this machine', 'best', 'median', 'of the bare loop', 'hits'],
      Object.entries(works).map(([name, work], i) => {
        const own = times[i] as number[];
        const hits = name.includes('filter') ? work(blocks).toLocaleString('en') : '';
        return [
          name,
          speed(fastest(own)),
          speed(median(own)),
          `1/${medianRatio(own, bare).toFixed(2)}`,
          hits,
        ];
      }),
      [1, 2, 3, 4],
    ),
  );
  return [
    atLeast('scan at 83 titles, of the bare loop', medianRatio(bare, at83), '×', 0.167),
    atLeast('scan at 40k titles, of the bare loop', medianRatio(bare, at40k), '×', 0.167),
    atLeast('scan at 216k titles, of the bare loop', medianRatio(bare, at216k), '×', 0.167),
    atLeast('scan at 216k titles, of that at 83', medianRatio(at83, at216k), '×', 0.87),
    ...Object.entries(filters).flatMap(([name, filter]) => [
      noted(`filter at ${name} titles`, bytesOf(filter) / 1024, 'KiB'),
      noted(`filter at ${name} titles, as stored`, JSON.stringify(filter).length / 1024, 'KiB'),
    ]),
  ];
});

function bytesOf(packed: PackedFilter): number {
  const { first, second, lines } = unpackFilter(packed);
  return [first, second, lines].reduce((sum, { fingerprints }) => sum + fingerprints.byteLength, 0);
}

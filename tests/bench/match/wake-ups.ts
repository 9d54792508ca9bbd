import { atMost, type Figure, table } from '../figures.ts';
import type { Matcher } from '../matcher';
import { clip, listErrors } from './print';
import type { UnrelatedText } from './unrelated-text';

/** In characters: about what a page of text has. */
const chunkLength = 20_000;

/** Share of page-long chunks of unrelated text that would wake the worker. */
export function measureWakeUps(matcher: Matcher, texts: readonly UnrelatedText[], errors: number): Figure[] {
  const runs = texts.map(({ source, blocks }) => {
    const chunks = chunksOf(blocks);
    const waking = chunks.flatMap((chunk) => chunk.find((block) => matcher.asked(block).length > 0) ?? []);
    return { source, chunks: chunks.length, waking };
  });
  console.log('\nWake-ups: chunks of 20 kB of unrelated text\n');
  console.log(
    table(
      ['text', 'chunks', 'woke the worker'],
      runs.map(({ source, chunks, waking }) => [source, String(chunks), String(waking.length)]),
      [1, 2],
    ),
  );
  const waking = runs.flatMap((run) => run.waking);
  listErrors(
    'blocks that woke the worker',
    waking.map((block) => clip(block)),
    errors,
  );
  const chunks = runs.reduce((sum, run) => sum + run.chunks, 0);
  return [
    atMost('20 kB chunks of unrelated text that wake the worker', (100 * waking.length) / chunks, '%', 0.5),
  ];
}

function chunksOf(blocks: readonly string[]): string[][] {
  const chunks: string[][] = [[]];
  let length = 0;
  for (const block of blocks) {
    chunks.at(-1)?.push(block);
    length += block.length;
    if (length < chunkLength) continue;
    chunks.push([]);
    length = 0;
  }
  // The last one is not full.
  return chunks.slice(0, -1);
}

import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, figureTable, writeFigures } from './figures.ts';
import { runAlone } from './run-alone.ts';

/*
 * `npm run bench -- NAME`: measures, prints, and ends with status 1 where a figure does not hold.
 */

const usage = `npm run bench -- match   recall, false marks and wake-ups on text; then marks on saved pages in Chromium
npm run bench -- scan    speed of fold and filter against a bare loop
npm run bench -- hover   from the pointer's rest to the card, against a bare popover
npm run bench -- sync    worker time, transactions and memory with 40,000 papers stored

  --json FILE     write the figures
  --errors N      errors to list of each kind (default: 5)
  --all           match: every foreign title and every paper, not a sample
  --text          match: the text alone, no browser
  --digest FILE   match: judge saved pages alone, with this digest
  --pages DIR     … with the pages in this folder
  --labels FILE   … with these labels`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    errors: { type: 'string', default: '5' },
    all: { type: 'boolean', default: false },
    text: { type: 'boolean', default: false },
    digest: { type: 'string' },
    pages: { type: 'string' },
    labels: { type: 'string' },
  },
});

const root = resolve(import.meta.dirname, '../..');
/** Real data that lies beside the project on some machines, and is not part of it. */
const data = resolve(process.env.TITLELIGHT_DATA ?? `${root}/../shared/data`);

const starter = `${root}/public/starter-digest.jsonl`;
const packages = `${root}/node_modules`;

process.exitCode = await main(positionals[0]);

async function main(name: string | undefined): Promise<number> {
  if (name !== 'match' && name !== 'scan' && name !== 'hover' && name !== 'sync') return fail(usage);
  const digest = resolve(values.digest ?? `${data}/archive-40k.jsonl.gz`);
  const pages = resolve(values.pages ?? `${data}/pages`);
  const labels = resolve(values.labels ?? `${pages}/labels.jsonl`);
  const onlyPages = values.digest !== undefined || values.pages !== undefined || values.labels !== undefined;
  const needed = onlyPages ? [digest, pages, labels] : [`${data}/archive-40k.jsonl.gz`, pages, labels];
  const missing = needed.find((file) => !existsSync(file));
  if (missing && name !== 'sync' && name !== 'hover') {
    return fail(
      `This benchmark needs ${missing}, which is not there. Name the folder of the shared data in TITLELIGHT_DATA.`,
    );
  }

  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}`,
  );
  console.log(`Data: ${onlyPages ? `${digest}, ${pages}` : data}\n`);
  const errors = Number(values.errors);
  const figures: Figure[] = [];
  if (name === 'scan')
    figures.push(
      ...(await runAlone<Figure[]>('scan/main.ts', await runAlone('scan/prepare.ts', { data, starter }))),
    );
  if (name === 'hover') {
    const { measureHover } = await import('./hover/main.ts');
    figures.push(...(await measureHover()));
  }
  if (name === 'sync') {
    const { measureSync } = await import('./sync/main.ts');
    const { measureBackfill } = await import('./sync/backfill.ts');
    figures.push(...(await measureSync(digest)), ...(await measureBackfill()));
  }
  if (name === 'match' && !onlyPages)
    figures.push(...(await runAlone<Figure[]>('match/main.ts', { data, packages, errors, all: values.all })));
  if (name === 'match' && !values.text) {
    const { judgePages } = await import('./pages/judge-pages.ts');
    figures.push(...(await judgePages({ digest, pages, labels, errors })));
  }

  console.log(`\n${figureTable(figures)}`);
  if (values.json) writeFigures(values.json, figures);
  const failing = figures.filter(({ holds }) => !holds);
  if (failing.length > 0) console.log(`\n${failing.length} of ${figures.length} figures do not hold.`);
  return failing.length > 0 ? 1 : 0;
}

function fail(sentence: string): number {
  console.error(sentence);
  return 1;
}

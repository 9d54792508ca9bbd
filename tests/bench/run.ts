import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchInput, benches } from './benches.ts';
import { figureTable, writeFigures } from './figures.ts';

/*
 * `npm run bench -- NAME`: measures, prints, and ends with status 1 where a figure does not hold.
 */

const longest = Math.max(...Object.keys(benches).map((name) => name.length));
const usage = `${Object.entries(benches)
  .map(([name, { measures }]) => `npm run bench -- ${name.padEnd(longest)}  ${measures}`)
  .join('\n')}

  --json FILE     write the figures
  --errors N      errors to list of each kind (default: 5)
  --all           match: every foreign title and every paper, not a sample
  --text          match: the text alone, no browser
  --minutes N     memory: how long to scroll (default: 10)
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
    minutes: { type: 'string', default: '10' },
    digest: { type: 'string' },
    pages: { type: 'string' },
    labels: { type: 'string' },
  },
});

process.exitCode = await main(positionals[0] ?? '');

async function main(name: string): Promise<number> {
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!bench) return fail(usage);
  const input = readInput();
  const { digest, pages, labels, data, onlyPages } = input;
  const missing = [digest, pages, labels].find((file) => !existsSync(file));
  if (missing && bench.needsData) {
    return fail(
      `This benchmark needs ${missing}, which is not there. Name the folder of the shared data in TITLELIGHT_DATA.`,
    );
  }

  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}`,
  );
  console.log(`Data: ${onlyPages ? `${digest}, ${pages}` : data}\n`);
  const figures = await bench.run(input);

  console.log(`\n${figureTable(figures)}`);
  if (values.json) writeFigures(values.json, figures);
  const failing = figures.filter(({ holds }) => !holds);
  if (failing.length > 0) console.log(`\n${failing.length} of ${figures.length} figures do not hold.`);
  return failing.length > 0 ? 1 : 0;
}

function readInput(): BenchInput {
  const root = resolve(import.meta.dirname, '../..');
  // Real data that lies beside the project on some machines, and is not part of it.
  const data = resolve(process.env.TITLELIGHT_DATA ?? `${root}/../shared/data`);
  const pages = resolve(values.pages ?? `${data}/pages`);
  return {
    built: `${root}/.output/chrome-mv3`,
    data,
    digest: resolve(values.digest ?? `${data}/archive-40k.jsonl.gz`),
    pages,
    labels: resolve(values.labels ?? `${pages}/labels.jsonl`),
    starter: `${root}/public/starter-digest.jsonl`,
    packages: `${root}/node_modules`,
    errors: Number(values.errors),
    all: values.all,
    onlyPages: values.digest !== undefined || values.pages !== undefined || values.labels !== undefined,
    onlyText: values.text,
    minutes: Number(values.minutes),
  };
}

function fail(sentence: string): number {
  console.error(sentence);
  return 1;
}

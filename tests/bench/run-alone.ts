import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { Figure } from './figures.ts';

const root = resolve(import.meta.dirname, '../..');

/**
 * Bundles a module of this folder with the code it measures, as the extension's own build does, and runs it in a
 * process of its own: nothing that ran before has warmed or spoilt what is measured. The module gets `input` as JSON in
 * its first argument and sends its figures to the parent.
 */
export async function runAlone(module: string, input: unknown): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'titlelight-bench-'));
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      resolve: { alias: { '@': root } },
      ssr: { noExternal: true },
      build: {
        ssr: join(import.meta.dirname, module),
        outDir: folder,
        emptyOutDir: true,
        target: 'node22',
        rolldownOptions: { output: { entryFileNames: 'bench.mjs' } },
      },
    });
    return await run(join(folder, 'bench.mjs'), JSON.stringify(input));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(file: string, input: string): Promise<Figure[]> {
  const child = fork(file, [input], { execArgv: ['--max-old-space-size=6000'] });
  return new Promise((done, fail) => {
    let figures: Figure[] | undefined;
    child.on('message', (message) => {
      figures = message as Figure[];
    });
    child.on('error', fail);
    child.on('exit', (code) => {
      if (figures && code === 0) done(figures);
      else fail(new Error(`The benchmark broke off with status ${code}.`));
    });
  });
}

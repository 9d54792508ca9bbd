import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/**
 * Bundles a module of this folder with the code it measures, as the extension's own build does, and runs it in a
 * process of its own, so that nothing that ran before has warmed or spoilt what is measured. The module calls `alone`.
 */
export async function runAlone<Output>(module: string, input: object): Promise<Output> {
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
    return await run(join(folder, 'bench.mjs'), input);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run<Output>(file: string, input: object): Promise<Output> {
  const child = fork(file);
  child.send(input);
  return new Promise((done, fail) => {
    child.once('message', (output) => done(output as Output));
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`The benchmark broke off with status ${code}.`)));
  });
}

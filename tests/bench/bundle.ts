import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** A module of this folder with all it uses as one script that can be run in the extension's worker or pages. */
export async function bundleForBrowser(module: string): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      target: 'es2024',
      lib: { entry: join(import.meta.dirname, module), formats: ['iife'], name: 'titlelightBench' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('The bench was not bundled.');
  return output.output[0].code;
}

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A call as a script's text. The function is carried over as it is written: it must need nothing from around it. */
export const scriptOf = <T extends readonly unknown[]>(call: (...given: T) => void, ...given: T) =>
  `(${call})(...${JSON.stringify(given)});\n`;

/**
 * Has a copy of the built extension run scripts before anything of its own, whenever its worker starts or one of its pages is
 * opened.
 *
 * @param folder of that copy
 */
export async function runFirst(
  folder: string,
  { inWorker, inPages }: { inWorker: readonly string[]; inPages: readonly string[] },
): Promise<void> {
  await putBeforeWorker(folder, inWorker);
  if (inPages.length === 0) return;
  // A file: the extension's own rules allow its pages no other scripts.
  await writeFile(join(folder, 'first-in-pages.js'), inPages.join(''));
  for (const page of (await readdir(folder)).filter((name) => name.endsWith('.html'))) {
    const html = await readFile(join(folder, page), 'utf8');
    const script = '<script src="/first-in-pages.js"></script>';
    await writeFile(join(folder, page), html.replace('<head>', `<head>${script}`));
  }
}

async function putBeforeWorker(folder: string, scripts: readonly string[]): Promise<void> {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const { service_worker: worker } = manifest.background;
  await writeFile(join(folder, 'first-in-worker.js'), scripts.join(''));
  const entry = 'worker-with-first.js';
  await writeFile(join(folder, entry), `import './first-in-worker.js';\nimport './${worker}';\n`);
  manifest.background.service_worker = entry;
  await writeFile(file, JSON.stringify(manifest));
}

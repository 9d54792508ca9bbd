import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Files of a folder and those below it, with `/` between folders, whatever the machine. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** kB (1,000 bytes) of files, each gzipped on its own, as a package holds them. */
export function kilobytes(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0) / 1_000;
}

/** A page of the built extension with every script and style sheet that it names, so with all it loads at first. */
export function loadedBy(page: string, built: string): string[] {
  const html = readFileSync(join(built, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(
    (match) => match[1] as string,
  );
  return [page, ...new Set(named)].map((path) => join(built, path));
}

import { readFileSync } from 'node:fs';

/** A paper as pages of the fixtures show it. */
export interface Entry {
  /** arXiv id without version. */
  id: string;
  title: string;
  authors: string[];
}

/** The papers of the starter digest, which every fresh install knows: 83. */
export const starter: Entry[] = readFileSync(
  new URL('../../public/starter-digest.jsonl', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line));

/** The starter paper of that id. Throws where there is none, for fixtures must not lose a paper silently. */
export function starterPaper(id: string): Entry {
  const found = starter.find((entry) => entry.id === id);
  if (!found) throw new Error(`The starter digest has no paper ${id}.`);
  return found;
}

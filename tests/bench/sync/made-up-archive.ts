import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeUpPapers } from './made-up.ts';

/** As many as the fullest days of the Daily Papers have. */
export const fullDay = 105;

/** A day each, behind those of any archive. */
export const dayNumber = (number: number) =>
  new Date(Date.UTC(2030, 0, 1 + number)).toISOString().slice(0, 10);

/** A digest file of `count` papers that no one wrote, for machines without the real one. Returns its path. */
export async function madeUpArchive(count: number): Promise<string> {
  const days = Array.from({ length: Math.ceil(count / fullDay) }, (_, i) => dayNumber(i));
  const papers = days.flatMap((day, i) => madeUpPapers(fullDay, day, i)).slice(0, count);
  const file = join(await mkdtemp(join(tmpdir(), 'titlelight-')), 'made-up.jsonl');
  await writeFile(file, papers.map((paper) => JSON.stringify(paper)).join('\n'));
  return file;
}

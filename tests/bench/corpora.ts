import { openAsBlob, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { importFile } from '@/lib/digest/import/import-file';
import { mergePapers } from '@/lib/paper/merge';
import type { Paper, PaperId } from '@/lib/paper/types';

/** A title of the big list, with the ids that its sources give for it. */
export interface ListedTitle {
  title: string;
  /** arXiv ids without version. */
  ids: string[];
}

/** The papers of a digest file, read as the extension reads an import. */
export async function papersIn(file: string): Promise<Paper[]> {
  const papers = new Map<PaperId, Paper>();
  const blob = await openAsBlob(file);
  const sink = async (batch: Paper[]) => {
    for (const paper of batch) {
      const known = papers.get(paper.id);
      papers.set(paper.id, known ? mergePapers(known, paper) : paper);
    }
    return { added: batch.length, merged: 0 };
  };
  await importFile(Object.assign(blob, { name: basename(file) }), sink, () => {});
  return [...papers.values()];
}

/** `titles-216k.tsv.gz`: title, ids, source. */
export function listedTitles(data: string): ListedTitle[] {
  return gunzipSync(readFileSync(`${data}/titles-216k.tsv.gz`))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => {
      const [title = '', ids = ''] = row.split('\t');
      return { title, ids: ids.split(',').filter(Boolean) };
    });
}

import { readFileSync } from 'node:fs';
import type { Paper } from '@/lib/paper/types';
import { htmlBlocks } from '../match/html-blocks';

/** Characters of abstracts beside the pages' text. */
const proseLength = 3e6;

/** What is scanned: the text of every saved page, then abstracts, each block a string of its own. */
export function scannedBlocks(data: string, papers: readonly Paper[]): string[] {
  return [...textOfPages(`${data}/pages`), ...abstracts(papers)].map(flat);
}

function textOfPages(folder: string): string[] {
  return readFileSync(`${folder}/labels.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => htmlBlocks(readFileSync(`${folder}/${JSON.parse(line).file}`, 'utf8')));
}

function abstracts(papers: readonly Paper[]): string[] {
  const texts: string[] = [];
  let length = 0;
  for (const { abstract } of papers) {
    if (length > proseLength) break;
    if (!abstract) continue;
    texts.push(abstract);
    length += abstract.length;
  }
  return texts;
}

/** V8 keeps a piece of a long string as a reference into it, which reads more slowly than a text node's own string. */
function flat(text: string): string {
  return JSON.parse(JSON.stringify(text));
}

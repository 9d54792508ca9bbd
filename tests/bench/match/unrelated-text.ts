import { readdirSync, readFileSync } from 'node:fs';
import { htmlBlocks } from './html-blocks';

/** Text that names no paper, in blocks as a page would have them. */
export interface UnrelatedText {
  source: string;
  blocks: string[];
}

/** Kinds of saved pages that are about something else than papers. */
const kinds =
  /^(?:blogs|blogs-trafilatura|bluesky|github|hackernews|hackernews-synthetic|reddit|reddit-old-synthetic|telegram|wikipedia|x\.com)\//;

/** Saved pages without a labelled title, and, because they are few, what the installed packages say of themselves. */
export function unrelatedText(data: string, packages: string): UnrelatedText[] {
  return [
    { source: 'saved pages without papers', blocks: blocksOfPages(`${data}/pages`) },
    { source: 'readmes and doc comments of installed packages', blocks: blocksOfPackages(packages) },
  ];
}

function blocksOfPages(folder: string): string[] {
  const files = readFileSync(`${folder}/labels.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { file: string; titles: unknown[] })
    .filter(({ file, titles }) => kinds.test(file) && titles.length === 0)
    .map(({ file }) => file);
  return distinct(files.flatMap((file) => htmlBlocks(readFileSync(`${folder}/${file}`, 'utf8'))));
}

function blocksOfPackages(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|d\.[mc]?ts)$/.test(file))
    .sort();
  return distinct(
    files.flatMap((file) => {
      const text = readFileSync(`${folder}/${file}`, 'utf8');
      return file.endsWith('.md') ? paragraphs(text) : docComments(text);
    }),
  );
}

const paragraphs = (text: string) => text.split(/\n\s*\n/).map((block) => block.replace(/\s+/g, ' ').trim());

const docComments = (code: string) =>
  [...code.matchAll(/\/\*\*([\s\S]*?)\*\//g)].flatMap(([, comment]) =>
    paragraphs((comment as string).replace(/^\s*\*? ?/gm, '')),
  );

/** Licences and navigation stand in many files; once is enough. */
const distinct = (blocks: string[]) => [...new Set(blocks)].filter((block) => block.length > 1);

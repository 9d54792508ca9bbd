import { readFileSync } from 'node:fs';

/** A title that an exact search found in a saved page's visible text. */
interface Label {
  title: string;
  ids: string[];
  times: number;
}

export interface LabelledPage {
  /** Below the folder of pages. */
  file: string;
  /** Where on the web such a page stands, among the sites that are allowed from the start. */
  address: string;
  html: string;
  labels: Label[];
}

/** Hosts of the sites whose pages were saved; pages of any other site are shown under arXiv's. */
const hosts: Record<string, string> = {
  ar5iv: 'ar5iv.labs.arxiv.org',
  bluesky: 'bsky.app',
  github: 'github.com',
  'google-scholar': 'scholar.google.com',
  hackernews: 'news.ycombinator.com',
  'hackernews-synthetic': 'news.ycombinator.com',
  'hf-thirdparty-digest': 'huggingface.co',
  'huggingface-papers': 'huggingface.co',
  reddit: 'www.reddit.com',
  'reddit-old-synthetic': 'old.reddit.com',
  'x.com': 'x.com',
};

/** The pages that `labels` (JSON Lines: `{ file, titles: [{ title, ids, times }] }`) speaks of, out of `folder`. */
export function* labelledPages(folder: string, labels: string): Generator<LabelledPage> {
  for (const line of readFileSync(labels, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const { file, titles } = JSON.parse(line) as { file: string; titles: Label[] };
    yield { file, address: addressOf(file), html: readFileSync(`${folder}/${file}`, 'utf8'), labels: titles };
  }
}

function addressOf(file: string): string {
  const [site = '', ...path] = file.split('/');
  return `https://${hosts[site] ?? 'arxiv.org'}/${(path.length > 0 ? path : [site]).map(encodeURIComponent).join('/')}`;
}

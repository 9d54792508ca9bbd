import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { plain } from './marks.ts';

/** Real data that lies beside the project on some machines, and is not part of it. */
export const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
export const hasShared = existsSync(shared);

/** A saved page, with the titles that an exact search found in its text and that the archive of 40,000 papers holds. */
export interface SavedPage {
  file: string;
  /** Where on the web such a page stands. */
  address: string;
  html: string;
  titles: Label[];
  /** Those of them that mean the paper for certain. */
  certain: Label[];
}

interface Label {
  title: string;
  ids: string[];
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

/** Every saved page with its labels. */
export function savedPages(): SavedPage[] {
  const known = archiveTitles();
  return readFileSync(`${shared}pages/labels.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { file, titles: found } = JSON.parse(line) as { file: string; titles: Label[] };
      const [site = '', name = ''] = file.split('/');
      const titles = found.filter(({ title }) => known.has(plain(title)));
      return {
        file,
        address: `https://${hosts[site] ?? 'arxiv.org'}/${encodeURIComponent(name)}`,
        html: readFileSync(`${shared}pages/${file}`, 'utf8'),
        titles,
        certain: titles.filter(({ title }) => speaksForItself(title) && !isPartOfAnother(title, found)),
      };
    });
}

/** Shorter ones ("Natural Language Generation") were found by the exact search where they only name a subject. */
function speaksForItself(title: string): boolean {
  return plain(title).length >= 30 && title.split(/\s+/).length >= 5;
}

function isPartOfAnother(title: string, all: Label[]): boolean {
  const folded = plain(title);
  return all.some(
    (other) => plain(other.title).length > folded.length && plain(other.title).includes(folded),
  );
}

function archiveTitles(): Set<string> {
  const lines = gunzipSync(readFileSync(`${shared}archive-40k.jsonl.gz`))
    .toString('utf8')
    .split('\n');
  return new Set(lines.filter(Boolean).map((line) => plain(JSON.parse(line).title)));
}

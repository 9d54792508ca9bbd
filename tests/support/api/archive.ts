import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { shared } from '../archive.ts';
import { inventedPaper, type ServedPaper } from './paper.ts';

interface ArchiveRecord {
  id: string;
  title: string;
  abstract?: string;
  authors?: (string | { name: string })[];
  categories?: string[] | string;
  date: string;
  publishedAt?: string;
  upvotes?: number;
  githubRepo?: string;
  githubStars?: number;
}

/** The archive of 40,000 real papers by day, where it lies beside the project; what a record lacks is invented. */
export function archivePapers(): Map<string, ServedPaper[]> {
  const days = new Map<string, ServedPaper[]>();
  const lines = gunzipSync(readFileSync(`${shared}archive-40k.jsonl.gz`))
    .toString('utf8')
    .split('\n');
  for (const [number, line] of lines.entries()) {
    if (line === '') continue;
    const record = JSON.parse(line) as ArchiveRecord;
    const papers = days.get(record.date) ?? [];
    days.set(record.date, papers);
    papers.push(paperOf(record, number));
  }
  return days;
}

function paperOf(record: ArchiveRecord, number: number): ServedPaper {
  const {
    keywords: _,
    tldr: __,
    repository: ___,
    stars: ____,
    projectPage: _____,
    ...invented
  } = inventedPaper(number, record.publishedAt?.slice(0, 10) ?? record.date);
  return {
    ...invented,
    id: record.id,
    title: record.title,
    summary: record.abstract ?? invented.summary,
    ...(record.authors && {
      authors: record.authors.map((one) => (typeof one === 'string' ? one : one.name)),
    }),
    ...(record.categories && { categories: [record.categories].flat().flatMap((one) => one.split(' ')) }),
    ...(record.upvotes !== undefined && { upvotes: record.upvotes }),
    ...(record.githubRepo && { repository: record.githubRepo }),
    ...(record.githubStars !== undefined && { stars: record.githubStars }),
  };
}

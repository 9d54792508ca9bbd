import type { Page } from 'playwright-core';
import type { Titlelight } from './extension.ts';
import { importFile } from './flows.ts';

/** A paper in the flat form of digest files; all of them are invented. */
interface FlatPaper {
  id: string;
  title: string;
  authors: string[];
  date: string;
  abstract?: string;
  tldr?: string;
  upvotes?: number;
  ai_keywords?: string[];
  organization?: string;
  githubRepo?: string;
  githubStars?: number;
  projectPage?: string;
  media?: string[];
}

/** Everything that a reading pane can hold. */
export const fullPaper: FlatPaper = {
  id: '2607.10001',
  title: 'Wick Budgets: Trimming Lanterns in $O(n \\log n)$ Strokes',
  authors: ['Ada Lampwright', 'Bo Tallow', 'Cy Ember'],
  date: '2026-07-28',
  abstract:
    'Lanterns burn longer when their wicks are cut, and nobody knows how short.\nWe bound the loss by $\\sum_{i=1}^{n} w_i^2 \\le \\epsilon$ for a wick of 64times 64 threads, at a price of $5 a lantern.',
  tldr: 'Cutting wicks by a budget keeps lanterns lit for longer.',
  upvotes: 240,
  ai_keywords: ['lanterns', 'wick budgets'],
  organization: 'Lamp Works',
  githubRepo: 'https://github.com/lamp-works/wick-budgets',
  githubStars: 1_240,
  projectPage: 'https://lamp-works.example.org/wicks',
  media: ['https://cdn-uploads.huggingface.co/wicks.png'],
};

/** Titles and texts that are hard to set. */
export const oddPapers: FlatPaper[] = [
  {
    id: '2607.10002',
    title:
      'On the Remarkably Long Titles That Some Lanterns Are Given by Those Who Trim Them, and on What Becomes of a List, a Card and a Reading Pane When They Have to Show One of These Titles from Its First Word to Its Last',
    authors: Array.from({ length: 24 }, (_, i) => `Author Number${i + 1}`),
    date: '2026-07-28',
    abstract: 'A short text under a long title.',
    upvotes: 3,
  },
  {
    id: '2607.10003',
    title: '面向灯笼的长明灯芯：预算与修剪',
    authors: ['陈灯', '林烛'],
    date: '2026-07-28',
    abstract: '灯芯修剪得当，灯笼便能长久明亮。本文给出一种按预算修剪灯芯的方法。',
    upvotes: 18,
    organization: '灯笼研究所',
  },
  {
    id: '2607.10004',
    title: 'תקציבי פתילים לפנסים (Wick Budgets)',
    authors: ['נר כהן'],
    date: '2026-07-27',
    abstract: 'פנסים דולקים זמן רב יותר כאשר פתיליהם נגזמים.',
    upvotes: 7,
  },
  { id: '2607.10005', title: 'Glow', authors: [], date: '2026-07-27' },
];

const things = ['Lanterns', 'Candles', 'Matches', 'Mirrors', 'Moths', 'Shades'];
const ways = ['Trimming', 'Polishing', 'Stacking', 'Weighing', 'Sketching'];
const places = ['in the Attic', 'at Sea', 'under Rain', 'by Night', 'in Winter', 'on Stage', 'at the Market'];

/** `count` plain papers on a day, numbered from `from`: every third has code, every fourth comes from the Moth Institute. */
export function plainPapers(date: string, count: number, from: number): FlatPaper[] {
  return Array.from({ length: count }, (_, i) => {
    const n = from + i;
    const [thing, way, place] = [things[n % 6], ways[n % 5], places[n % 7]];
    return {
      id: `${date.slice(2, 4)}${date.slice(5, 7)}.${20_000 + n}`,
      title: `${way} ${thing} ${place}, Part ${n}`,
      authors: [`Ines Number${n}`, `Olaf Number${n + 1}`],
      date,
      abstract: `Of ${thing?.toLowerCase()} ${place?.toLowerCase()} little is known. We begin with ${way?.toLowerCase()}.`,
      upvotes: (n * 37) % 101,
      ai_keywords: [`${thing?.toLowerCase()}`, `${way?.toLowerCase()}`],
      ...(n % 3 === 0 && { githubRepo: `https://github.com/placeholder-lab/part-${n}`, githubStars: n }),
      ...(n % 4 === 0 && { organization: 'Moth Institute' }),
    };
  });
}

/** Days before the starter digest's, which is 29 July 2026: some of July, June and last December. */
export const libraryPapers: FlatPaper[] = [
  fullPaper,
  ...oddPapers,
  ...plainPapers('2026-07-27', 12, 0).map((paper) => ({ ...paper, ai_keywords: ['snuffers'] })),
  ...plainPapers('2026-07-20', 20, 100),
  ...plainPapers('2026-06-30', 15, 200),
  ...plainPapers('2026-06-29', 9, 300),
  ...plainPapers('2025-12-31', 6, 400),
];

export const jsonLines = (papers: readonly FlatPaper[]) =>
  papers.map((paper) => JSON.stringify(paper)).join('\n');

/** Brings `libraryPapers` into the digest. */
export function fillLibrary(titlelight: Titlelight): Promise<string> {
  return importFile(titlelight, 'library.jsonl', jsonLines(libraryPapers));
}

/** A new tab with the library at an address such as `?month=2026-07`. */
export async function openLibrary(titlelight: Titlelight, query = ''): Promise<Page> {
  const page = await titlelight.open(titlelight.address(`library.html${query}`));
  // Without motion nothing is looked at while it fades in.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return page;
}

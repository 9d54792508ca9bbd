import { readFileSync } from 'node:fs';
import { launch } from '../../support/extension.ts';
import { startWeb } from '../../support/server.ts';
import { Adjudged } from '../adjudged.ts';
import { atLeast, atMost, type Figure, noted } from '../figures.ts';
import { importDigest, type KnownPapers } from './known-papers.ts';
import { type FoundMention, mentionsOn } from './mentions-on.ts';
import { printVerdicts } from './print-verdicts.ts';
import { type LabelledPage, labelledPages } from './saved-pages.ts';

interface Options {
  /** A digest file of any format that can be imported. */
  digest: string;
  /** Folder of saved pages. */
  pages: string;
  labels: string;
  /** Missed titles, and unlabelled marks, to list for each page. */
  errors: number;
}

export interface Verdict {
  file: string;
  /** Labelled titles of known papers, but for those that a reader judged to be no mention. */
  wanted: number;
  missed: string[];
  noMention: number;
  /** Marks of papers that no label of the page means, where a link or an id stands. */
  linked: FoundMention[];
  /** The same, where only words stand. */
  worded: FoundMention[];
  /** Those of `worded` that no reader has judged to be right. */
  unexplained: FoundMention[];
}

const read = (file: string) => new Adjudged(readFileSync(new URL(file, import.meta.url), 'utf8'));
const noMention = read('no-mention.tsv');
const unlabelledMentions = read('unlabelled-mentions.tsv');

/** Shows every saved page to the built extension in Chromium, and compares its marks with the page's labels. */
export async function judgePages({ digest, pages, labels, errors }: Options): Promise<Figure[]> {
  const web = await startWeb();
  const titlelight = await launch({ web });
  try {
    const { report, known } = await importDigest(titlelight, digest);
    console.log(`\nSaved pages, in Chromium ${titlelight.context.browser()?.version() ?? ''}. ${report}\n`);
    const verdicts: Verdict[] = [];
    for (const saved of labelledPages(pages, labels)) {
      const page = await titlelight.open();
      await page.goto(web.serve(saved.address, saved.html), { waitUntil: 'domcontentloaded' });
      verdicts.push(judge(saved, await mentionsOn(page), known));
      await page.close();
    }
    printVerdicts(verdicts, known, errors);
    return figuresOf(verdicts);
  } finally {
    await titlelight.close();
    await web.close();
  }
}

function judge({ file, labels }: LabelledPage, found: FoundMention[], known: KnownPapers): Verdict {
  const all = labels
    .map(({ title, ids }) => ({ title, papers: known.meantBy({ title, ids }) }))
    .filter(({ papers }) => papers.length > 0);
  const wanted = all.filter(({ title }) => !noMention.has(file, title));
  const lit = new Set(found.map(({ paper }) => paper));
  const labelled = new Set(all.flatMap(({ papers }) => papers));
  const unlabelled = found.filter(({ paper }) => !labelled.has(paper));
  const worded = unlabelled.filter(({ evidence }) => !byLink.has(evidence));
  return {
    file,
    wanted: wanted.length,
    missed: wanted.filter(({ papers }) => !papers.some((id) => lit.has(id))).map(({ title }) => title),
    noMention: all.length - wanted.length,
    linked: unlabelled.filter(({ evidence }) => byLink.has(evidence)),
    worded,
    unexplained: worded.filter(({ paper }) => !unlabelledMentions.has(file, paper)),
  };
}

const byLink: ReadonlySet<string> = new Set(['identifier', 'code', 'project']);

function figuresOf(verdicts: readonly Verdict[]): Figure[] {
  const wanted = sum(verdicts.map((verdict) => verdict.wanted));
  const missed = sum(verdicts.map((verdict) => verdict.missed.length));
  return [
    noted('labelled titles on saved pages', wanted, ''),
    atLeast('labelled titles lit', (100 * (wanted - missed)) / wanted, '%', 99.5),
    noted('marks of unlabelled papers, by link or id', sum(verdicts.map(({ linked }) => linked.length)), ''),
    noted('marks of unlabelled papers, by words', sum(verdicts.map(({ worded }) => worded.length)), ''),
    atMost('… of which nobody has read', sum(verdicts.map(({ unexplained }) => unexplained.length)), '', 0),
  ];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

import { launch } from '../../support/extension.ts';
import { startWeb } from '../../support/server.ts';
import { atLeast, type Figure, noted, table } from '../figures.ts';
import { importDigest, type KnownPapers } from './known-papers.ts';
import { type FoundMention, mentionsOn } from './mentions-on.ts';
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

interface Verdict {
  file: string;
  wanted: number;
  missed: string[];
  /** Marks of papers that no label of the page means. */
  unlabelled: FoundMention[];
}

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
    print(verdicts, known, errors);
    return figuresOf(verdicts);
  } finally {
    await titlelight.close();
    await web.close();
  }
}

function judge({ file, labels }: LabelledPage, found: FoundMention[], known: KnownPapers): Verdict {
  const wanted = labels
    .map((label) => ({ label, papers: known.meantBy(label) }))
    .filter(({ papers }) => papers.length);
  const lit = new Set(found.map(({ paper }) => paper));
  const meant = new Set(wanted.flatMap(({ papers }) => papers));
  return {
    file,
    wanted: wanted.length,
    missed: wanted.filter(({ papers }) => !papers.some((id) => lit.has(id))).map(({ label }) => label.title),
    unlabelled: found.filter(({ paper }) => !meant.has(paper)),
  };
}

function print(verdicts: Verdict[], known: KnownPapers, errors: number): void {
  const telling = verdicts.filter(({ wanted, unlabelled }) => wanted > 0 || unlabelled.length > 0);
  console.log(
    table(
      ['page', 'wanted', 'lit', 'missed', 'unlabelled marks'],
      telling.map(({ file, wanted, missed, unlabelled }) => [
        file.length > 60 ? `${file.slice(0, 59)}…` : file,
        ...[wanted, wanted - missed.length, missed.length, unlabelled.length].map(String),
      ]),
      [1, 2, 3, 4],
    ),
  );
  console.log(`\n  Dark, as they should be: ${verdicts.length - telling.length} other pages.`);
  for (const { file, missed, unlabelled } of telling) {
    if (missed.length + unlabelled.length === 0 || errors === 0) continue;
    console.log(`\n  ${file}`);
    for (const title of missed.slice(0, errors)) console.log(`    missed: ${title}`);
    for (const { paper, evidence, around } of unlabelled.slice(0, errors)) {
      console.log(`    ${evidence}: ${around}\n      ${paper} “${known.title(paper)}”`);
    }
  }
}

function figuresOf(verdicts: readonly Verdict[]): Figure[] {
  const wanted = sum(verdicts.map((verdict) => verdict.wanted));
  const missed = sum(verdicts.map((verdict) => verdict.missed.length));
  const unlabelled = sum(verdicts.map((verdict) => verdict.unlabelled.length));
  return [
    atLeast('labelled titles lit on saved pages', (100 * (wanted - missed)) / wanted, '%', 99.5),
    noted('labelled titles on saved pages', wanted, ''),
    noted('marks of papers without a label', unlabelled, ''),
  ];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

import { table } from '../figures.ts';
import type { Verdict } from './judge-pages.ts';
import type { KnownPapers } from './known-papers.ts';
import type { FoundMention } from './mentions-on.ts';

const longestName = 60;

/** A row for each page with papers on it, then what each missed and what each marked beyond its labels. */
export function printVerdicts(verdicts: readonly Verdict[], known: KnownPapers, errors: number): void {
  const telling = verdicts.filter(
    ({ wanted, noMention, linked, worded }) => wanted + noMention + linked.length + worded.length > 0,
  );
  console.log(
    table(
      ['page', 'wanted', 'lit', 'missed', 'no mention', 'others by link', 'by words'],
      telling.map(({ file, wanted, missed, noMention, linked, worded }) => [
        file.length > longestName ? `${file.slice(0, longestName - 1)}…` : file,
        ...[wanted, wanted - missed.length, missed.length, noMention, linked.length, worded.length].map(
          String,
        ),
      ]),
      [1, 2, 3, 4, 5, 6],
    ),
  );
  console.log(
    `\n  No known paper is labelled or marked on the ${verdicts.length - telling.length} other pages.`,
  );
  for (const { file, missed, linked, worded, unexplained } of telling) {
    if (missed.length + linked.length + worded.length === 0 || errors === 0) continue;
    console.log(`\n  ${file}`);
    for (const title of missed.slice(0, errors)) console.log(`    missed   ${title}`);
    for (const mark of worded.slice(0, errors)) {
      print(mark, unexplained.includes(mark) ? 'unread' : 'right', known);
    }
    for (const mark of linked.slice(0, errors)) print(mark, 'link', known);
  }
}

function print({ evidence, around, paper }: FoundMention, verdict: string, known: KnownPapers): void {
  console.log(
    `    ${verdict.padEnd(6)}   ${evidence}: ${around}\n             ${paper} “${known.title(paper)}”`,
  );
}

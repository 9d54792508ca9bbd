import { foldTitle, plainTitle } from '@/lib/match/title-text';
import type { Paper } from '@/lib/paper/types';
import { atLeast, type Figure, table } from '../figures.ts';
import type { Matcher } from '../matcher';
import { sample, seededRandom } from '../random.ts';
import { heldOut, seen } from './carriers';
import * as dress from './dress';
import { clip, describe, listErrors } from './print';

/** Titles tried of each class, where the archive has so many. */
const tried = 5_000;

interface Options {
  all: boolean;
  errors: number;
}

/** Share of indexed titles that are found when they stand in one dress or another, each class apart. */
export function measureRecall(matcher: Matcher, papers: readonly Paper[], options: Options): Figure[] {
  const isUnique = uniqueHeads(papers);
  const classes: [name: string, dress: dress.Dress, wanted: number][] = [
    ['own line', dress.ownLine, 99.5],
    ['in a reference', dress.reference, 99],
    ['mid-sentence, as printed', dress.midSentence, 97],
    ['mid-sentence, lower case', dress.midSentenceLower, 88],
    ['in carriers seen before', dress.carriedBy(seen), 97],
    ['in carriers held out', dress.carriedBy(heldOut), 97],
    ['one typo', dress.oneTypo, 96],
    ['plural', dress.plural, 96],
    ['leading article lost', dress.leadingArticleLost, 99],
    ['hyphenation changed', dress.hyphenationChanged, 99.5],
    ['acronym dropped', dress.acronymDropped, 99],
    ['subtitle dropped', dress.subtitleDropped, 99.5],
    ['cut at 40', dress.cutAt(40, isUnique), 98],
    ['cut at 60', dress.cutAt(60, isUnique), 99.5],
  ];
  const runs = classes.map(([name, put, wanted]) => ({
    name,
    wanted,
    ...tryClass(matcher, papers, put, options),
  }));
  console.log(`Recall: ${papers.length.toLocaleString('en')} papers indexed\n`);
  console.log(
    table(
      ['class', 'titles', 'found', 'missed', 'share'],
      runs.map(({ name, count, missed }) => [
        name,
        count.toLocaleString('en'),
        (count - missed.length).toLocaleString('en'),
        missed.length.toLocaleString('en'),
        `${share(count, missed.length).toFixed(2)}%`,
      ]),
      [1, 2, 3, 4],
    ),
  );
  for (const { name, missed } of runs) listErrors(`missed, ${name}`, missed, options.errors);
  return runs.map(({ name, wanted, count, missed }) =>
    atLeast(`recall, ${name}`, share(count, missed.length), '%', wanted),
  );
}

const share = (count: number, missed: number) => (100 * (count - missed)) / count;

function tryClass(matcher: Matcher, papers: readonly Paper[], put: dress.Dress, options: Options) {
  const random = seededRandom(1);
  const dressed = papers.flatMap((paper) => {
    const text = put(plainTitle(paper.title), random, paper.authors);
    return text === undefined ? [] : [{ paper, text }];
  });
  const drawn = options.all ? dressed : sample(dressed, tried, random);
  const missed: string[] = [];
  for (const { paper, text } of drawn) {
    const mentions = matcher.mentions(text);
    if (mentions.some((mention) => isSameTitle(matcher.paper(mention.paper), paper))) continue;
    const instead = mentions.map((mention) => `\n      instead: ${describe(mention, matcher)}`).join('');
    missed.push(clip(text, 200) + instead);
  }
  return { count: drawn.length, missed };
}

/** Some papers share one title, or were posted twice: either is right. */
function isSameTitle(one: Paper, other: Paper): boolean {
  return one.id === other.id || foldTitle(one.title) === foldTitle(other.title);
}

/** Tells of a head whether just one title of the archive begins so. */
function uniqueHeads(papers: readonly Paper[]): (head: string) => boolean {
  const folded = papers.flatMap(({ title, aliases }) => [title, ...aliases].map(foldTitle));
  const titles = [...new Set(folded)].sort();
  return (head) => {
    const start = foldTitle(head);
    let low = 0;
    let high = titles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((titles[middle] as string) < start) low = middle + 1;
      else high = middle;
    }
    return titles[low]?.startsWith(start) === true && !titles[low + 1]?.startsWith(start);
  };
}

import { foldTitle, plainTitle } from '@/lib/match/title-text';
import type { Mention } from '@/lib/match/types';
import type { Paper } from '@/lib/paper/types';
import { Adjudged } from '../adjudged.ts';
import type { ListedTitle } from '../corpora';
import { atMost, type Figure, noted, table } from '../figures.ts';
import type { Matcher } from '../matcher';
import { sample, seededRandom } from '../random.ts';
import { wordReplaced } from './dress';
import namedInAbstracts from './named-in-abstracts.tsv?raw';
import { describe, listErrors } from './print';
import samePaper from './same-paper.tsv?raw';

interface Options {
  all: boolean;
  errors: number;
}

/** Foreign titles in the figure's own sample. */
const foreignSample = 10_000;

/** Titles with one word replaced. */
const replacedSample = 5_000;

/** A mark where no indexed title was put. */
interface Mark {
  mention: Mention;
  /** What a person may judge it by. */
  line: string;
  /** Whether a person has judged that the words do mean the paper. */
  isRight: boolean;
}

/** Marks on titles that are not indexed, each a block of its own as in a list. */
export function measureForeign(
  matcher: Matcher,
  papers: readonly Paper[],
  listed: readonly ListedTitle[],
  { all, errors }: Options,
): Figure[] {
  const adjudged = new Adjudged(samePaper);
  const foreign = foreignTitles(papers, listed);
  const drawn = all ? foreign : sample(foreign, foreignSample, seededRandom(2));
  const marks = drawn.flatMap((title) =>
    matcher.mentions(title).map(
      (mention): Mark => ({
        mention,
        line: `${describe(mention, matcher)}\n      on: ${title}`,
        isRight: adjudged.has(mention.paper, title),
      }),
    ),
  );
  const wrong = marks.filter(({ isRight }) => !isRight);
  console.log(
    `\nForeign titles: ${drawn.length.toLocaleString('en')} of ${foreign.length.toLocaleString('en')} that are indexed neither by title nor by id\n`,
  );
  printByEvidence(marks);
  listErrors(
    'false marks on foreign titles',
    wrong.map(({ line }) => line),
    errors,
  );
  const per10k = 10_000 / drawn.length;
  return [
    noted('marks on 10,000 foreign titles, right or wrong', marks.length * per10k, ''),
    atMost('false marks on 10,000 foreign titles', wrong.length * per10k, '', 3),
  ];
}

function foreignTitles(papers: readonly Paper[], listed: readonly ListedTitle[]): string[] {
  const ids = new Set<string>(papers.map(({ id }) => id));
  const titles = new Set(papers.flatMap(({ title, aliases }) => [title, ...aliases].map(foldTitle)));
  return listed
    .filter(
      ({ title, ids: own }) => !own.some((id) => ids.has(`arxiv:${id}`)) && !titles.has(foldTitle(title)),
    )
    .map(({ title }) => title);
}

/** Share of titles that are still marked once one of their words has given way to another. */
export function measureReplaced(matcher: Matcher, papers: readonly Paper[], { errors }: Options): Figure[] {
  const random = seededRandom(3);
  const titles = new Set(papers.flatMap(({ title, aliases }) => [title, ...aliases].map(foldTitle)));
  const replaced = papers.flatMap((paper) => {
    const text = wordReplaced(plainTitle(paper.title), random, paper.authors);
    return text && !titles.has(foldTitle(text)) ? [{ paper, text }] : [];
  });
  const drawn = sample(replaced, replacedSample, random);
  const marks = drawn.flatMap(({ paper, text }) =>
    matcher
      .mentions(text)
      .filter((mention) => mention.paper === paper.id)
      .map((mention) => ({ mention, line: `${describe(mention, matcher)}\n      on: ${text}` })),
  );
  const [whole, parts] = [
    marks.filter(({ mention }) => mention.score < 1),
    marks.filter(({ mention }) => mention.score === 1),
  ];
  const share = (some: typeof marks) => (100 * some.length) / drawn.length;
  console.log(`\nOne word replaced: ${drawn.length.toLocaleString('en')} titles\n`);
  listErrors(
    'marked with a word replaced',
    whole.map(({ line }) => line),
    errors,
  );
  return [
    atMost('marked with one word replaced, as a slip', share(whole), '%', 0.5),
    noted('marked with one word replaced, by a part left whole', share(parts), '%'),
  ];
}

/** Marks on abstracts other than of the paper itself. Links and ids are no guesses and do not count. */
export function measureAbstracts(matcher: Matcher, papers: readonly Paper[], { errors }: Options): Figure[] {
  const adjudged = new Adjudged(namedInAbstracts);
  const marks: Mark[] = [];
  let bytes = 0;
  for (const paper of papers) {
    const text = paper.abstract?.replace(/\s+/g, ' ');
    if (!text) continue;
    bytes += text.length;
    for (const mention of matcher.mentions(text)) {
      if (['identifier', 'code', 'project'].includes(mention.evidence)) continue;
      if (foldTitle(matcher.paper(mention.paper).title) === foldTitle(paper.title)) continue;
      const around = `${text.slice(Math.max(0, mention.start - 60), mention.start)}⟦${text.slice(mention.start, mention.end)}⟧${text.slice(mention.end, mention.end + 40)}`;
      marks.push({
        mention,
        line: `${describe(mention, matcher)}\n      in ${paper.id}: …${around}…`,
        isRight: adjudged.has(mention.paper, paper.id),
      });
    }
  }
  const wrong = marks.filter(({ isRight }) => !isRight);
  const megabytes = bytes / 1e6;
  console.log(`\nAbstracts: ${megabytes.toFixed(1)} MB\n`);
  printByEvidence(marks);
  listErrors(
    'false marks in abstracts',
    wrong.map(({ line }) => line),
    errors,
  );
  return [
    noted('marks per MB of abstracts, right or wrong', marks.length / megabytes, ''),
    atMost('false marks per MB of abstracts', wrong.length / megabytes, '', 0.2),
  ];
}

function printByEvidence(marks: readonly Mark[]): void {
  const kinds = Map.groupBy(marks, ({ mention }) => mention.evidence + (mention.score < 1 ? ', near' : ''));
  const rows = [...kinds].map(([kind, group]) => {
    const right = group.filter(({ isRight }) => isRight).length;
    return [kind, String(group.length), String(right), String(group.length - right)];
  });
  console.log(table(['marked by', 'marks', 'do mean it', 'false'], rows, [1, 2, 3]));
}

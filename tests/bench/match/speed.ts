import { FoldedText } from '@/lib/match/fold';
import { findMentions } from '@/lib/match/mentions';
import type { Paper } from '@/lib/paper/types';
import { atMost, type Figure } from '../figures.ts';
import type { Matcher } from '../matcher';
import { fastest, interleaved } from '../stopwatch';

/** Blocks compared in one round. */
const blocks = 1_000;
const rounds = 15;
/** About twice what is measured today: a regression shows, a busy machine does not. */
const bound = 150;

/** What it costs the worker to judge a block, against what it costs the page to fold it. */
export function measureVerification(matcher: Matcher, papers: readonly Paper[]): Figure[] {
  const judged = papers
    .flatMap(({ abstract }) => (abstract ? matcher.asked(abstract.replace(/\s+/g, ' ')) : []))
    .slice(0, blocks);
  const folded = new FoldedText();
  const fold = () => {
    let length = 0;
    for (const { read } of judged) {
      folded.clear();
      length += folded.append(read.block.text).length;
    }
    return length;
  };
  const judge = () =>
    judged.reduce((sum, { read, candidates }) => sum + findMentions(read, candidates).length, 0);
  const [foldTimes = [], judgeTimes = []] = interleaved([fold, judge], rounds, 3);
  const compared = judged.reduce((sum, { candidates }) => sum + candidates.length, 0) / judged.length;
  const microseconds = (1_000 * fastest(judgeTimes)) / judged.length;
  console.log(
    `\nVerification: ${judged.length} abstracts that wake the worker, ${compared.toFixed(1)} candidates each, ${microseconds.toFixed(0)} µs a block here`,
  );
  return [
    atMost(
      'findMentions, against folding the same block',
      fastest(judgeTimes) / fastest(foldTimes),
      '×',
      bound,
    ),
  ];
}

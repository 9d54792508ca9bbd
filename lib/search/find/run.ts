import type { Piece } from '../archive';
import { breather } from '../breathe';
import type { FindOptions } from '../types';
import { Collector } from './collector';
import { markText, type Plan } from './plan';
import { compare } from './related';
import { noveltyOf, rarityOf, scoreOf, type Weighed } from './scores';

/** Asks one piece after the other. Other events get their turn in between. @returns undefined where `signal` ended it */
export async function run(
  plan: Plan,
  pieces: readonly Piece[],
  order: NonNullable<FindOptions['order']>,
  signal: AbortSignal | undefined,
): Promise<Collector | undefined> {
  const collector = new Collector(plan.texts.length > 0 || plan.topic ? order : 'newest');
  const papers = pieces.reduce((sum, { segment }) => sum + segment.papers, 0);
  const latest = pieces.reduce((day, { segment }) => Math.max(day, segment.latest), 0);
  const rarities = plan.texts.map(({ reading }) => rarityOf(reading.papers, papers));
  const breathe = breather();
  for (const piece of pieces) {
    await breathe();
    if (signal?.aborted) return undefined;
    ask(piece, plan, rarities, latest, collector);
  }
  return collector;
}

function ask(
  { segment, hidden }: Piece,
  plan: Plan,
  rarities: readonly number[],
  latest: number,
  collector: Collector,
): void {
  const words = plan.texts.map((text, i): Weighed & { optional: boolean } => ({
    marks: markText(segment, text),
    rarity: rarities[i] as number,
    span: text.reading.word.parts.length,
    optional: text.optional,
  }));
  const needed = words.filter(({ optional }) => !optional).map(({ marks }) => marks.likeness);
  const alike = plan.topic && compare(segment, plan.topic);
  const itself = plan.like === undefined ? -1 : segment.numberOf(plan.like);
  const tests = plan.filters.map((filter) => filter(segment));
  const { days, titleSizes } = segment.data;
  for (let paper = 0; paper < segment.papers; paper++) {
    if (!needed.every((likeness) => (likeness[paper] as number) > 0)) continue;
    if (alike && (alike[paper] === 0 || paper === itself)) continue;
    if (hidden.has(paper) || !tests.every((test) => test(paper))) continue;
    const fields = words.reduce((bits, { marks }) => bits | (marks.fields[paper] as number), 0);
    const score = alike
      ? (alike[paper] as number)
      : scoreOf(paper, words, titleSizes[paper] as number) * noveltyOf(days[paper] as number, latest);
    collector.add(segment, paper, score, fields);
  }
}

import { bitOf } from '../segment/format';
import { type Field, fields } from '../types';
import type { Marks } from './marks';

/** How much a word says of a paper by where it stands. */
const weights: Record<Field, number> = {
  title: 3,
  author: 2.5,
  tag: 2.5,
  keyword: 2,
  organization: 1.8,
  note: 1.5,
  abstract: 1,
};

/** By bits of fields: the best of them, and a little for each of the others. */
const weightOf = Float32Array.from({ length: 1 << fields.length }, (_, bits) => {
  const all = fields.filter((field) => bits & bitOf[field]).map((field) => weights[field]);
  const best = Math.max(0, ...all);
  return best + 0.2 * (all.reduce((sum, weight) => sum + weight, 0) - best);
});

/** What a title gains that has all words of the query, one behind the other; and one that has no others, or begins so. */
const inOrder = 1.3;
const fromStart = 1.15;
const whole = 1.5;

/** A word and what it found: rarer words say more. */
export interface Weighed {
  marks: Marks;
  rarity: number;
  /** Words of a title that it takes: "multi-modal" stands for two. */
  span: number;
}

/** How rare a word is among all papers. A word that is only begun may yet become any. */
export const rarityOf = (papers: number, all: number) =>
  Math.log(1 + all / (papers > 0 ? papers : all / 100 + 1));

/** Score of a paper that has all these words, in the order of the query. */
export function scoreOf(paper: number, words: readonly Weighed[], titleSize: number): number {
  let score = 0;
  let follows = words.length > 0;
  let next = -1;
  let span = 0;
  for (const { marks, rarity, span: own } of words) {
    const found = marks.fields[paper] as number;
    score += rarity * (marks.likeness[paper] as number) * (weightOf[found] as number);
    const at = marks.place[paper] as number;
    if (!(found & bitOf.title) || (next >= 0 && at !== next)) follows = false;
    next = at + own;
    span += own;
  }
  if (!follows) return score;
  const first = words[0]?.marks.place[paper];
  if (words.length > 1) score *= inOrder;
  if (first !== 0) return score;
  return score * (span === titleSize ? whole : fromStart);
}

/** Newer papers come a little earlier: as much as this at most, and half of it for every year of age. */
const novelty = 0.15;

export const noveltyOf = (day: number, latest: number) => 1 + novelty * 2 ** ((day - latest) / 365);

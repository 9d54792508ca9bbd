import type { Paper } from '../../paper/types';
import type { Piece } from '../archive';
import { breather } from '../breathe';
import { Draft } from '../segment/draft';
import { bitOf } from '../segment/format';
import type { Segment } from '../segment/segment';
import { indexed } from '../text/indexed';

/** What a paper is about: words, and how much each says of it. */
export type Topic = ReadonlyMap<string, number>;

/** Words that a comparison goes by: the rest adds time, not sense. */
const mostWords = 80;
/** A word that more papers than this part have tells none of them apart. */
const commonest = 0.2;
/** Words rarer than this say no more than it: one that two papers share by chance would outweigh all they are about. */
const rarest = 20;

const { title, keyword, abstract } = bitOf;

/** Of a word by where it stands in a paper; 0: not a word of its text. */
function weightOf(fields: number): number {
  if (fields & (title | keyword)) return fields & abstract ? 2.5 : 2;
  return fields & abstract ? 1 : 0;
}

/** The words that tell most of a paper, by how rare they are among all papers and by where they stand in this one. */
export async function topicOf(paper: Paper, pieces: readonly Piece[]): Promise<Topic> {
  const words = ownWords(paper);
  const breathe = breather();
  for (const { segment } of pieces) {
    const cursor = segment.words();
    for (const one of words) if (cursor.find(one.word)) one.papers += cursor.papers;
    await breathe();
  }
  const all = pieces.reduce((sum, { segment }) => sum + segment.papers, 0);
  const telling = words
    // A word that no other paper has compares with none.
    .filter(({ papers }) => papers > 1 && papers <= Math.max(all * commonest, 2))
    .map(({ word, weight, papers }) => [word, weight * rarity(all, papers)] as const)
    .sort(([, a], [, b]) => b - a);
  return new Map(telling.slice(0, mostWords));
}

/** The words of a paper's text. "neurosymbolic" is left out where its parts are there: the same would count three times. */
function ownWords(paper: Paper): { word: string; weight: number; papers: number }[] {
  const draft = new Draft();
  draft.add(indexed(paper));
  const { entries } = draft;
  const all = new Set(draft.words);
  const isCompound = (word: string) =>
    Array.from(word).some((_, at) => at > 0 && all.has(word.slice(0, at)) && all.has(word.slice(at)));
  return entries.word
    .map((number, i) => ({
      word: draft.words[number] as string,
      weight: weightOf(entries.fields[i] as number),
      papers: 0,
    }))
    .filter(({ word, weight }) => weight > 0 && !isCompound(word));
}

/** Never nothing, also among few papers. */
const rarity = (all: number, papers: number) => Math.log(1 + all / Math.max(papers, rarest));

/** How much each paper of a segment has in common with a topic, by its number; 0: nothing. */
export function compare(segment: Segment, topic: Topic): Float32Array {
  const likeness = new Float32Array(segment.papers);
  const cursor = segment.words();
  for (const [word, weight] of topic) {
    if (!cursor.find(word)) continue;
    const { count, papers, fields } = segment.read(cursor);
    for (let i = 0; i < count; i++) {
      const paper = papers[i] as number;
      likeness[paper] = (likeness[paper] as number) + weight * weightOf(fields[i] as number);
    }
  }
  // Long texts have more in common with anything.
  const { sizes } = segment.data;
  for (let paper = 0; paper < likeness.length; paper++)
    likeness[paper] = (likeness[paper] as number) / Math.sqrt((sizes[paper] as number) + typicalSize / 2);
  return likeness;
}

/** Words of a usual title and abstract. */
const typicalSize = 100;

import type { Day, Paper } from '@/lib/paper/types';
import { latestDay } from './page-day';
import { paperOf } from './paper';

/** A piece of the page text that is no paper, and why. */
interface SkippedLine {
  line: number;
  title?: string;
  why: string;
}

export interface PageText {
  /** Undefined where the text was copied without its header. */
  day?: Day;
  papers: Paper[];
  skipped: SkippedLine[];
  /** It can be believed to be that page: it has the heading, or titles and abstracts take turns throughout. */
  regular: boolean;
}

/** One line of the text that is not blank. On the page every title and every abstract is one. */
interface Block {
  text: string;
  /** Counted from 1. */
  line: number;
}

/** No title is as long as this; hardly an abstract is shorter. */
const abstractLength = 300;

/** Short lines of the page that are no titles, wherever they stand. */
const furniture =
  /^(?:new|subscribe|get trending papers in your email inbox!?|daily papers|by\s?ak(?: and the research community)?|submitted by.*|\d+(?:\s+(?:authors?|comments?|upvotes?))?|(?:up)?vote|previous|next|today|view all|papers|models|datasets|spaces|docs|pricing|company|tos|privacy|about|jobs|careers|website|system theme|©.*|hugging face)$/i;

/**
 * Reads the Daily Papers page as copied text: furniture, the day, then title, abstract, title, abstract. What is a
 * title is told by position and length alone, for titles may look like anything.
 *
 * @param now milliseconds since 1970: the year of the day is the latest one that does not put it after this
 * @param asked the day where the text has none
 */
export function readPageText(text: string, now: number, asked?: Day): PageText {
  const all = blocksOf(text);
  const header = headerOf(all, now);
  const day = header.dayLine === undefined ? asked : latestDay(header.dayLine, now);
  const papers: Paper[] = [];
  const skipped: SkippedLine[] = [];
  const listed = all.slice(header.end);
  for (const { title, abstract } of pairs(listed)) {
    const reading = paperOf({ title: title.text, day, abstract });
    if ('paper' in reading) papers.push(reading.paper);
    else skipped.push({ line: title.line, ...reading });
  }
  const paired = papers.filter((paper) => paper.abstract !== undefined).length;
  const headed = all.some((block) => /^daily papers$/i.test(block.text));
  const regular = headed ? papers.length > 0 : paired > 0 && paired * 2 >= listed.length * 0.8;
  return { ...(day && { day }), papers, skipped, regular };
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.replace(/\s+/g, ' ').trim();
    if (line !== '') blocks.push({ text: line, line: index + 1 });
  }
  return blocks;
}

/** Where the list begins: behind the day, or behind the last line before it that is known not to be of it. */
function headerOf(blocks: Block[], now: number): { end: number; dayLine?: string } {
  const first = blocks.findIndex(isLong);
  const head = first < 0 ? blocks : blocks.slice(0, first);
  const day = head.findIndex(({ text }) => latestDay(text, now) !== undefined);
  if (day >= 0) return { end: day + 1, dayLine: (head[day] as Block).text };
  return { end: first < 0 ? 0 : head.findLastIndex(({ text }) => furniture.test(text)) + 1 };
}

const isLong = ({ text }: Block) => text.length >= abstractLength;

interface Pair {
  title: Block;
  abstract?: string;
}

/**
 * The last short block before an abstract is its title. Short blocks left over are titles without an abstract if they
 * look like one, else furniture. Abstracts that follow one another are paragraphs of one.
 */
function pairs(blocks: Block[]): Pair[] {
  const found: Pair[] = [];
  let waiting: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = found.at(-1);
    if (isAbstract(block, waiting.at(-1), blocks[index + 1])) {
      const title = waiting.pop();
      for (const pair of leftOver(waiting)) found.push(pair);
      waiting = [];
      if (title) found.push({ title, abstract: block.text });
      else if (last) last.abstract = `${last.abstract ?? ''} ${block.text}`.trim();
    } else if (waiting.length === 0 && last && endsAbstract(block)) {
      last.abstract = `${last.abstract ?? ''} ${block.text}`.trim();
    } else if (!furniture.test(block.text)) {
      waiting.push(block);
    }
  }
  return found.concat(leftOver(waiting));
}

/** Long; or shorter, but well longer than the title before it, and not itself followed by an abstract. */
function isAbstract(block: Block, title: Block | undefined, next: Block | undefined): boolean {
  if (isLong(block)) return true;
  if (!title || (next && isLong(next))) return false;
  return block.text.length >= abstractLength / 3 && block.text.length > title.text.length * 1.5;
}

/** A last line of an abstract that stands by itself, such as "Code: https://…". */
const endsAbstract = (block: Block) => /https?:\/\//i.test(block.text);

/** At least four words: shorter lines at such a place are buttons and counts. */
function leftOver(blocks: Block[]): Pair[] {
  return blocks
    .filter(({ text }) => text.length >= 20 && text.split(' ').length >= 4)
    .map((title) => ({ title }));
}

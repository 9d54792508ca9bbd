import { counted, dateName } from '@/components/paper/format';
import type { MatchedPart, WatchMatch } from '@/lib/digest/watch/matches';
import { displayTitle } from '@/lib/paper/title';
import type { Day, Paper } from '@/lib/paper/types';

/** What a notification says: one line, and what is behind it. */
export interface NewsText {
  title: string;
  message: string;
}

/** A paper of a new day that holds watch words. */
export interface WatchedPaper {
  paper: Paper;
  matches: readonly WatchMatch[];
}

/** Papers that a notification has room to name. */
const named = 3;

/** "42 new papers; 3 match your watch words", with the first of those and what they match. */
export function newsText(day: Day, papers: number, watched: readonly WatchedPaper[]): NewsText {
  const count = counted(papers, 'new paper');
  if (watched.length === 0) return { title: count, message: `Daily Papers of ${dateName(day)}` };
  const match = watched.length === 1 ? '1 matches' : `${watched.length.toLocaleString('en')} match`;
  return {
    title: `${count}; ${match} your watch words`,
    message: watched.slice(0, named).map(lineOf).join('\n'),
  };
}

function lineOf({ paper, matches }: WatchedPaper): string {
  const title = displayTitle(paper.title);
  const [first] = matches;
  return first && namesSomething.includes(first.part) ? `${first.text}: ${title}` : title;
}

/** Parts that say of themselves what they are; words of a title stand in it anyway. */
const namesSomething: readonly MatchedPart[] = ['author', 'organization', 'keyword'];

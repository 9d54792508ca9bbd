import type { MatchedPart, WatchMatch } from '@/lib/digest/watch/matches';
import { dateName } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
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
  const came = t('news.papers', { count: papers });
  if (watched.length === 0) return { title: came, message: t('news.day', { day: dateName(day) }) };
  return {
    title: t('news.matches', { papers: came, count: watched.length }),
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

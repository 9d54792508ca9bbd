import { browser } from 'wxt/browser';
import { newsText, type WatchedPaper } from '@/components/sync/news';
import { sourceIds } from '@/lib/digest/sources/registry';
import { type DayRecord, listDays, papersOfDay, sourceDays } from '@/lib/digest/store';
import { plusDays } from '@/lib/digest/sync/calendar';
import { watcher } from '@/lib/digest/watch/matches';
import type { Day } from '@/lib/paper/types';
import { readDigestSettings, type WatchWord } from '@/lib/settings/digest';
import { type Counts, changeNews, growth, type News, readNews, type Told } from '@/lib/settings/news';
import { mayNotify } from '@/lib/settings/notifications';
import { showNewPapers } from './badge';
import { coalesced } from './in-turn';

/** Days that may still get papers that are told of: an older one is settled. */
const openDays = 14;
/** Fewer papers more than a notification said are not worth another. */
const fewest = 10;
/** Ids of matches that are remembered, the latest. */
const mostMatches = 1_000;

const nothing: Told = { papers: {}, matches: [] };

/**
 * Tells of papers that have come since the last ones told of: a number on the badge until the popup is opened, and a
 * notification where it is wanted. A new day makes a new one; it is put up again when other papers match watch words, or
 * when there are twice as many as it said. Call it whenever a sync is over, and when the browser starts. It may be called
 * again at any time and be cut off anywhere: a notification of the same day takes the place of the first.
 */
export const tellOfNewDay: () => Promise<void> = coalesced(async () => {
  const days = await daysThatCame();
  const newest = days[0]?.day;
  if (!newest) return;
  const known = await readNews();
  const { since = newest, told = nothing, seen = {} } = known ?? {};
  const here = countsOf(days.filter(({ day }) => day >= since && day > plusDays(newest, -openDays)));
  const isNext = !known || newest > known.day;
  const day = isNext ? newest : known.day;
  const before = isNext ? told : known.before;
  await showNewPapers(growth(here, seen));
  const said = growth(here, told.papers) > 0 ? await tell({ day, here, before, told, isNext }) : told;
  await changeNews((now) => ({ since, day, before, told: said, here, seen: now?.seen ?? {} }));
});

/** Days with papers that a source has answered for, newest first: what was only imported is no news. */
async function daysThatCame(): Promise<DayRecord[]> {
  const answered = (await Promise.all(sourceIds.map(sourceDays))).flat().filter(({ complete }) => complete);
  const came = new Set(answered.map(({ day }) => day));
  return (await listDays()).filter(({ day, papers }) => papers > 0 && came.has(day));
}

/** Where a notification leads. Registered whenever the worker starts, and when the permission is given while it runs. */
export function answerNotifications(): void {
  // Not there without the permission.
  browser.notifications?.onClicked.addListener(openToday);
}

function openToday(notification: string): void {
  browser.notifications.clear(notification);
  browser.tabs.create({ url: browser.runtime.getURL('/popup.html#today') });
}

/** @returns what is told by then */
async function tell({
  day,
  here,
  before,
  told,
  isNext,
}: Omit<News, 'since' | 'seen'> & { isNext: boolean }): Promise<Told> {
  const { notify, watchWords } = await readDigestSettings();
  if (!notify || !(await mayNotify())) return { ...told, papers: here };
  const grown = Object.keys(here).filter((one) => (here[one] ?? 0) > (before.papers[one] ?? 0));
  const watched = (await watchedOn(grown, watchWords)).filter(
    ({ paper }) => !before.matches.includes(paper.id),
  );
  const untold = watched.filter(({ paper }) => !told.matches.includes(paper.id));
  const hasDoubled = growth(here, told.papers) >= Math.max(fewest, growth(told.papers, before.papers));
  if (!isNext && untold.length === 0 && !hasDoubled) return told;
  await browser.notifications.create(`day ${day}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png'),
    ...newsText(day, growth(here, before.papers), [...new Set([...untold, ...watched])]),
  });
  return {
    papers: here,
    matches: [...told.matches, ...untold.map(({ paper }) => paper.id)].slice(-mostMatches),
  };
}

/** Papers of these days that hold watch words, each once. */
async function watchedOn(days: readonly Day[], words: readonly WatchWord[]): Promise<WatchedPaper[]> {
  const look = watcher(words);
  const papers = (await Promise.all(days.map(papersOfDay))).flat();
  return [...new Map(papers.map((paper) => [paper.id, paper])).values()]
    .map((paper) => ({ paper, matches: look(paper) }))
    .filter(({ matches }) => matches.length > 0);
}

const countsOf = (days: readonly DayRecord[]): Counts =>
  Object.fromEntries(days.map(({ day, papers }) => [day, papers]));

import { browser } from 'wxt/browser';
import { newsText, type WatchedPaper } from '@/components/sync/news';
import { type SourceId, sourceIds } from '@/lib/digest/sources/registry';
import { papersListed, type SourceDay, sourceDays } from '@/lib/digest/store';
import { plusDays } from '@/lib/digest/sync/calendar';
import { lastChoices } from '@/lib/digest/sync/wishes';
import { watcher } from '@/lib/digest/watch/matches';
import type { Day } from '@/lib/paper/types';
import { readDigestSettings, type WatchWord } from '@/lib/settings/digest';
import {
  type Counts,
  changeNews,
  growth,
  type Heard,
  type News,
  readNews,
  type Told,
} from '@/lib/settings/news';
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
  const answers = await answersOfSources();
  const newest = answers
    .filter(({ own }) => own > 0)
    .map(({ day }) => day)
    .sort()
    .at(-1);
  if (!newest) return;
  const known = await readNews();
  const { watchWords } = await readDigestSettings();
  const { sources, begun } = await hear(answers, known, newest);
  const isHeard = ({ source, day }: SourceDay) => day >= (sources[source]?.since ?? day);
  const open = answers.filter((one) => isHeard(one) && one.day > plusDays(newest, -openDays));
  const here = countsOf(open);
  const old = open.filter(({ source }) => begun.has(source));
  const oldMatches = (await watchedOn(Object.keys(countsOf(old)), watchWords)).map(({ paper }) => paper.id);
  /** With what a source brought when it was first heard of. */
  const withOld = (counts: Counts): Counts => ({
    ...Object.fromEntries(Object.entries(counts).filter(([key]) => !begun.has(placeOf(key)[0]))),
    ...countsOf(old),
  });
  const knowing = ({ papers, matches }: Told): Told => ({
    papers: withOld(papers),
    matches: [...new Set([...matches, ...oldMatches])].slice(-mostMatches),
  });
  const told = known ? knowing(known.told) : nothing;
  const isNext = !known || newest > known.day;
  const day = isNext ? newest : known.day;
  const before = isNext ? told : knowing(known.before);
  // The badge needs no notification to succeed.
  if (known)
    await changeNews(
      (now) => now && { ...now, sources, told, before: knowing(known.before), here, seen: withOld(now.seen) },
      showNewPapers,
    );
  const said = growth(here, told.papers) > 0 ? await tell({ day, here, before, told, isNext }) : told;
  await changeNews(
    (now) => ({ sources, day, before, told: said, here, seen: now?.seen ?? {} }),
    showNewPapers,
  );
});

/** Days that sources have answered for, as their present topics want them: what was only imported is no news. */
async function answersOfSources(): Promise<SourceDay[]> {
  const days = (await Promise.all(sourceIds.map(sourceDays))).flat();
  return days.filter(({ complete, syncedAt }) => complete && syncedAt > 0);
}

/**
 * From when on what each source brings is news. The first time ever that is the newest day; a source that is switched on
 * later, or asked for other topics, fills in days that were there all along: what it has by then is old.
 *
 * @returns also the sources that begin so
 */
async function hear(
  answers: readonly SourceDay[],
  known: News | undefined,
  newest: Day,
): Promise<{ sources: Record<string, Heard>; begun: ReadonlySet<string> }> {
  const asked = (await lastChoices()).topics;
  const sources: Record<string, Heard> = {};
  const begun = new Set<string>();
  for (const id of sourceIds) {
    // Newest first. Without any it is switched off, or begins anew.
    const first = answers.find(({ source }) => source === id);
    if (!first) continue;
    const topics = String(asked[id] ?? []);
    const heard = known?.sources?.[id];
    if (heard?.topics === topics) sources[id] = heard;
    else {
      sources[id] = { since: known ? first.day : newest, topics };
      if (known) begun.add(id);
    }
  }
  return { sources, begun };
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
}: Omit<News, 'sources' | 'seen'> & { isNext: boolean }): Promise<Told> {
  const { notify, watchWords } = await readDigestSettings();
  if (!notify || !(await mayNotify())) return { ...told, papers: here };
  const grown = Object.keys(here).filter((key) => (here[key] ?? 0) > (before.papers[key] ?? 0));
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

/** Papers that hold watch words, each once, of sources and days that have counts. */
async function watchedOn(keys: readonly string[], words: readonly WatchWord[]): Promise<WatchedPaper[]> {
  if (words.length === 0) return [];
  const look = watcher(words);
  const papers = (await Promise.all(keys.map((key) => papersListed(...placeOf(key))))).flat();
  return [...new Map(papers.map((paper) => [paper.id, paper])).values()]
    .map((paper) => ({ paper, matches: look(paper) }))
    .filter(({ matches }) => matches.length > 0);
}

const countsOf = (days: readonly SourceDay[]): Counts =>
  Object.fromEntries(days.map(({ source, day, own }) => [`${source} ${day}`, own]));

const placeOf = (key: string) => key.split(' ') as [SourceId, Day];

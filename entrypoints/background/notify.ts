import { browser } from 'wxt/browser';
import { newsText } from '@/components/sync/news';
import { sources } from '@/components/sync/sources';
import type { SourceId } from '@/lib/digest/sources/source';
import { type DayRecord, listDays, papersOfDay, sourceDays } from '@/lib/digest/store';
import { watcher } from '@/lib/digest/watch/matches';
import type { Day } from '@/lib/paper/types';
import { readDigestSettings } from '@/lib/settings/digest';
import { readNews, rememberTold } from '@/lib/settings/news';
import { mayNotify } from '@/lib/settings/notifications';
import { showNewPapers } from './badge';

/**
 * Tells of days that have come since the last one told of: a number on the badge until the popup is opened, and a
 * notification where it is wanted. Call it whenever a sync is over, and when the browser starts. It may be called again
 * at any time and be cut off anywhere: a notification of the same day takes the place of the first.
 */
export async function tellOfNewDay(): Promise<void> {
  const days = await daysThatCame();
  const newest = days[0];
  if (!newest) return;
  const before = await readNews();
  const seen = before?.seen ?? dayBefore(newest.day);
  await showNewPapers(countOf(days.filter(({ day }) => day > seen)));
  if (before && newest.day <= before.told) return;
  await notify(newest.day, before ? days.filter(({ day }) => day > before.told) : [newest]);
  await rememberTold(newest.day, seen);
}

/** Days with papers that a source has answered for, newest first: what was only imported is no news. */
async function daysThatCame(): Promise<DayRecord[]> {
  const ids = Object.keys(sources) as SourceId[];
  const answered = (await Promise.all(ids.map(sourceDays))).flat().filter(({ complete }) => complete);
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

async function notify(newest: Day, days: readonly DayRecord[]): Promise<void> {
  const settings = await readDigestSettings();
  if (!settings.notify || !(await mayNotify())) return;
  const look = watcher(settings.watchWords);
  const papers = (await Promise.all(days.map(({ day }) => papersOfDay(day)))).flat();
  const watched = papers
    .map((paper) => ({ paper, matches: look(paper) }))
    .filter(({ matches }) => matches.length > 0);
  await browser.notifications.create(`day ${newest}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png'),
    ...newsText(newest, countOf(days), watched),
  });
}

const countOf = (days: readonly DayRecord[]) => days.reduce((sum, { papers }) => sum + papers, 0);

function dayBefore(day: Day): Day {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

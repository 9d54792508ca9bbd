import { browser } from 'wxt/browser';
import type { Day, PaperId } from '../paper/types';

/** Papers by the source that lists them and the day they stand on: `arxiv 2026-07-28`. */
export type Counts = Record<string, number>;

/** From when on what a source brings is news. */
export interface Heard {
  /** Whatever comes for a day before it is old. */
  since: Day;
  /** The topics it was asked for, as text. With others it begins anew. */
  topics: string;
}

/** What someone was told: how many papers days had, and which matched watch words. */
export interface Told {
  papers: Counts;
  matches: PaperId[];
}

/** How far someone has been told of new papers, and how far they have taken notice. */
export interface News {
  /** By the source's id. */
  sources: Record<string, Heard>;
  /** The newest day told of, which the present notification is named after. */
  day: Day;
  /** What was told before the present notification, which counts from there. */
  before: Told;
  told: Told;
  /** What was there at the last look, told of or not. */
  here: Counts;
  /** What was there when the list was last opened; the badge counts from there. */
  seen: Counts;
}

const key = 'news';

/** Undefined before the first day was told of. */
export async function readNews(): Promise<News | undefined> {
  return (await browser.storage.local.get(key))[key] as News | undefined;
}

/**
 * Writes what a function makes of the present news, and has the badge follow: what is shown is what was written last, for
 * the worker and the popup wait for each other.
 */
export function changeNews(
  change: (news: News | undefined) => News | undefined,
  show: (papers: number) => Promise<void>,
): Promise<void> {
  return navigator.locks.request(key, async () => {
    const news = change(await readNews());
    if (news) await browser.storage.local.set({ [key]: news });
    await show(news ? growth(news.here, news.seen) : 0);
  });
}

/** Papers that days have more than they had. */
export function growth(here: Counts, before: Counts): number {
  return Object.entries(here).reduce(
    (sum, [day, papers]) => sum + Math.max(0, papers - (before[day] ?? 0)),
    0,
  );
}

/** Someone has opened the list: the badge no longer counts what is there. */
function takeNotice(): Promise<void> {
  return changeNews(
    (news) => news && { ...news, seen: news.here },
    () => browser.action.setBadgeText({ text: '' }),
  );
}

/** Takes notice now, and of whatever is told while someone looks, until `signal` aborts. */
export function keepTakingNotice(isLooking: () => boolean, signal: AbortSignal): Promise<void> {
  const { onChanged } = browser.storage.local;
  const listen = (changes: Record<string, { newValue?: unknown }>) => {
    const news = changes[key]?.newValue as News | undefined;
    if (news && growth(news.here, news.seen) > 0 && isLooking()) takeNotice();
  };
  onChanged.addListener(listen);
  signal.addEventListener('abort', () => onChanged.removeListener(listen));
  return takeNotice();
}

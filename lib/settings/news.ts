import { browser } from 'wxt/browser';
import type { Day } from '../paper/types';

/** How far someone has been told of new days, and how far they have taken notice. */
export interface News {
  /** The newest day that was told of. */
  told: Day;
  /** Days after this one are counted on the badge. */
  seen: Day;
}

const key = 'news';

/** Undefined before the first day was told of. */
export async function readNews(): Promise<News | undefined> {
  return (await browser.storage.local.get(key))[key] as News | undefined;
}

/** Writes what a function makes of the present news; the worker and the popup wait for each other. */
function changeNews(change: (news: News | undefined) => News | undefined): Promise<void> {
  return navigator.locks.request(key, async () => {
    const news = change(await readNews());
    if (news) await browser.storage.local.set({ [key]: news });
  });
}

/** `day` was told of. The first time there is no day yet up to which someone has taken notice: `seen` then is that. */
export function rememberTold(day: Day, seen: Day): Promise<void> {
  return changeNews((news) => ({ seen, ...news, told: day }));
}

/** Someone has opened the list: the badge no longer counts what they were told of. */
async function takeNotice(): Promise<void> {
  await changeNews((news) => news && { ...news, seen: news.told });
  await browser.action.setBadgeText({ text: '' });
}

/** Takes notice now, and of whatever is told while someone looks, until `signal` aborts. */
export function keepTakingNotice(isLooking: () => boolean, signal: AbortSignal): Promise<void> {
  const { onChanged } = browser.storage.local;
  const listen = (changes: Record<string, { newValue?: unknown }>) => {
    const news = changes[key]?.newValue as News | undefined;
    if (news && news.seen !== news.told && isLooking()) takeNotice();
  };
  onChanged.addListener(listen);
  signal.addEventListener('abort', () => onChanged.removeListener(listen));
  return takeNotice();
}

import { render } from 'preact';
import { loadWatchWords } from '@/components/state/watch';
import { onChange } from '@/lib/messages';
import { keepTakingNotice } from '@/lib/settings/news';
import { App } from './App';
import { learnWindow } from './side';
import { readFirst, readRest, reload } from './state/all';
import { loadDayList } from './state/day-list';
import { followTab, tabPapers } from './state/tab';

/** How long the first rendering waits for what it shows, in milliseconds: a frame with nothing in it helps nobody. */
const patience = 60;

/** Shows the lists on this page, and keeps them as they are in the stores and in the tab. */
export async function start(): Promise<void> {
  const closed = new AbortController();
  addEventListener('pagehide', () => closed.abort());
  onChange(reload, closed.signal);
  followTab(() => tabPapers.reload(), closed.signal);
  const settings = loadDayList(closed.signal);
  await Promise.race([Promise.all([readFirst(), settings]), wait(patience)]);
  render(<App />, document.getElementById('app') as HTMLElement);
  await painted();
  readRest();
  loadWatchWords(closed.signal);
  learnWindow();
  keepTakingNotice(() => document.visibilityState === 'visible', closed.signal);
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves once the browser has the next frame; a page that nobody sees has none. */
function painted(): Promise<unknown> {
  const frame = new Promise<unknown>((resolve) => requestAnimationFrame(resolve)).then(() => wait(0));
  return Promise.race([frame, wait(patience)]);
}

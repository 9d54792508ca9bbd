import { render } from 'preact';
import { browser } from 'wxt/browser';
import { onChange } from '@/lib/messages';
import { keepTakingNotice } from '@/lib/settings/news';
import { App } from './App';
import { reload, reloadAll } from './state/all';
import { followTab, tabPapers } from './state/tab';
import { loadWatchWords } from './state/watch';

// The popup itself belongs to no tab. It has a size of its own; a tab gives one.
browser.tabs.getCurrent().then((tab) => {
  if (tab) document.documentElement.dataset.tab = '';
});

const closed = new AbortController();
addEventListener('pagehide', () => closed.abort());
onChange(reload, closed.signal);
followTab(() => tabPapers.reload(), closed.signal);
reloadAll();
loadWatchWords(closed.signal);
keepTakingNotice(() => document.visibilityState === 'visible', closed.signal);
render(<App />, document.getElementById('app') as HTMLElement);

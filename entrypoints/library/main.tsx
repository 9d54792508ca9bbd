import { render } from 'preact';
import { loadWatchWords } from '@/components/state/watch';
import { speakAs } from '@/lib/i18n/page';
import { onChange } from '@/lib/messages';
import { keepTakingNotice } from '@/lib/settings/news';
import { App } from './App';
import { followHistory } from './state/address';
import { begin, reload } from './state/all';
import { followLayout } from './state/layout';
import { keepOpen } from './state/open';
import { keepRelated } from './state/related';
import { search } from './state/search';
import { keepSelection } from './state/selection';

speakAs('library.page');
const closed = new AbortController();
addEventListener('pagehide', () => closed.abort());
// A page that the browser had put aside has lost its listeners.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
followHistory(closed.signal);
followLayout(closed.signal);
onChange(reload, closed.signal);
keepOpen();
keepRelated();
keepSelection();
begin(loadWatchWords(closed.signal));
keepTakingNotice(() => document.visibilityState === 'visible', closed.signal);
render(<App />, document.getElementById('app') as HTMLElement);
// Read while nobody has typed yet; what goes wrong is said where someone searches.
requestIdleCallback(() => search.warmUp().catch(() => {}));

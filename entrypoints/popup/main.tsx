import { render } from 'preact';
import { onChange } from '@/lib/messages';
import { App } from './App';
import { reload, reloadAll } from './state/all';

const closed = new AbortController();
addEventListener('pagehide', () => closed.abort());
onChange(reload, closed.signal);
reloadAll();
render(<App />, document.getElementById('app') as HTMLElement);

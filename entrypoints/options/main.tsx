import { render } from 'preact';
import { speakAs } from '@/lib/i18n/page';
import { App } from './App';

speakAs('options.page');
render(<App />, document.getElementById('app') as HTMLElement);

import { render } from 'preact';
import { speakAs } from '@/lib/i18n/page';
import { App } from './App';
import { lightUp } from './light-up';

speakAs('welcome.page');
render(<App />, document.getElementById('app') as HTMLElement);
lightUp();

import { render } from 'preact';
import { App } from './App';
import { lightUp } from './light-up';

render(<App />, document.getElementById('app') as HTMLElement);
lightUp();

import { useEffect, useState } from 'preact/hooks';
import { keyOf } from './key-of';
import { Permission } from './Permission';
import { Sample } from './Sample';

/** First run: what it does, shown live. */
export function App() {
  const [nextKey, setNextKey] = useState('');
  useEffect(() => {
    keyOf('next-mention').then(setNextKey);
  }, []);
  return (
    <main class="welcome">
      <header>
        <img src="/icon.svg" alt="" width="56" height="56" />
        <h1>
          Papers of your digest, <span class="lit">lit up where they stand</span>
        </h1>
        <p>Where a page names or links a paper of your digest, it is underlined. Try it right here.</p>
      </header>
      <Sample />
      <ol class="steps">
        <li>
          <h2>Rest on a title</h2>
          <p>
            A card opens beside it: what it says, its code, its PDF.
            {nextKey && (
              <>
                {' '}
                <kbd class="key">{nextKey}</kbd> opens the next one by keyboard.
              </>
            )}
          </p>
        </li>
        <li>
          <h2>Open the popup</h2>
          <p>Titlelight’s button lists the papers of the page, of the day, and those you save.</p>
        </li>
        <li>
          <h2>New papers come by themselves</h2>
          <p>
            You begin with a starter digest of 83 papers; Hugging Face’s Daily Papers are added day by day.
            How far back, and words to watch for: in the <a href="/options.html">settings</a>.
          </p>
        </li>
      </ol>
      <Permission />
      <footer>
        <p>Nothing leaves this machine: no page you visit and no title you rest on causes a request.</p>
        <a href="/options.html">Settings</a>
      </footer>
    </main>
  );
}

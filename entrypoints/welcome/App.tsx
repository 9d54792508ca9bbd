import { useEffect, useState } from 'preact/hooks';
import { AllSites } from '@/components/controls/AllSites';
import { askForAllSites, hasAllSites } from '@/lib/settings/all-sites';
import { Sample } from './Sample';

/** First run: what it does, shown live. */
export function App() {
  const [granted, setGranted] = useState<boolean>();
  useEffect(() => {
    hasAllSites().then(setGranted);
  }, []);
  return (
    <main class="welcome">
      <header>
        <img src="/icon.svg" alt="" width="56" height="56" />
        <h1>
          Papers you know, <span class="lit">lit up where they stand</span>
        </h1>
        <p>
          Titlelight knows the papers of a daily digest. Where one is named or linked on a page, it is
          underlined. Try it right here.
        </p>
      </header>
      <Sample />
      <ol class="steps">
        <li>
          <h2>Rest on a title</h2>
          <p>A card opens beside it: the abstract, the code, the PDF.</p>
        </li>
        <li>
          <h2>Open the popup</h2>
          <p>Titlelight’s button lists the papers of the page and of the day.</p>
        </li>
        <li>
          <h2>Save what is worth it</h2>
          <p>Your shelf keeps it, with or without a network.</p>
        </li>
      </ol>
      <section class="permission" aria-labelledby="permission">
        <h2 id="permission">On every site?</h2>
        <AllSites granted={granted} onAsk={() => askForAllSites().then(setGranted)} />
      </section>
      <footer>
        <p>Nothing leaves this machine: no page you visit and no title you rest on causes a request.</p>
        <a href="/options.html">Settings</a>
      </footer>
    </main>
  );
}

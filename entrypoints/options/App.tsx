import { DataSection } from './DataSection';
import { DigestSection } from './digest/DigestSection';
import { HiddenSection } from './HiddenSection';
import { ImportSection } from './ImportSection';
import { ReadingSection } from './ReadingSection';
import { SitesSection } from './sites/SitesSection';
import { WatchSection } from './watch/WatchSection';

export function App() {
  return (
    <main class="options">
      <header>
        <img src="/icon.svg" alt="" width="40" height="40" />
        <h1>Titlelight settings</h1>
      </header>
      <DigestSection />
      <WatchSection />
      <ImportSection />
      <DataSection />
      <ReadingSection />
      <SitesSection />
      <HiddenSection />
    </main>
  );
}

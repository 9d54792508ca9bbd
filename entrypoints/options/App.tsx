import { DataSection } from './DataSection';
import { HiddenSection } from './HiddenSection';
import { ImportSection } from './ImportSection';
import { ReadingSection } from './ReadingSection';
import { SitesSection } from './SitesSection';

export function App() {
  return (
    <main class="options">
      <header>
        <img src="/icon.svg" alt="" width="40" height="40" />
        <h1>Titlelight settings</h1>
      </header>
      <ImportSection />
      <DataSection />
      <ReadingSection />
      <SitesSection />
      <HiddenSection />
    </main>
  );
}

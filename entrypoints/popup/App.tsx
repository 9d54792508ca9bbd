import { useRef, useState } from 'preact/hooks';
import { SearchField } from '@/components/controls/SearchField';
import { type Tab, Tabs } from '@/components/controls/Tabs';
import { Toast } from '@/components/controls/Toast';
import { newest } from './state/days';
import { loaded } from './state/resource';
import { query, searchFor } from './state/search';
import { shelf } from './state/shelf';
import { tabPapers } from './state/tab';
import { notice } from './state/toast';
import { useKeys } from './use-keys';
import { Footer } from './views/Footer';
import type { Help as HelpDialog } from './views/Help';
import { Results } from './views/Results';
import { Shelf } from './views/Shelf';
import { ThisPage } from './views/ThisPage';
import { Today } from './views/Today';

const views = { page: ThisPage, today: Today, shelf: Shelf };
type ViewName = keyof typeof views;

/** `popup.html#today`: what a notification leads to. */
const firstView = (): ViewName => (location.hash === '#today' ? 'today' : 'page');

/** The popup: a search field over three views. */
export function App() {
  const [view, setView] = useState<ViewName>(firstView);
  const [Help, setHelp] = useState<typeof HelpDialog>();
  // Few ask for it: loaded once someone does.
  const showHelp = () => import('./views/Help').then((module) => setHelp(() => module.Help));
  const search = useRef<HTMLInputElement>(null);

  useKeys((action, isTyping) => {
    if (action === 'search') search.current?.focus();
    else if (action === 'help') showHelp();
    else if (action === 'leave' && query.value !== '' && isTyping) searchFor('');
    else return false;
    return true;
  });

  const tabs: Tab<ViewName>[] = [
    { id: 'page', name: 'This page', count: loaded(tabPapers)?.papers.length },
    { id: 'today', name: 'Today', count: newest.value?.papers },
    { id: 'shelf', name: 'Shelf', count: loaded(shelf)?.length },
  ];
  const View = views[view];
  return (
    <main class="popup">
      <header class="header">
        <h1 class="visually-hidden">Titlelight</h1>
        <SearchField
          label="Search titles and arXiv ids"
          value={query.value}
          onInput={searchFor}
          inputRef={search}
        />
      </header>
      {query.value.trim() === '' ? (
        <Tabs tabs={tabs} selected={view} onSelect={(id) => setView(id)}>
          <View />
        </Tabs>
      ) : (
        <section class="tabpanel" aria-label="Search results">
          <Results />
        </section>
      )}
      <Notice />
      <Footer onHelp={showHelp} />
      {Help && <Help onClose={() => setHelp(undefined)} />}
    </main>
  );
}

function Notice() {
  const said = notice.value;
  const close = () => {
    notice.value = undefined;
  };
  return (
    <div class="notice" role="status">
      {said && <Toast key={said.id} message={said.message} onUndo={said.undo} onClose={close} />}
    </div>
  );
}

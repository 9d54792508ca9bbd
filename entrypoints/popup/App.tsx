import { useRef, useState } from 'preact/hooks';
import { SearchField } from '@/components/controls/SearchField';
import { type Tab, Tabs } from '@/components/controls/Tabs';
import { loadedLater } from '@/components/design/loaded-later';
import { useKeys } from '@/components/keys/use-keys';
import { type ViewName, viewNames } from '@/components/keys/view-names';
import { loaded } from '@/components/state/resource';
import { shelf } from '@/components/state/shelf';
import { notice } from '@/components/state/toast';
import { t } from '@/lib/i18n/text';
import { newest } from './state/days';
import { isSearching, query, searchFor } from './state/search';
import { tabPapers } from './state/tab';
import { view } from './state/view';
import { Footer } from './views/Footer';
import { Notice } from './views/Notice';
import { Places } from './views/Places';
import { Results } from './views/Results';
import { Shelf } from './views/Shelf';
import { ThisPage } from './views/ThisPage';
import { Today } from './views/Today';

const Help = loadedLater(async () => (await import('./views/Help')).Help);

const views = { page: ThisPage, today: Today, shelf: Shelf };

/** The popup, and the panel at the side: a search field over three views. */
export function App() {
  const [hasHelp, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);

  useKeys((action, isTyping) => {
    if (action === 'search') search.current?.focus();
    else if (action === 'help') setHelp(true);
    else if (action === 'undo' && notice.value?.undo) notice.value.undo();
    else if (action === 'leave' && query.value !== '') leaveSearch(isTyping);
    else if (isViewName(action)) goTo(action);
    else return false;
    return true;
  });

  function leaveSearch(isTyping: boolean): void {
    searchFor('');
    // Results go, and the focus with them.
    if (!isTyping) search.current?.focus();
  }

  function goTo(name: ViewName): void {
    view.value = name;
    const focusTab = () => document.getElementById(`tab-${name}`)?.focus();
    if (query.value.trim() === '') focusTab();
    else {
      searchFor('');
      // The tabs have to come back first.
      requestAnimationFrame(focusTab);
    }
  }

  return (
    <main class="popup">
      <header class="header">
        <h1 class="visually-hidden">Titlelight</h1>
        <SearchField label={t('popup.search')} value={query.value} onInput={searchFor} inputRef={search} />
        <Places />
      </header>
      {query.value.trim() === '' ? (
        <Views />
      ) : (
        <section class="tabpanel" aria-label={t('popup.results')} aria-busy={isSearching.value}>
          <Results />
        </section>
      )}
      <Notice />
      <Footer onHelp={() => setHelp(true)} />
      {hasHelp && <Help onClose={() => setHelp(false)} />}
    </main>
  );
}

function Views() {
  const tabs: Tab<ViewName>[] = [
    { id: 'page', name: t('popup.thisPage'), count: loaded(tabPapers)?.papers.length },
    { id: 'today', name: t('popup.today'), count: newest.value?.papers },
    { id: 'shelf', name: t('field.shelf'), count: loaded(shelf)?.length },
  ];
  const shown = view.value;
  const View = shown && views[shown];
  return (
    <Tabs
      tabs={tabs}
      selected={shown}
      onSelect={(id) => {
        view.value = id;
      }}
    >
      {View && <View />}
    </Tabs>
  );
}

const isViewName = (action: string): action is ViewName => viewNames.some((name) => name === action);

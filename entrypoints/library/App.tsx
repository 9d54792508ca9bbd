import { useEffect, useRef, useState } from 'preact/hooks';
import { SearchField } from '@/components/controls/SearchField';
import { Toast } from '@/components/controls/Toast';
import { Icon } from '@/components/design/Icon';
import { useKeys } from '@/components/keys/use-keys';
import { notice } from '@/components/state/toast';
import { t } from '@/lib/i18n/text';
import { addressOf } from './address';
import { searchName, viewName } from './names';
import { address, go } from './state/address';
import { panes } from './state/layout';
import { Drawer } from './views/Drawer';
import { Foot } from './views/Foot';
import { Help } from './views/Help';
import { ListPane } from './views/ListPane';
import { Nav } from './views/Nav';
import { Reading } from './views/Reading';
import { Trends } from './views/Trends';

/** The library: where to go, what is there, and one paper to read. */
export function App() {
  const [hasHelp, setHelp] = useState(false);
  const [hasDrawer, setDrawer] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const { view, filters, paper } = address.value;

  useKeys((action, isTyping) => {
    if (action === 'search') search.current?.focus();
    else if (action === 'help') setHelp(true);
    else if (action === 'undo' && notice.value?.undo) notice.value.undo();
    else if (action === 'leave' && isTyping) leaveSearch();
    else return false;
    return true;
  });
  useFindInSearch(search);
  useEffect(() => {
    document.title = `${viewName(view)} · Titlelight`;
  }, [viewName(view)]);

  function searchFor(query: string): void {
    // The first letter is a step that back takes back; the others belong to it.
    const searched = view.kind === 'trends' ? addressOf({ kind: 'all' }) : address.value;
    go(
      { ...searched, filters: { ...filters, query } },
      { replace: filters.query !== '' && query !== '' && view.kind !== 'trends' },
    );
  }
  function leaveSearch(): void {
    if (filters.query !== '') searchFor('');
    else search.current?.blur();
  }

  const isTrends = view.kind === 'trends';
  const isCovered = panes.value === 1 && paper !== undefined && !isTrends;
  return (
    <div class="panes" data-panes={panes.value} data-trends={isTrends ? '' : undefined}>
      {panes.value === 3 && (
        <div class="side">
          <header class="brand">
            <img src="/icon.svg" alt="" width="20" height="20" />
            Titlelight
          </header>
          <Nav />
          <Foot onHelp={() => setHelp(true)} />
        </div>
      )}
      <main class="middle" inert={isCovered}>
        <div class="search-line">
          {panes.value < 3 && (
            <button
              type="button"
              class="button button-bare"
              aria-label={t('library.goTo')}
              title={t('library.goTo')}
              aria-haspopup="dialog"
              onClick={() => setDrawer(true)}
            >
              <Icon name="menu" />
            </button>
          )}
          <SearchField label={searchName(view)} value={filters.query} onInput={searchFor} inputRef={search} />
        </div>
        {isTrends ? <Trends /> : <ListPane />}
      </main>
      {!isTrends && <Reading />}
      <Notice />
      {hasDrawer && panes.value < 3 && (
        <Drawer onClose={() => setDrawer(false)}>
          <Nav />
          <Foot onHelp={() => setHelp(true)} />
        </Drawer>
      )}
      {hasHelp && <Help onClose={() => setHelp(false)} />}
    </div>
  );
}

/** The browser's own search sees the lines on view alone; ours sees all. Pressed once more, it is the browser's. */
function useFindInSearch(search: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isFind =
        event.key === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isFind || document.activeElement === search.current || document.querySelector('dialog[open]'))
        return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
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

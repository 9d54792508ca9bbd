import { useEffect, useRef, useState } from 'preact/hooks';
import { SearchField } from '@/components/controls/SearchField';
import { EmptyState } from '@/components/controls/states';
import { t } from '@/lib/i18n/text';
import { useSearch } from './search/use-search';
import { sections } from './sections';
import { useSectionInSight } from './use-section-in-sight';

/** The settings: all on one page, with a list of what there is and a search beside them. */
export function App() {
  const [query, setQuery] = useState('');
  const page = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const found = useSearch(page, query);
  const current = useSectionInSight(page);
  const isFound = (id: string) => found === undefined || found.has(id);

  useEffect(() => {
    // What the address names was not there yet when the browser looked for it.
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      search.current?.focus();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);

  return (
    <div class="options">
      <header class="options-head">
        <img src="/icon.svg" alt="" width="32" height="32" />
        <h1>{t('options.page')}</h1>
        <a href="/library.html">{t('options.library')}</a>
      </header>
      <div class="options-side">
        <SearchField label={t('options.search')} value={query} onInput={setQuery} inputRef={search} />
        <nav aria-label={t('options.sections')}>
          <ul>
            {sections.map(({ id, name }) => (
              <li key={id} hidden={!isFound(id)}>
                <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
                  {t(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <main ref={page} class="options-main">
        {sections.map(({ id, name, Content }) => (
          <section key={id} data-section={id} aria-labelledby={id} hidden={!isFound(id)}>
            <h2 id={id} tabIndex={-1}>
              {t(name)}
            </h2>
            <Content />
          </section>
        ))}
        <div role="status">
          {found?.size === 0 && <EmptyState title={t('options.noSetting', { query: query.trim() })} />}
        </div>
      </main>
    </div>
  );
}

function isTyping({ target }: Event): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

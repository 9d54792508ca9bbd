import { EmptyState } from '@/components/controls/states';
import { Rich } from '@/components/design/Rich';
import { SearchNotes } from '@/components/list/SearchNotes';
import { t } from '@/lib/i18n/text';
import { type Found, found, limit, runSearch } from '../state/search';
import { Loaded } from './Loaded';
import { Papers } from './Papers';

export function Results() {
  return (
    <Loaded from={{ current: found, reload: runSearch }}>
      {(results) => (
        <>
          <p class="list-note" role="status">
            {results.total > 0 && countOf(results)}
            <SearchNotes problems={results.problems} readAs={results.readAs} />
          </p>
          {results.total > 0 ? (
            <Papers papers={results.papers} list={results.query} highlighter={results.highlighter} />
          ) : (
            <EmptyState title={t('popup.nothingFound', { query: results.query.trim() })}>
              <p>
                <Rich of="popup.searchHelp" tags={{ code: (words) => <code>{words}</code> }} />
              </p>
            </EmptyState>
          )}
        </>
      )}
    </Loaded>
  );
}

function countOf({ total, complete }: Found): string {
  let papers = t('general.papers', { count: total });
  if (total > limit) papers = t('popup.firstOf', { limit, papers });
  if (!complete) papers = t('popup.soFar', { papers });
  return t('popup.found', { papers });
}

import { EmptyState } from '@/components/controls/states';
import { SearchNotes } from '@/components/list/SearchNotes';
import { counted } from '@/components/paper/format';
import { type Found, found, limit, runSearch } from '../state/search';
import { Loaded } from './Loaded';
import { Papers } from './Papers';

export function Results() {
  return (
    <Loaded from={{ current: found, reload: runSearch }}>
      {(results) => (
        <>
          <p class="list-note" role="status">
            {results.total > 0 && `${countOf(results)}.`}
            <SearchNotes problems={results.problems} readAs={results.readAs} />
          </p>
          {results.total > 0 ? (
            <Papers papers={results.papers} list={results.query} highlighter={results.highlighter} />
          ) : (
            <EmptyState title={`Nothing found for “${results.query.trim()}”.`}>
              <p>
                Search looks at titles, abstracts, authors, keywords and organisations, and at the tags and
                notes on your shelf. <code>author:</code>, <code>org:</code>, <code>has:code</code>,{' '}
                <code>is:saved</code>, <code>after:2025-06</code> and quotation marks narrow it down.
              </p>
            </EmptyState>
          )}
        </>
      )}
    </Loaded>
  );
}

const countOf = ({ total, complete }: Found) =>
  `${total > limit ? `First ${limit} of ` : ''}${counted(total, 'paper')}${complete ? '' : ' so far'}`;

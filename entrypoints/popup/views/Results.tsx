import { EmptyState } from '@/components/controls/states';
import { counted } from '@/components/paper/format';
import { limit, query, results } from '../state/search';
import { Loaded } from './Loaded';
import { Papers } from './Papers';

export function Results() {
  return (
    <Loaded from={results}>
      {(papers) => (
        <>
          <p class="list-note" role="status">
            {papers.length > 0 &&
              (papers.length < limit ? counted(papers.length, 'paper') : `First ${limit} papers`)}
          </p>
          {papers.length > 0 ? (
            <Papers papers={papers} list={query.value} />
          ) : (
            <EmptyState title={`Nothing found for “${query.value.trim()}”.`}>
              <p>Search looks at titles and arXiv ids.</p>
            </EmptyState>
          )}
        </>
      )}
    </Loaded>
  );
}

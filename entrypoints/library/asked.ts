import { plusDays } from '@/lib/digest/sync/calendar';
import { parseQuery } from '@/lib/search/query/parse';
import type { Clause, Condition, Query } from '@/lib/search/query/query';
import { type Address, isFiltered } from './address';
import { spanOf } from './calendar';

/**
 * The query that the search field's text and what narrows the view ask together, so that what is counted and what is cut
 * off is right. Organisation, tag and watch word, which are compared letter by letter, are no part of it.
 *
 * @returns a query without clauses where the text has none, whatever narrows the view
 */
export function queryOf({ view, filters }: Address): Query {
  const typed = parseQuery(filters.query);
  if (typed.clauses.length === 0) return typed;
  const status = view.kind === 'shelf' ? view.status : undefined;
  const span = spanOf(view);
  const conditions: (Condition | false | undefined)[] = [
    datesOf(span?.first, span?.last),
    datesOf(filters.from, filters.to),
    filters.code && { kind: 'has', what: 'code' },
    filters.unseen && { kind: 'is', state: 'unseen' },
    filters.watched && { kind: 'is', state: 'watched' },
    (filters.saved || isOfShelf({ view })) && { kind: 'is', state: status ?? 'saved' },
  ];
  const end = filters.query.length;
  const clauses = conditions.flatMap((condition): Clause[] =>
    condition ? [{ ...condition, start: end, end, excluded: false }] : [],
  );
  return { ...typed, clauses: [...typed.clauses, ...clauses] };
}

function datesOf(first: string | undefined, last: string | undefined): Condition | undefined {
  if (first === undefined && last === undefined) return undefined;
  return {
    kind: 'dates',
    ...(first !== undefined && { from: first }),
    ...(last !== undefined && { until: plusDays(last, 1) }),
  };
}

export const isOfShelf = ({ view }: Pick<Address, 'view'>) => view.kind === 'shelf' || view.kind === 'tag';

/** Whether papers are picked out by what the catalogue says: else days are enough, or the search is, and the list stands at once. */
export function needsFacts(address: Address): boolean {
  const { view, filters, sort } = address;
  if (isOfShelf(address) || view.kind === 'trends') return false;
  if (sort === 'upvotes' || view.kind === 'watch' || filters.organization !== undefined) return true;
  return isFiltered(filters) && queryOf(address).clauses.length === 0;
}

import type { Way } from '@/components/reading/ReadingPane';
import { type Address, addressOf, noFilters } from './address';
import { go, hrefOf } from './state/address';

/** A link to somewhere in the library. */
export function wayTo(to: Address): Way {
  return { href: hrefOf(to), onGo: () => go(to) };
}

/** A search over the whole archive. */
export function searchFor(query: string): Way {
  return wayTo({ ...addressOf({ kind: 'all' }), filters: { ...noFilters, query } });
}

/** A search for words of one field, as they stand there. */
export function searchForWords(field: 'author' | 'keyword', words: string): Way {
  return searchFor(`${field}:"${words.replace(/["“”„]/g, ' ')}"`);
}

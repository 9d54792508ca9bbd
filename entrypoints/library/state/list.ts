import { effect, untracked } from '@preact/signals';
import { loaded, resource } from '@/entrypoints/popup/state/resource';
import { shelf } from '@/entrypoints/popup/state/shelf';
import { matchesOf } from '@/entrypoints/popup/state/watch';
import { factsOf } from '@/lib/digest/catalogue/facts';
import { listDays } from '@/lib/digest/store';
import { simplify } from '@/lib/search/simplify';
import { seenPapers } from '@/lib/shelf/looks';
import { listShelf } from '@/lib/shelf/store';
import type { ShelfEntry } from '@/lib/shelf/types';
import { type Address, isFiltered } from '../address';
import { Listing, type Stretch } from '../listing';
import { byUpvotes, fits, isWithin, type Marks, narrow } from '../narrow';
import { address, listed } from './address';
import { catalogue, cataloguing } from './catalogue';
import { beginLooking } from './looks';
import { find } from './search';

/** What is listed, and for which address: while the next list is on its way the last one stays. */
export interface Listed {
  key: string;
  listing: Listing;
}

let search = new AbortController();

export const list = resource(async (): Promise<Listed> => {
  const key = listed.value;
  search.abort();
  search = new AbortController();
  const now = address.value;
  return { key, listing: new Listing(await stretchesOf(now, search.signal), now.view.kind === 'day') };
});

/** Whether papers are picked out by their facts: else days are enough, and the list stands at once. */
function needsFacts({ view, filters, sort }: Address): boolean {
  return (
    sort === 'upvotes' ||
    view.kind === 'watch' ||
    isFiltered(filters) ||
    (filters.query !== '' && hasSpan(view))
  );
}

const hasSpan = ({ kind }: Address['view']) => kind === 'day' || kind === 'week' || kind === 'month';

async function stretchesOf(address: Address, signal: AbortSignal): Promise<Stretch[]> {
  const { view, filters, sort } = address;
  if (view.kind === 'trends') return [];
  if (view.kind === 'shelf' || view.kind === 'tag') return [await shelfStretch(address)];
  const query = filters.query.trim();
  const found = query === '' ? undefined : await find(query, signal);
  if (!needsFacts(address)) {
    if (found) return [{ count: found.length, ids: found }];
    const days = await listDays();
    return days
      .filter(({ day }) => isWithin(day, address))
      .map(({ day, papers }) => ({ day, count: papers }));
  }
  return narrow(catalogue.value, { view, filters, sort, found, marks: await readMarks(address) });
}

async function readMarks({ filters }: Address): Promise<Marks> {
  const entries = filters.saved ? (loaded(shelf) ?? (await listShelf())) : [];
  return {
    saved: new Set(entries.flatMap(({ id, otherIds = [] }) => [id, ...otherIds])),
    seen: filters.unseen ? await seenPapers() : new Set(),
  };
}

async function shelfStretch(address: Address): Promise<Stretch> {
  const { view, filters, sort } = address;
  const marks = await readMarks(address);
  const entries = (await listShelf()).filter((entry) => {
    if (view.kind === 'shelf' && view.status !== undefined && entry.status !== view.status) return false;
    if (view.kind === 'tag' && !entry.tags.includes(view.tag)) return false;
    const { paper } = entry;
    const isInTime = isWithin(paper.day ?? paper.publishedAt ?? '', address);
    if (filters.watched && matchesOf.value(paper).length === 0) return false;
    return isInTime && holds(entry, filters.query) && fits(factsOf(paper), filters, marks);
  });
  const facts = entries.map(({ paper }) => factsOf(paper));
  const ids = (sort === 'upvotes' ? byUpvotes(facts) : facts).map(({ id }) => id);
  return { count: ids.length, ids };
}

/** Every word of the query begins a word of the entry. */
function holds({ paper, note, tags }: ShelfEntry, query: string): boolean {
  const text = ` ${simplify([paper.title, ...paper.authors, note, ...tags].join(' '))}`;
  return simplify(query)
    .split(' ')
    .every((word) => text.includes(` ${word}`.trimEnd()));
}

/**
 * Lists what the address says, whenever it says something else, and again as the facts it needs come in.
 *
 * @returns a promise of the first list
 */
export async function keepListing(): Promise<void> {
  let reloading: Promise<void> | undefined;
  effect(() => {
    listed.value;
    untracked(() => {
      beginLooking();
      reloading = list.reload();
    });
  });
  await reloading;
  effect(() => {
    catalogue.value;
    cataloguing.value;
    untracked(() => {
      if (needsFacts(address.value)) list.reload();
    });
  });
}

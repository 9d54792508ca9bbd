import { computed, effect, signal, untracked } from '@preact/signals';
import { type Loadable, loaded } from '@/components/state/resource';
import { shelf } from '@/components/state/shelf';
import { matchesOf } from '@/components/state/watch';
import { factsOf } from '@/lib/digest/catalogue/facts';
import { listDays } from '@/lib/digest/read';
import type { PaperId } from '@/lib/paper/types';
import type { Results } from '@/lib/search/types';
import { readSeen } from '@/lib/shelf/looks';
import { sortShelf } from '@/lib/shelf/order';
import { listShelf } from '@/lib/shelf/store';
import type { ShelfEntry } from '@/lib/shelf/types';
import type { Address } from '../address';
import { isOfShelf, needsFacts, queryOf } from '../asked';
import { Listing, type Stretch } from '../listing';
import { fits, isWithin, type Marks, narrow } from '../narrow';
import { address, listed } from './address';
import { catalogue, cataloguing } from './catalogue';
import { beginLooking } from './looks';
import { search } from './search';

/** More that a search found are not listed: another word is. */
const limit = 1_000;

/** What is listed, and for which address: while the next list is on its way the last one stays. */
export interface Listed extends Contents {
  key: string;
  listing: Listing;
}

interface Contents {
  /** What of the query was taken otherwise than it was typed. */
  notes: Notes;
  /** Where something is searched for. */
  found?: Found;
}

type Notes = Pick<Results, 'readAs' | 'problems'>;

interface Found extends Pick<Results, 'complete' | 'highlighter'> {
  /** Papers found, those that are not listed among them. */
  total: number;
}

export const list = signal<Loadable<Listed>>({ state: 'loading' });

/** What a search found stands out, in lines and in the paper that is open. */
export const highlighter = computed(() =>
  list.value.state === 'ready' ? list.value.value.found?.highlighter : undefined,
);

let current = new AbortController();

/** Lists what the address says. What is shown stays until there is something else to show. */
export async function reloadList(): Promise<void> {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  const key = listed.value;
  const now = address.value;
  try {
    for await (const { stretches, ...contents } of contentsOf(now, signal)) {
      if (signal.aborted) return;
      const listing = new Listing(stretches, now.view.kind === 'day');
      list.value = { state: 'ready', value: { key, listing, ...contents } };
    }
  } catch (error) {
    if (signal.aborted) return;
    list.value = { state: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/** What stands in the list: of a search what it found so far, and then all. */
async function* contentsOf(
  address: Address,
  signal: AbortSignal,
): AsyncGenerator<Contents & { stretches: Stretch[] }, void, undefined> {
  const query = queryOf(address);
  if (query.clauses.length === 0) {
    yield { stretches: await stretchesOf(address), notes: { readAs: new Map(), problems: query.problems } };
    return;
  }
  const isPicked = needsFacts(address) || isOfShelf(address);
  // What is picked from by something else than the search has to be whole.
  for await (const results of search.find(query, {
    limit: isPicked ? Number.POSITIVE_INFINITY : limit,
    order: address.sort === 'newest' ? 'newest' : 'best',
    signal,
  })) {
    const ids = results.hits.map(({ id }) => id);
    const stretches = isPicked ? await stretchesOf(address, ids) : [{ count: ids.length, ids }];
    const picked = stretches.reduce((sum, { count }) => sum + count, 0);
    const { complete, highlighter } = results;
    yield {
      stretches,
      notes: results,
      found: { total: isPicked ? picked : results.total, complete, highlighter },
    };
  }
}

/** @param found papers that a search found, best first */
async function stretchesOf(address: Address, found?: readonly PaperId[]): Promise<Stretch[]> {
  const { view, filters, sort } = address;
  if (view.kind === 'trends') return [];
  if (isOfShelf(address)) return [await shelfStretch(address, found)];
  if (needsFacts(address))
    return narrow(catalogue.value, { view, filters, sort, found, marks: await readMarks(address) });
  const days = await listDays();
  return days.filter(({ day }) => isWithin(day, address)).map(({ day, papers }) => ({ day, count: papers }));
}

async function readMarks({ filters }: Address): Promise<Marks> {
  const entries = filters.saved ? (loaded(shelf) ?? (await listShelf())) : [];
  return {
    saved: new Set(entries.flatMap(({ id, otherIds = [] }) => [id, ...otherIds])),
    seen: filters.unseen ? await readSeen() : new Set(),
  };
}

/** @param found papers that a search found, best first */
async function shelfStretch(address: Address, found?: readonly PaperId[]): Promise<Stretch> {
  const { view, filters, sort } = address;
  const marks = await readMarks(address);
  const ranks = found && new Map(found.map((id, rank) => [id, rank]));
  const rankOf = ({ id, paper }: ShelfEntry) => ranks?.get(paper.id) ?? ranks?.get(id) ?? -1;
  const entries = (await listShelf()).filter((entry) => {
    const { status, tags, paper } = entry;
    if (ranks && rankOf(entry) < 0) return false;
    if (view.kind === 'shelf' && view.status !== undefined && status !== view.status) return false;
    if (view.kind === 'tag' && !tags.includes(view.tag)) return false;
    if (filters.watched && matchesOf.value(paper).length === 0) return false;
    const isInTime = isWithin(paper.day ?? paper.publishedAt ?? '', address);
    return isInTime && fits(factsOf(paper), filters, marks);
  });
  const sorted =
    ranks && sort === 'listed'
      ? entries.sort((a, b) => rankOf(a) - rankOf(b))
      : sortShelf(entries, sort === 'listed' || sort === 'newest' ? 'added' : sort);
  return { count: sorted.length, ids: sorted.map(({ id }) => id) };
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
      reloading = reloadList();
    });
  });
  await reloading;
  effect(() => {
    catalogue.value;
    cataloguing.value;
    untracked(() => {
      if (needsFacts(address.value)) reloadList();
    });
  });
}

import { computed, signal } from '@preact/signals';
import type { Loadable } from '@/components/state/resource';
import { entries } from '@/components/state/shelf';
import { getPapers } from '@/lib/digest/read';
import type { Paper, PaperId } from '@/lib/paper/types';
import type { ArchiveSearch } from '@/lib/search/archive-search';
import type { Results } from '@/lib/search/types';

/** More are not shown: another word is. */
export const limit = 200;
/** Papers read before anything is shown: as many as the popup has room for. */
const firstPapers = 8;
/** Milliseconds without another letter after which the others are read. */
const rest = 250;

/** What was found for a query. */
export interface Found extends Results {
  query: string;
  /** The papers of the hits, in their order, as far as they have been read. */
  papers: readonly Paper[];
}

export const query = signal('');
export const found = signal<Loadable<Found>>({ state: 'loading' });

/** Whether what is shown was found for what stood in the field before. */
export const isSearching = computed(() => {
  const { value } = found;
  return value.state === 'loading' || (value.state === 'ready' && value.value.query !== query.value);
});

let opening: Promise<ArchiveSearch> | undefined;
/** Its code is loaded when it is first wanted: the popup opens without. */
function opened(): Promise<ArchiveSearch> {
  opening ??= import('@/lib/open-search').then(({ openSearch }) => openSearch());
  return opening;
}

/** Papers as they were last read: from one letter to the next many stay. */
const known = new Map<PaperId, Paper>();
let current = new AbortController();

/** Reads the index while nobody has typed yet. */
export function prepareSearch(): void {
  // What is wrong is said where someone searches.
  opened()
    .then((search) => search.warmUp())
    .catch(() => {});
}

/** Searches anew; a search that is still under way ends. */
export function searchFor(text: string): void {
  query.value = text;
  runSearch();
}

export function reloadSearch(changed: 'digest' | 'shelf'): void {
  opening?.then((search) => search.reload(changed));
  known.clear();
  if (query.value.trim() !== '') runSearch();
}

export async function runSearch(): Promise<void> {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  try {
    await showResults(query.value, signal);
  } catch (error) {
    if (signal.aborted) return;
    found.value = { state: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/** What is shown stays until there is something else to show. */
async function showResults(text: string, signal: AbortSignal): Promise<void> {
  const show = async (results: Results, count: number) => {
    const papers = await papersOf(results.hits.slice(0, count).map(({ id }) => id));
    if (!signal.aborted) found.value = { state: 'ready', value: { ...results, query: text, papers } };
  };
  let last: Results | undefined;
  const search = await opened();
  for await (const results of search.find(text, { limit, signal })) {
    last = results;
    await show(results, firstPapers);
  }
  // Of a query that sets no condition, such as one that was not understood, nothing is found.
  if (!last && !signal.aborted) await show(await nothingFor(text), 0);
  if (!last || last.hits.length <= firstPapers) return;
  await pause(rest);
  if (!signal.aborted) await show(last, limit);
}

async function nothingFor(text: string): Promise<Results> {
  const { parseQuery } = await import('@/lib/search/query/parse');
  const { problems } = parseQuery(text);
  const highlighter = { stretchesIn: () => [], beyond: () => undefined };
  return { hits: [], total: 0, complete: true, readAs: new Map(), problems, highlighter };
}

/** The digest is the fresher copy; the shelf has what the digest has let go. */
async function papersOf(ids: readonly PaperId[]): Promise<Paper[]> {
  const missing = ids.filter((id) => !known.has(id));
  const read = missing.length > 0 ? await getPapers(missing) : [];
  for (const [i, id] of missing.entries()) {
    const paper = read[i] ?? entries.value.get(id)?.paper;
    if (paper) known.set(id, paper);
  }
  return ids.flatMap((id) => known.get(id) ?? []);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

import { titleKeysOf } from '@/lib/match/title-id';
import type { PaperId } from '@/lib/paper/types';
import type { EntryChange } from './change';
import { mergeEntries } from './entry';
import { groupByPaper, type Named } from './groups';
import { isSame } from './same';
import type { ShelfEntry } from './types';

/** A paper of a shelf when something comes to it. */
export interface Merged {
  /** What the shelf had of it: nothing, an entry, or several that turn out to be of one paper. */
  known: ShelfEntry[];
  /** What it is now; the very entry of `known` where nothing but the order of its lists would change. */
  entry: ShelfEntry;
}

/**
 * What becomes of a shelf when others come to it; papers that are not listed stay as they are.
 *
 * Of entries, merged by `mergeAll`: whatever the order and grouping in which shelves meet, and however often, they come
 * to the same. Only papers that share a title with others may stay two entries longer in one order than in another.
 *
 * @param merge one entry of what the shelf has of a paper, if anything, and of all that comes of it
 */
export function planMerge<Incoming extends Named>(
  shelf: readonly ShelfEntry[],
  incoming: readonly Incoming[],
  merge: (known: ShelfEntry | undefined, incoming: Incoming[]) => ShelfEntry,
): Merged[] {
  const all: Item<Incoming>[] = [
    ...shelf.map((known) => itemOf<Incoming>(known, { known })),
    ...incoming.map((one) => itemOf<Incoming>(one, { incoming: one })),
  ];
  return groupByPaper(all.sort(byId)).flatMap((group) => {
    const coming = group.flatMap((item) => item.incoming ?? []);
    if (coming.length === 0) return [];
    const known = group.flatMap((item) => item.known ?? []);
    const merged = merge(known.length > 0 ? known.reduce(mergeEntries) : undefined, coming);
    const [only, other] = known;
    return [{ known, entry: only && !other && isAlike(only, merged) ? only : merged }];
  });
}

/** What has to be written. */
export function changesOf(merged: readonly Merged[]): EntryChange[] {
  return merged.flatMap(({ known, entry }) => [
    { id: entry.id, before: known.find(({ id }) => id === entry.id), after: entry },
    ...known
      .filter(({ id }) => id !== entry.id)
      .map((before) => ({ id: before.id, before, after: undefined })),
  ]);
}

/** Entries of another shelf, into what is known of their paper. */
export function mergeAll(known: ShelfEntry | undefined, incoming: ShelfEntry[]): ShelfEntry {
  return [...(known ? [known] : []), ...incoming].reduce(mergeEntries);
}

type Item<Incoming> = Named & { known?: ShelfEntry; incoming?: Incoming };

function itemOf<Incoming>(
  { id, otherIds, paper }: Named,
  of: Pick<Item<Incoming>, 'known' | 'incoming'>,
): Item<Incoming> {
  return { id, paper, ...(otherIds && { otherIds }), ...of };
}

const byId = (a: Named, b: Named) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const lists = ['aliases', 'links', 'keywords', 'media'] as const;

/** The same but for the order of what has none. */
function isAlike(one: ShelfEntry, other: ShelfEntry): boolean {
  return isSame(inOrder(one), inOrder(other));
}

function inOrder(entry: ShelfEntry): unknown {
  const sorted = lists.map((list) => [list, entry.paper[list]?.map((item) => JSON.stringify(item)).sort()]);
  return { ...entry, paper: { ...entry.paper, ...Object.fromEntries(sorted) } };
}

/**
 * Entries that may be of one paper, for a person to decide: they share a title, as it is now or was once. The first of each
 * is the one that was added first.
 */
export function findDuplicates(entries: readonly ShelfEntry[]): PaperId[][] {
  const byTitle = new Map<number, ShelfEntry[]>();
  for (const entry of entries) {
    for (const key of titleKeysOf(entry.paper)) {
      const alike = byTitle.get(key);
      if (alike) alike.push(entry);
      else byTitle.set(key, [entry]);
    }
  }
  const found = [...byTitle.values()]
    .filter((alike) => alike.length > 1)
    .map((alike) => alike.toSorted((a, b) => a.addedAt - b.addedAt).map(({ id }) => id));
  return [...new Map(found.map((ids) => [ids.toSorted().join(' '), ids])).values()];
}

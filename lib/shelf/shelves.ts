import { titleKeysOf } from '@/lib/match/title-id';
import type { PaperId } from '@/lib/paper/types';
import type { EntryChange } from './change';
import { mergeEntries } from './entry';
import { groupByPaper, type Named } from './groups';
import { isSame } from './same';
import type { ShelfEntry } from './types';

/**
 * What becomes of a shelf when others come to it. Entries that are not listed stay as they are, and so do those of which
 * nothing but the order of their lists would change.
 *
 * Of entries, merged by `mergeEntries`: whatever the order and grouping in which shelves meet, and however often, they come
 * to the same. Only papers that share a title with others may stay two entries longer in one order than in another.
 *
 * @param merge one entry of what the shelf has of a paper, if anything, and of all that comes of it
 */
export function planMerge<Incoming extends Named>(
  shelf: readonly ShelfEntry[],
  incoming: readonly Incoming[],
  merge: (known: ShelfEntry | undefined, incoming: Incoming[]) => ShelfEntry,
): EntryChange[] {
  const all: Item<Incoming>[] = [
    ...shelf.map((known) => itemOf<Incoming>(known, { known })),
    ...incoming.map((one) => itemOf<Incoming>(one, { incoming: one })),
  ];
  return groupByPaper(all.sort(byId)).flatMap((group) => {
    const coming = group.flatMap((item) => item.incoming ?? []);
    if (coming.length === 0) return [];
    const known = group.flatMap((item) => item.known ?? []);
    const base = known.length > 0 ? known.reduce(mergeEntries) : undefined;
    const merged = merge(base, coming);
    const before = known.find(({ id }) => id === merged.id);
    const after = before && isAlike(before, merged) ? before : merged;
    const absorbed = known.filter(({ id }) => id !== merged.id);
    return [
      { id: merged.id, before, after },
      ...absorbed.map((entry) => ({ id: entry.id, before: entry, after: undefined })),
    ];
  });
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

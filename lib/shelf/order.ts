import { progressOf } from './entry';
import type { ShelfEntry } from './types';

/** What the shelf is sorted by, each with the way a person wants it first. */
export const shelfOrders = ['added', 'changed', 'published', 'title', 'status', 'upvotes'] as const;
export type ShelfOrder = (typeof shelfOrders)[number];

/** Newest or most first; titles from A; what is being read before what is to be read, what is read last. */
const compare: Record<ShelfOrder, (a: ShelfEntry, b: ShelfEntry) => number> = {
  added: (a, b) => b.addedAt - a.addedAt,
  changed: (a, b) => b.updatedAt - a.updatedAt,
  published: (a, b) => compareText(b.paper.publishedAt ?? '', a.paper.publishedAt ?? ''),
  title: (a, b) => titles.compare(a.paper.title, b.paper.title),
  status: (a, b) => turnOf(a) - turnOf(b),
  upvotes: (a, b) => (b.paper.upvotes ?? 0) - (a.paper.upvotes ?? 0),
};

const titles = new Intl.Collator('en', { numeric: true, ignorePunctuation: true, sensitivity: 'base' });
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
/** 'reading', 'to-read', 'read'. */
const turnOf = ({ status }: ShelfEntry) => (status === 'reading' ? -1 : progressOf(status));

/** A new list in that order; what is alike in it stands as it was last added. */
export function sortShelf(entries: readonly ShelfEntry[], order: ShelfOrder): ShelfEntry[] {
  return entries.toSorted((a, b) => compare[order](a, b) || compare.added(a, b) || compareText(a.id, b.id));
}

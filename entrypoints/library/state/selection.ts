import { computed, effect, signal, untracked } from '@preact/signals';
import type { PaperId } from '@/lib/paper/types';
import type { ShelfEntry } from '@/lib/shelf/types';
import { isOfShelf } from '../asked';
import { address, listed } from './address';
import { list } from './list';
import { entryOf } from './shelf-actions';

const picked = signal<ReadonlySet<PaperId>>(new Set());

/** The paper from which Shift selects. */
let anchor: PaperId | undefined;

/** Papers of the list that can be selected, in its order: what is listed is whole only on the shelf. */
const selectable = computed((): readonly PaperId[] => {
  const { value } = list;
  if (value.state !== 'ready' || !isOfShelf(address.value)) return [];
  return value.value.listing.stretches.flatMap(({ ids = [] }) => ids);
});

export const canSelect = computed(() => selectable.value.length > 0);

/** What is selected, in the order of the list. What has left the list is not, until it comes back. */
export const selected = computed((): ShelfEntry[] =>
  selectable.value.filter((id) => picked.value.has(id)).flatMap((id) => entryOf.value(id) ?? []),
);

export const isSelected = (id: PaperId) => picked.value.has(id);

export function toggleSelected(id: PaperId): void {
  const next = new Set(picked.value);
  if (!next.delete(id)) next.add(id);
  picked.value = next;
  anchor = id;
}

/** Selects everything between the paper that was selected last and this one, both included. */
export function selectTo(id: PaperId): void {
  const ids = selectable.value;
  const from = ids.indexOf(anchor ?? id);
  const to = ids.indexOf(id);
  if (to < 0) return;
  if (from < 0) anchor = id;
  const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  picked.value = new Set([...picked.value, ...ids.slice(first, last + 1)]);
}

export function selectAll(): void {
  picked.value = new Set(selectable.value);
}

export function clearSelection(): void {
  picked.value = new Set();
  anchor = undefined;
}

/** In another list nothing is selected. */
export function keepSelection(): void {
  effect(() => {
    listed.value;
    untracked(clearSelection);
  });
}

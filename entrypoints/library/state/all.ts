import { effect, untracked } from '@preact/signals';
import { shelf } from '@/components/state/shelf';
import { sync } from '@/components/state/sync';
import { watchWords } from '@/components/state/watch';
import type { Change } from '@/lib/messages';
import { address } from './address';
import { reloadCatalogue } from './catalogue';
import { days } from './digest';
import { keepListing, reloadList } from './list';
import { open } from './open';
import { outdatePapers } from './papers';
import { search } from './search';

/** Milliseconds between two readings of the catalogue while the digest goes on changing, as it does in a backfill. */
const settle = 2_000;

let isSettling = false;

/** Reads again what a change elsewhere has made old. */
export function reload(change: Change): void {
  if (change === 'sync') sync.reload();
  else if (change === 'shelf') reloadShelf();
  else {
    outdatePapers();
    search.reload('digest');
    days.reload();
    reloadList();
    open.reload();
    if (isSettling) return;
    isSettling = true;
    setTimeout(() => {
      isSettling = false;
      reloadCatalogue();
    }, settle);
  }
}

/** What is saved decides what is listed only in views of the shelf. */
export async function reloadShelf(): Promise<void> {
  search.reload('shelf');
  await shelf.reload();
  const { view, filters } = address.value;
  if (view.kind === 'shelf' || view.kind === 'tag' || filters.saved) await reloadList();
}

/**
 * Begins: the list first, and what takes longer once it stands.
 *
 * @param words resolves once the watch words are known
 */
export async function begin(words: Promise<void>): Promise<void> {
  days.reload();
  shelf.reload();
  sync.reload();
  await Promise.all([keepListing(), words]);
  effect(() => {
    watchWords.value;
    untracked(() => reloadCatalogue());
  });
}

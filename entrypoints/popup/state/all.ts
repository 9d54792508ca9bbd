import { shelf } from '@/components/state/shelf';
import { sync } from '@/components/state/sync';
import type { Change } from '@/lib/messages';
import { days, listed, reloadDigest } from './days';
import { prepareSearch, reloadSearch } from './search';
import { tabPapers } from './tab';
import { chooseView } from './view';

/** Reads what the first view shows. Resolves when it is there. */
export async function readFirst(): Promise<void> {
  await Promise.all([listed.reload(), chooseView(tabPapers.reload())]);
}

/** Reads what can wait until the first view is painted. */
export function readRest(): void {
  shelf.reload();
  sync.reload();
  days.reload();
  requestIdleCallback(prepareSearch);
}

/** Reads again what a change elsewhere has made old. */
export function reload(change: Change): void {
  if (change === 'shelf') {
    shelf.reload();
    reloadSearch('shelf');
  } else if (change === 'sync') sync.reload();
  else if (change === 'sites') tabPapers.reload();
  else {
    tabPapers.reload();
    reloadDigest();
    reloadSearch('digest');
  }
}

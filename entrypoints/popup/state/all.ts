import type { Change } from '@/lib/messages';
import { reloadDigest } from './days';
import { reloadSearch } from './search';
import { shelf } from './shelf';
import { sync } from './sync';
import { tabPapers } from './tab';

/** Reads again what a change elsewhere has made old. */
export function reload(change: Change): void {
  if (change === 'shelf') shelf.reload();
  else if (change === 'sync') sync.reload();
  else if (change === 'sites') tabPapers.reload();
  else {
    tabPapers.reload();
    reloadDigest();
    reloadSearch();
  }
}

export function reloadAll(): void {
  tabPapers.reload();
  reloadDigest();
  shelf.reload();
  sync.reload();
}

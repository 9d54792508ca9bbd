import { browser } from 'wxt/browser';
import { keepDays } from '@/lib/digest/catalogue/store';
import { eraseDigest } from '@/lib/digest/erase';
import { announce } from '@/lib/messages';
import { eraseBackups } from '@/lib/shelf/backups';
import { eraseShelf } from '@/lib/shelf/erase';
import { followRenames, installStarter } from './digest';
import { apartFromIndex, updateIndex } from './reindex';

/** Begins the digest anew, as on the first day: the starter digest, and nothing known of syncing. */
export async function beginDigestAnew(): Promise<void> {
  // What it knows of them nobody else does.
  await followRenames();
  // An update of the index would go on with what it read before, and write it over what comes now.
  await apartFromIndex(async () => {
    await eraseDigest();
    await keepDays(new Set());
    await installStarter();
  });
  await updateIndex();
  announce('sync');
}

/**
 * Erases everything that Titlelight keeps: shelf and its backups, settings, digest. What the browser keeps, such as the sites it lets
 * Titlelight read, stays. A step that fails leaves those behind it undone, and all of it can be asked for again.
 */
export async function eraseEverything(): Promise<void> {
  await eraseShelf();
  await eraseBackups();
  announce('shelf');
  await browser.storage.local.clear();
  await beginDigestAnew();
}

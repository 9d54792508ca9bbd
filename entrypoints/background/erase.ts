import { browser } from 'wxt/browser';
import { eraseDigest } from '@/lib/digest/erase';
import { announce } from '@/lib/messages';
import { eraseBackups } from '@/lib/shelf/backups';
import { eraseShelf } from '@/lib/shelf/erase';
import { installStarter } from './digest';
import { updateIndex } from './reindex';

/** Begins the digest anew, as on the first day: the starter digest, and nothing known of syncing. */
export async function beginDigestAnew(): Promise<void> {
  await eraseDigest();
  await installStarter();
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

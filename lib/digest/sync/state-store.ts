import { noteUnlessErased } from '@/lib/digest/erase';
import { readMeta } from '@/lib/digest/read';
import { announce } from '@/lib/messages';
import type { SyncState } from './state';

/** How syncing stands; that of a digest that was never synced where nothing was written yet. */
export async function readSyncState(): Promise<SyncState> {
  return { failures: 0, skipped: [], sources: {}, ...((await readMeta('sync')) as SyncState | undefined) };
}

/**
 * Writes how syncing stands and tells every page. Only the worker does.
 *
 * @param erasures of the digest that it speaks of
 * @throws DigestErased
 */
export async function writeSyncState(state: SyncState, erasures: number): Promise<void> {
  await noteUnlessErased(erasures, 'sync', state);
  announce('sync');
}

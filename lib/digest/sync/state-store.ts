import { readMeta, writeMeta } from '@/lib/digest/read';
import { announce } from '@/lib/messages';
import type { SyncState } from './state';

/** How syncing stands; that of a digest that was never synced where nothing was written yet. */
export async function readSyncState(): Promise<SyncState> {
  return { failures: 0, skipped: [], sources: {}, ...((await readMeta('sync')) as SyncState | undefined) };
}

/** Writes how syncing stands and tells every page. Only the worker does. */
export async function writeSyncState(state: SyncState): Promise<void> {
  await writeMeta('sync', state);
  announce('sync');
}

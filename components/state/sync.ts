import { readSyncState } from '@/lib/digest/sync/state-store';
import { ask } from '@/lib/messages';
import { askForHost } from '@/lib/settings/source-access';
import { resource } from './resource';
import { say } from './toast';

export const sync = resource(readSyncState);

/** Asks the worker for a sync; how it goes is told by its state. */
export async function syncNow(): Promise<void> {
  try {
    await ask({ type: 'sync/now' });
  } catch (error) {
    say({ message: error instanceof Error ? error.message : String(error) });
  }
}

export async function allowHost(host: string): Promise<void> {
  if (await askForHost(host)) await syncNow();
}

import { useEffect, useState } from 'preact/hooks';
import { type SourceDay, sourceDays } from '@/lib/digest/read';
import { sourceIds } from '@/lib/digest/sources/registry';
import type { SyncState } from '@/lib/digest/sync/state';
import { readSyncState } from '@/lib/digest/sync/state-store';
import { onChange } from '@/lib/messages';
import { calmly } from '../calmly';
import { sentence } from '../sentence';

/** Milliseconds from one look at it to the next. */
const rest = 250;

/** How syncing stands, and what the copy holds. */
export interface SyncView {
  state: SyncState;
  /** Of every source, each newest first. */
  days: SourceDay[];
}

/** The same, kept up to date; undefined while it is not known, a sentence where it cannot be read. */
export function useSync(): SyncView | string | undefined {
  const [view, setView] = useState<SyncView | string>();
  useEffect(() => {
    const closed = new AbortController();
    const load = async () => {
      const [state, ...days] = await Promise.all([readSyncState(), ...sourceIds.map(sourceDays)]);
      setView({ state, days: days.flat() });
    };
    const loadOrSay = () => load().catch((error: unknown) => setView(sentence(error)));
    const look = calmly(loadOrSay, rest, closed.signal);
    look();
    onChange((change) => change !== 'shelf' && look(), closed.signal);
    return () => closed.abort();
  }, []);
  return view;
}

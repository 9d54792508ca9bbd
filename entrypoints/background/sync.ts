import { browser } from 'wxt/browser';
import { createAsk } from '@/lib/digest/net/ask';
import { type SourceId, sourcesFor } from '@/lib/digest/sources/registry';
import type { Ask, Source } from '@/lib/digest/sources/source';
import { runSync } from '@/lib/digest/sync/run';
import { readSyncState } from '@/lib/digest/sync/state-store';
import type { Tools } from '@/lib/digest/sync/tools';
import { areNewChoices, askForSync, pauseBackfill } from '@/lib/digest/sync/wishes';
import { changeDigestSettings, type DigestSettings, readDigestSettings } from '@/lib/settings/digest';
import { mayReach } from '@/lib/settings/source-access';
import { scheduleSync, watchOverSync } from './alarms';
import { followRenames } from './digest';
import { coalesced } from './in-turn';
import { tellOfNewDay } from './notify';
import { updateIfChanged } from './reindex';

/** Between two calls that show the browser that the worker is busy: it stops one that is idle for 30 seconds. */
const heartbeat = 20_000;
/** From a run that broke to the next, in milliseconds. */
const retry = 60 * 60 * 1000;

/** Syncs what is due. Calls during a sync share one that follows it. */
export const sync: () => Promise<void> = coalesced(async () => {
  await watchOverSync();
  // Should even the store be out of order.
  let next: number | undefined = Date.now() + retry;
  const beat = setInterval(() => void browser.runtime.getPlatformInfo(), heartbeat);
  try {
    next = await runSync(tools);
  } finally {
    clearInterval(beat);
    await scheduleSync(next);
  }
});

/** Tells of new days, never twice at once. */
export const tellNews: () => Promise<void> = coalesced(tellOfNewDay);

/** Syncs where the settings now ask for another copy. */
export async function syncIfChosen(settings: DigestSettings): Promise<void> {
  if (await areNewChoices(settings)) await sync();
}

/** Notes that a person wants the copy to be brought up to date. */
export async function wishForSync(): Promise<void> {
  await askForSync(Date.now());
}

/** Lets the backfill go on. */
export async function resumeBackfill(): Promise<void> {
  await pauseBackfill(false);
  await wishForSync();
}

/** Gives the backfill up: the digest keeps the range it had before. Where there was none the backfill only stops. */
export async function cancelBackfill(): Promise<void> {
  let hadRange = false;
  await changeDigestSettings(({ keepBefore }) => {
    hadRange = keepBefore !== undefined;
    return keepBefore ? { keep: keepBefore, keepBefore: undefined } : {};
  });
  await pauseBackfill(!hadRange);
}

/** Takes up a sync that failed for want of access, now that some was granted. */
export async function syncIfAllowedNow(): Promise<void> {
  const { sources } = await readSyncState();
  const isBarred = Object.values(sources).some(
    ({ lastFailure }) => lastFailure?.failure.kind === 'not-allowed' && !lastFailure.isOver,
  );
  if (!isBarred) return;
  await wishForSync();
  await sync();
}

/** One for each source, so that its pace is kept from one sync to the next. */
const asks = new Map<SourceId, Ask>();

const isAllowed = ({ host }: Source) => mayReach(host);

function askOf(source: Source): Ask {
  const ask = asks.get(source.id) ?? createAsk({ gap: source.gap, mayReach: () => isAllowed(source) });
  asks.set(source.id, ask);
  return ask;
}

const tools: Tools = {
  settings: readDigestSettings,
  sources: sourcesFor,
  ask: askOf,
  isAllowed,
  async publish() {
    await followRenames();
    await updateIfChanged();
  },
  // The copy is in order, whatever becomes of badge and notification; the next look tells what is still to be told.
  tellNews: () => tellNews().catch((error: unknown) => console.warn('Titlelight:', error)),
  async forgetRangeBefore(filled) {
    await changeDigestSettings(({ keep }) => (keep === filled ? { keepBefore: undefined } : {}));
  },
  now: Date.now,
  random: Math.random,
};

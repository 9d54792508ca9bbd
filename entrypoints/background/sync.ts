import { browser } from 'wxt/browser';
import { createAsk } from '@/lib/digest/net/ask';
import { sourcesFor } from '@/lib/digest/sources/registry';
import type { Ask, Source, SourceId } from '@/lib/digest/sources/source';
import { runSync } from '@/lib/digest/sync/run';
import { readSyncState } from '@/lib/digest/sync/state-store';
import type { Tools } from '@/lib/digest/sync/tools';
import { areNewChoices, askForSync, pauseBackfill } from '@/lib/digest/sync/wishes';
import { changeDigestSettings, type DigestSettings, readDigestSettings } from '@/lib/settings/digest';
import { scheduleSync, watchOverSync } from './alarms';
import { followRenames } from './digest';
import { coalesced } from './in-turn';
import { tellOfNewDay } from './notify';
import { updateIfChanged } from './reindex';

/** Between two calls that show the browser that the worker is busy: it stops one that is idle for 30 seconds. */
const heartbeat = 20_000;

/** Syncs what is due. Calls during a sync share one that follows it. */
export const sync: () => Promise<void> = coalesced(async () => {
  await watchOverSync();
  const beat = setInterval(() => void browser.runtime.getPlatformInfo(), heartbeat);
  try {
    await scheduleSync(await runSync(tools));
    await tellOfNewDay();
  } finally {
    clearInterval(beat);
  }
});

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

/** Gives the backfill up: the digest keeps the range it had before. */
export async function cancelBackfill(): Promise<void> {
  await changeDigestSettings(({ keepBefore }) =>
    keepBefore ? { keep: keepBefore, keepBefore: undefined } : {},
  );
  await pauseBackfill(false);
}

/** Takes up a sync that failed for want of access, now that some was granted. */
export async function syncIfAllowedNow(): Promise<void> {
  const { lastFailure } = await readSyncState();
  if (lastFailure?.failure.kind !== 'not-allowed') return;
  await wishForSync();
  await sync();
}

/** One for each source, so that its pace is kept from one sync to the next. */
const asks = new Map<SourceId, Ask>();

const isAllowed = ({ origins }: Source) => browser.permissions.contains({ origins: [...origins] });

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
    await updateIfChanged(false);
  },
  async forgetRangeBefore(filled) {
    await changeDigestSettings(({ keep }) => (keep === filled ? { keepBefore: undefined } : {}));
  },
  now: Date.now,
  random: Math.random,
};

import { browser } from 'wxt/browser';
import { readWishes } from '@/lib/digest/sync/wishes';
import { readDigestSettings } from '@/lib/settings/digest';

/** How often the worker looks whether something was left undone, in minutes. */
const upkeepPeriod = 30;
/** How often it looks whether a sync is due, where nothing else is known, in minutes. */
const syncPeriod = 60;
/** Browsers allow no alarm sooner, in milliseconds. */
const soonest = 30_000;

/** Browsers may lose alarms, when they restart or restore a profile. That of a sync is missed only where one is wanted. */
export async function keepAlarms(): Promise<void> {
  await keepAlarm('upkeep', upkeepPeriod);
  const [{ automatic }, { askedAt }] = await Promise.all([readDigestSettings(), readWishes()]);
  if (automatic || askedAt !== undefined) await keepAlarm('sync', syncPeriod);
}

async function keepAlarm(name: string, periodInMinutes: number): Promise<void> {
  if (await browser.alarms.get(name)) return;
  await browser.alarms.create(name, { delayInMinutes: 1, periodInMinutes });
}

/** Calls for another sync soon, and again, should the worker be stopped in the middle of this one. */
export async function watchOverSync(): Promise<void> {
  await browser.alarms.create('sync', { delayInMinutes: 1, periodInMinutes: 1 });
}

/** @param next when to sync again, in milliseconds since 1970; without it nothing is done before something calls for it */
export async function scheduleSync(next: number | undefined): Promise<void> {
  if (next === undefined) await browser.alarms.clear('sync');
  else
    await browser.alarms.create('sync', {
      when: Math.max(next, Date.now() + soonest),
      periodInMinutes: syncPeriod,
    });
}

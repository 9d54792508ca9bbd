import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { markStrengths, markStyles, modifiers, type ReadingSettings, storageKey, usual } from './reading';

/** The longest that a pointer may be asked to rest, in milliseconds. */
export const longestDelay = 2_000;

/** Field by field: one broken value costs only itself. */
const stored: v.GenericSchema<unknown, ReadingSettings> = v.fallback(
  v.object({
    delay: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(longestDelay)), usual.delay),
    modifier: v.fallback(v.picklist(modifiers), usual.modifier),
    markStyle: v.fallback(v.picklist(markStyles), usual.markStyle),
    markStrength: v.fallback(v.picklist(markStrengths), usual.markStrength),
  }),
  usual,
);

/** What was chosen; the usual for whatever was never chosen or cannot be read. */
export async function readReadingSettings(): Promise<ReadingSettings> {
  return v.parse(stored, (await browser.storage.local.get(storageKey))[storageKey]);
}

/**
 * Writes some fields. Changes of several contexts wait for each other, so that none undoes another.
 *
 * @returns the settings as they are now
 */
export function changeReadingSettings(change: Partial<ReadingSettings>): Promise<ReadingSettings> {
  return navigator.locks.request(storageKey, async () => {
    const settings = v.parse(stored, { ...(await readReadingSettings()), ...change });
    await browser.storage.local.set({ [storageKey]: settings });
    return settings;
  });
}

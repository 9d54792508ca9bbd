import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** The longest that a pointer may be asked to rest, in milliseconds. */
export const longestDelay = 2_000;
export const modifiers = ['none', 'alt', 'ctrl', 'shift'] as const;
export const markStyles = ['underline', 'dotted', 'wash'] as const;
export const markStrengths = ['quiet', 'normal', 'strong'] as const;

const key = 'readingSettings';

/** Field by field: one broken value costs only itself. */
const stored = v.object({
  /** Milliseconds the pointer rests on a mark before the card opens. */
  delay: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(longestDelay)), 150),
  /** The key that has to be held for the card to open, then at once; `none`: the pointer alone is enough. */
  modifier: v.fallback(v.picklist(modifiers), 'none'),
  markStyle: v.fallback(v.picklist(markStyles), 'underline'),
  markStrength: v.fallback(v.picklist(markStrengths), 'normal'),
});

/** How marks look and when the card opens; kept in `storage.local`, where pages read it without waking the worker. */
export type ReadingSettings = v.InferOutput<typeof stored>;

/** What was chosen; the default for whatever was never chosen or cannot be read. */
export async function readReadingSettings(): Promise<ReadingSettings> {
  return parse((await browser.storage.local.get(key))[key]);
}

/**
 * Writes some fields. Changes of several contexts wait for each other, so that none undoes another.
 *
 * @returns the settings as they are now
 */
export function changeReadingSettings(change: Partial<ReadingSettings>): Promise<ReadingSettings> {
  return navigator.locks.request(key, async () => {
    const settings = parse({ ...(await readReadingSettings()), ...change });
    await browser.storage.local.set({ [key]: settings });
    return settings;
  });
}

/** Calls back with the settings as they are, then whenever they change, in whatever context, until `signal` aborts. */
export function followReadingSettings(
  callback: (settings: ReadingSettings) => void,
  signal: AbortSignal,
): Promise<void> {
  const { onChanged } = browser.storage.local;
  const listen = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[key]) callback(parse(changes[key].newValue));
  };
  onChanged.addListener(listen);
  signal.addEventListener('abort', () => {
    // An orphaned script has no API left to take its listener from.
    if (browser.runtime?.id) onChanged.removeListener(listen);
  });
  return readReadingSettings().then((settings) => {
    if (!signal.aborted) callback(settings);
  });
}

function parse(value: unknown): ReadingSettings {
  return v.parse(stored, typeof value === 'object' && value !== null ? value : {});
}

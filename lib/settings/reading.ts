import { browser } from 'wxt/browser';

export const modifiers = ['none', 'alt', 'ctrl', 'shift'] as const;
export const markStyles = ['underline', 'dotted', 'wash'] as const;
export const markStrengths = ['quiet', 'normal', 'strong'] as const;

/** How marks look and when the card opens; kept in `storage.local`, where pages read it without waking the worker. */
export interface ReadingSettings {
  /** Milliseconds the pointer rests on a mark before the card opens. */
  delay: number;
  /** The key that has to be held for the card to open, then at once; `none`: the pointer alone is enough. */
  modifier: (typeof modifiers)[number];
  markStyle: (typeof markStyles)[number];
  markStrength: (typeof markStrengths)[number];
}

export const usual: ReadingSettings = {
  delay: 150,
  modifier: 'none',
  markStyle: 'underline',
  markStrength: 'normal',
};

export const storageKey = 'readingSettings';

/**
 * Calls back with the settings as they are, then whenever they change, in whatever context, until `signal` aborts.
 *
 * For pages of the web, where a validator would weigh more than everything else here: it believes what is stored, which
 * `changeReadingSettings` alone writes, and only once it is validated.
 */
export async function followReadingSettings(
  callback: (settings: ReadingSettings) => void,
  signal: AbortSignal,
): Promise<void> {
  const { local } = browser.storage;
  const tell = (stored: unknown) =>
    callback({ ...usual, ...(stored as Partial<ReadingSettings> | undefined) });
  const listen = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[storageKey];
    if (change) tell(change.newValue);
  };
  local.onChanged.addListener(listen);
  signal.addEventListener('abort', () => {
    // An orphaned script has no API left to take its listener from.
    if (browser.runtime?.id) local.onChanged.removeListener(listen);
  });
  const stored = await local.get(storageKey);
  if (!signal.aborted) tell(stored[storageKey]);
}

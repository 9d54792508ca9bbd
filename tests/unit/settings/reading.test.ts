import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeReadingSettings, readReadingSettings } from '@/lib/settings/change-reading';
import { followReadingSettings, usual } from '@/lib/settings/reading';

type Listener = (changes: Record<string, { newValue?: unknown }>) => void;
const { stored, listeners } = vi.hoisted(() => ({
  stored: new Map<string, unknown>(),
  listeners: new Set<(changes: Record<string, { newValue?: unknown }>) => void>(),
}));

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { id: 'ours' },
    storage: {
      local: {
        get: async (key: string) => ({ [key]: stored.get(key) }),
        set: async (items: Record<string, unknown>) => {
          for (const [key, newValue] of Object.entries(items)) {
            stored.set(key, newValue);
            for (const listener of listeners) listener({ [key]: { newValue } });
          }
        },
        onChanged: {
          addListener: (listener: Listener) => listeners.add(listener),
          removeListener: (listener: Listener) => listeners.delete(listener),
        },
      },
    },
  },
}));

const key = 'readingSettings';

beforeEach(() => stored.clear());
afterEach(() => listeners.clear());

describe('the settings for reading', () => {
  it('are the usual ones until something is chosen', async () => {
    expect(await readReadingSettings()).toEqual(usual);
  });

  it('keep what was chosen beside what was not', async () => {
    await changeReadingSettings({ delay: 0 });
    await changeReadingSettings({ modifier: 'alt' });
    expect(await readReadingSettings()).toEqual({ ...usual, delay: 0, modifier: 'alt' });
  });

  it('lose none of two changes at once', async () => {
    await Promise.all([
      changeReadingSettings({ markStyle: 'wash' }),
      changeReadingSettings({ markStrength: 'quiet' }),
    ]);
    expect(await readReadingSettings()).toEqual({ ...usual, markStyle: 'wash', markStrength: 'quiet' });
  });

  it.each([
    [{ delay: -1 }, usual],
    [{ delay: 2_001 }, usual],
    [{ delay: 2_000 }, { ...usual, delay: 2_000 }],
    [
      { delay: '150', modifier: 'shift' },
      { ...usual, modifier: 'shift' },
    ],
    [
      { markStyle: 'blink', markStrength: 'strong' },
      { ...usual, markStrength: 'strong' },
    ],
    ['nonsense', usual],
    [null, usual],
  ])('of %j lose what is broken alone', async (value, expected) => {
    stored.set(key, value);
    expect(await readReadingSettings()).toEqual(expected);
  });

  it('are told at once and at every change, until no one wants to know', async () => {
    const heard: unknown[] = [];
    const over = new AbortController();
    await followReadingSettings(({ delay }) => heard.push(delay), over.signal);
    await changeReadingSettings({ delay: 700 });
    over.abort();
    await changeReadingSettings({ delay: 800 });
    expect(heard).toEqual([150, 700]);
  });
});

import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { Paper, PaperId } from '@/lib/paper/types';

/** The browser, as far as badge and notifications need one. */
export const browser = (() => {
  let stored: Record<string, unknown> = {};
  const clicks = new Set<(id: string) => void>();
  const listeners = new Set<(changes: Record<string, { newValue?: unknown }>) => void>();
  return {
    clicks,
    allowed: true,
    badge: '',
    created: [] as { id: string; title: string; message: string }[],
    /** Rejects the next notification, as a worker that dies there. */
    dies: false,
    reset() {
      stored = {};
      this.allowed = true;
      this.badge = '';
      this.created = [];
      this.dies = false;
    },
    storage: {
      local: {
        get: async (key: string) => structuredClone(key in stored ? { [key]: stored[key] } : {}),
        set: async (more: Record<string, unknown>) => {
          stored = { ...stored, ...structuredClone(more) };
          for (const [key, newValue] of Object.entries(more))
            for (const tell of listeners) tell({ [key]: { newValue } });
        },
        onChanged: {
          addListener: (listen: () => void) => listeners.add(listen),
          removeListener: (listen: () => void) => listeners.delete(listen),
        },
      },
    },
    action: {
      setBadgeText: async ({ text }: { text: string }) => {
        browser.badge = text;
      },
      setBadgeBackgroundColor: async () => {},
    },
    permissions: { contains: async () => browser.allowed },
    notifications: {
      create: async (id: string, { title, message }: { title: string; message: string }) => {
        if (browser.dies) throw new Error('The worker was stopped.');
        browser.created.push({ id, title, message });
      },
      clear: async (id: string) => {
        browser.created = browser.created.filter((one) => one.id !== id);
      },
      onClicked: { addListener: (listen: (id: string) => void) => clicks.add(listen) },
    },
    opened: [] as string[],
    tabs: { create: async ({ url }: { url: string }) => browser.opened.push(url) },
    runtime: { getURL: (path: string) => path },
  };
})();
vi.mock('wxt/browser', () => ({ browser }));

async function fresh() {
  vi.resetModules();
  const [store, notify, settings, news] = await Promise.all([
    import('@/lib/digest/store'),
    import('@/entrypoints/background/notify'),
    import('@/lib/settings/digest'),
    import('@/lib/settings/news'),
  ]);
  return { ...store, ...notify, ...settings, ...news };
}

/** The worker, its store and the settings; another one after `wake`. */
export let app: Awaited<ReturnType<typeof fresh>>;

/** As after a restart of the worker: nothing is left but what is stored. */
export async function wake(): Promise<void> {
  app = await fresh();
}

/** A browser that knows nothing yet. */
export async function begin(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  browser.reset();
  await wake();
}

export const paper = (day: string, at: number, more: Partial<Paper> = {}): Paper => ({
  id: `arxiv:${day.slice(2, 4)}${day.slice(5, 7)}.${day.slice(8)}${at}` as PaperId,
  title: `Paper ${at} of ${day}`,
  aliases: [],
  authors: [],
  links: [],
  keywords: [],
  ...more,
});
/** Has Hugging Face list so many papers on a day; `more` is of the first. */
export const bring = (day: string, count: number, more: Partial<Paper> = {}) =>
  app.replaceDay(
    'hugging-face',
    day,
    Array.from({ length: count }, (_, at) => paper(day, at, at === 0 ? more : {})),
    { syncedAt: 1, etags: [] },
  );
/** As the popup does, which is closed again at once. */
export async function openPopup(): Promise<void> {
  const closed = new AbortController();
  await app.keepTakingNotice(() => true, closed.signal);
  closed.abort();
}
/** Wants to be told, and of one author before all. */
export const watch = () =>
  app.changeDigestSettings({ notify: true, watchWords: [{ field: 'author', words: 'A. Author' }] });

import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Paper, PaperId } from '@/lib/paper/types';

const browser = vi.hoisted(() => {
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
});
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

let app: Awaited<ReturnType<typeof fresh>>;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  browser.reset();
  app = await fresh();
});

const paper = (day: string, at: number, more: Partial<Paper> = {}): Paper => ({
  id: `arxiv:${day.slice(2, 4)}${day.slice(5, 7)}.${day.slice(8)}${at}` as PaperId,
  title: `Paper ${at} of ${day}`,
  aliases: [],
  authors: [],
  links: [],
  keywords: [],
  ...more,
});
const bring = (day: string, count: number, more: Partial<Paper> = {}) =>
  app.replaceDay(
    'hugging-face',
    day,
    Array.from({ length: count }, (_, at) => paper(day, at, at === 0 ? more : {})),
    { syncedAt: 1, etags: [] },
  );
/** As the popup does, which is closed again at once. */
async function openPopup(): Promise<void> {
  const closed = new AbortController();
  await app.keepTakingNotice(() => true, closed.signal);
  closed.abort();
}
const watch = () =>
  app.changeDigestSettings({ notify: true, watchWords: [{ field: 'author', words: 'A. Author' }] });

it('says nothing of what was only imported', async () => {
  await app.addPapers([paper('2026-07-29', 1, { day: '2026-07-29' })]);
  await app.tellOfNewDay();
  expect([browser.badge, browser.created]).toEqual(['', []]);
});

it('counts the newest day only, the first time', async () => {
  await bring('2026-07-27', 5);
  await bring('2026-07-28', 3);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('3');
});

it('counts every day since the list was last looked at, as they grow', async () => {
  await bring('2026-07-27', 5);
  await app.tellOfNewDay();
  await openPopup();
  expect(browser.badge).toBe('');
  await app.tellOfNewDay();
  expect(browser.badge).toBe('');
  await bring('2026-07-28', 3);
  await app.tellOfNewDay();
  await bring('2026-07-29', 2);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('5');
  await bring('2026-07-29', 4);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('7');
  await openPopup();
  await bring('2026-07-26', 9);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('');
});

it('counts nothing while someone looks at the list', async () => {
  const closed = new AbortController();
  let looks = true;
  await app.keepTakingNotice(() => looks, closed.signal);
  await bring('2026-07-27', 5);
  await app.tellOfNewDay();
  await vi.waitFor(() => expect(browser.badge).toBe(''));
  looks = false;
  await bring('2026-07-28', 3);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('3');
  looks = true;
  closed.abort();
  await bring('2026-07-29', 2);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('5');
});

it('has room for three digits', async () => {
  await bring('2026-07-27', 1_000);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('999+');
});

it('notifies only who wants it, once a day', async () => {
  await bring('2026-07-27', 1);
  await app.tellOfNewDay();
  await app.changeDigestSettings({ notify: true });
  await app.tellOfNewDay();
  expect(browser.created).toEqual([]);
  await bring('2026-07-28', 2);
  await app.tellOfNewDay();
  await app.tellOfNewDay();
  expect(browser.created).toEqual([
    { id: 'day 2026-07-28', title: '2 new papers', message: 'Daily Papers of 28 July 2026' },
  ]);
});

it('names what matches watch words, over all days that are new', async () => {
  await watch();
  await bring('2026-07-27', 1);
  await app.tellOfNewDay();
  await bring('2026-07-28', 2, { authors: ['B. Other', 'A. Author'] });
  await bring('2026-07-29', 3);
  await app.tellOfNewDay();
  expect(browser.created.at(-1)).toEqual({
    id: 'day 2026-07-29',
    title: '5 new papers; 1 matches your watch words',
    message: 'A. Author: Paper 0 of 2026-07-28',
  });
});

it('puts a notification up again once there is twice as much to tell, and at least ten more', async () => {
  await app.changeDigestSettings({ notify: true });
  for (const count of [1, 10, 11, 11, 21, 22, 22]) {
    await bring('2026-07-28', count);
    await app.tellOfNewDay();
  }
  expect(browser.created.map(({ id, title }) => [id, title])).toEqual([
    ['day 2026-07-28', '1 new paper'],
    ['day 2026-07-28', '11 new papers'],
    ['day 2026-07-28', '22 new papers'],
  ]);
});

it('tells of every match that comes later, once, the new one first', async () => {
  await watch();
  const list = (papers: Paper[]) => app.replaceDay('arxiv', '2026-07-28', papers, { syncedAt: 1, etags: [] });
  await list([]);
  await bring('2026-07-28', 2, { authors: ['A. Author'] });
  await app.tellOfNewDay();
  const late = paper('2026-07-28', 7, { authors: ['A. Author'] });
  await list([late]);
  await app.tellOfNewDay();
  await list([late, paper('2026-07-28', 8)]);
  await app.tellOfNewDay();
  app = await fresh();
  await app.tellOfNewDay();
  expect(browser.created.slice(1)).toEqual([
    {
      id: 'day 2026-07-28',
      title: '3 new papers; 2 match your watch words',
      message: 'A. Author: Paper 7 of 2026-07-28\nA. Author: Paper 0 of 2026-07-28',
    },
  ]);
});

it('tells with a new day what came for the days before it, and no match twice', async () => {
  await watch();
  await bring('2026-07-27', 2, { authors: ['A. Author'] });
  await app.tellOfNewDay();
  await bring('2026-07-27', 5, { authors: ['A. Author'] });
  await app.tellOfNewDay();
  await bring('2026-07-28', 1);
  await app.tellOfNewDay();
  expect(browser.created.slice(1)).toEqual([
    { id: 'day 2026-07-28', title: '4 new papers', message: 'Daily Papers of 28 July 2026' },
  ]);
});

it('counts what a day got after the list was looked at', async () => {
  await bring('2026-07-28', 1);
  await app.tellOfNewDay();
  await openPopup();
  await bring('2026-07-28', 43);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('42');
  await openPopup();
  await app.tellOfNewDay();
  expect(browser.badge).toBe('');
});

it('asks nothing of a browser that does not allow it', async () => {
  await watch();
  browser.allowed = false;
  await bring('2026-07-28', 2);
  await app.tellOfNewDay();
  expect([browser.badge, browser.created]).toEqual(['2', []]);
});

it('tells again, under the same name, when it was cut off', async () => {
  await watch();
  await bring('2026-07-28', 2);
  browser.dies = true;
  await expect(app.tellOfNewDay()).rejects.toThrow();
  browser.dies = false;
  app = await fresh();
  await app.tellOfNewDay();
  await app.tellOfNewDay();
  expect(browser.created.map(({ id }) => id)).toEqual(['day 2026-07-28']);
  expect(browser.badge).toBe('2');
});

it('leads to the list of the day', async () => {
  await watch();
  await bring('2026-07-28', 2);
  app.answerNotifications();
  await app.tellOfNewDay();
  for (const click of browser.clicks) click('day 2026-07-28');
  expect(browser.opened).toEqual(['/popup.html#today']);
  expect(browser.created).toEqual([]);
});

describe('a source that is switched on later', () => {
  /** Papers of arXiv, all of which match the watch words. */
  const fill = (day: string, count: number) =>
    app.replaceDay(
      'arxiv',
      day,
      Array.from({ length: count }, (_, at) => paper(day, 100 + at, { authors: ['A. Author'] })),
      { syncedAt: 1, etags: [] },
    );

  beforeEach(async () => {
    await watch();
    await bring('2026-07-27', 5);
    await app.tellOfNewDay();
    await bring('2026-07-28', 2);
    await app.tellOfNewDay();
    await openPopup();
    browser.created = [];
  });

  it('is no news by what it fills in, however often it is cut off in between', async () => {
    for (const day of ['2026-07-28', '2026-07-27', '2026-07-26', '2026-07-20']) {
      await fill(day, 150);
      app = await fresh();
      await app.tellOfNewDay();
      expect([browser.badge, browser.created]).toEqual(['', []]);
    }
    // Nor is it told with what is.
    await bring('2026-07-28', 13);
    await app.tellOfNewDay();
    expect(browser.badge).toBe('11');
    expect(browser.created.map(({ title }) => title)).toEqual(['13 new papers']);
  });

  it('is news by what it brings from then on', async () => {
    await fill('2026-07-28', 150);
    await app.tellOfNewDay();
    await fill('2026-07-28', 151);
    await fill('2026-07-29', 3);
    await app.tellOfNewDay();
    expect(browser.badge).toBe('4');
    expect(browser.created.map(({ title }) => title)).toEqual(['4 new papers; 4 match your watch words']);
  });

  it('leaves what came before it to be counted', async () => {
    await bring('2026-07-28', 5);
    await fill('2026-07-28', 150);
    await app.tellOfNewDay();
    expect(browser.badge).toBe('3');
  });

  it('begins anew with other topics', async () => {
    await fill('2026-07-28', 150);
    await app.tellOfNewDay();
    await app.writeMeta('syncChoices', { topics: { arxiv: ['cs.CL', 'cs.LG'] } });
    await fill('2026-07-28', 400);
    await app.tellOfNewDay();
    await fill('2026-07-27', 400);
    await app.tellOfNewDay();
    expect([browser.badge, browser.created]).toEqual(['', []]);
  });
});

it('leaves no count behind where the list is opened while it is told of', async () => {
  await watch();
  await bring('2026-07-28', 2);
  await app.tellOfNewDay();
  await bring('2026-07-29', 3);
  const { create } = browser.notifications;
  browser.notifications.create = async (id, options) => {
    await openPopup();
    await create(id, options);
  };
  await app.tellOfNewDay();
  browser.notifications.create = create;
  expect(browser.badge).toBe('');
});

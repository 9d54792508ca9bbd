import { beforeEach, expect, it, vi } from 'vitest';

/** A browser with these tabs, grants and settings. Addresses that may not be read are left out, as browsers do. */
const tabs = vi.fn<(query: { url?: string[] }) => { id?: number; url?: string }[]>();
const sendMessage = vi.fn();
const executeScript = vi.fn();
const setBadgeText = vi.fn();
let granted: string[] = [];
let off: string[] = [];
let allows = false;
let registered: { matches: string[]; excludeMatches: string[] } | undefined;
const register = async ([script]: [NonNullable<typeof registered>] | [undefined]) => {
  registered = script;
};

vi.mock('wxt/browser', () => ({
  browser: {
    tabs: {
      query: async (query: { url?: string[] }) => tabs(query),
      sendMessage: (...given: unknown[]) => sendMessage(...given),
    },
    scripting: {
      executeScript: (...given: unknown[]) => executeScript(...given),
      getRegisteredContentScripts: async () => (registered ? [registered] : []),
      registerContentScripts: (scripts: never) => register(scripts),
      updateContentScripts: (scripts: never) => register(scripts),
      unregisterContentScripts: () => register([undefined]),
    },
    permissions: {
      getAll: async () => ({ origins: granted }),
      contains: async ({ origins }: { origins: string[] }) => origins.every((one) => granted.includes(one)),
      request: async () => allows,
    },
    action: {
      getBadgeText: async () => '',
      setBadgeBackgroundColor: async () => {},
      setBadgeText: async (badge: unknown) => setBadgeText(badge),
    },
    storage: {
      local: {
        get: async () => ({ sitesOff: off }),
        set: async (items: { sitesOff: string[] }) => {
          off = items.sitesOff;
        },
        onChanged: { addListener: () => {} },
      },
    },
  },
}));
vi.stubGlobal('navigator', { locks: { request: (_: string, act: () => unknown) => act() } });

const { followGrants, followRevocations, followSwitches, stopIfForbidden, toggleSite } = await import(
  '@/entrypoints/background/sites'
);

const done = { ok: true, value: null };
const stopped = () => sendMessage.mock.calls.map(([tabId, { type }]) => `${tabId} ${type}`);
const started = () => executeScript.mock.calls.map(([{ target }]) => target.tabId);

beforeEach(() => {
  vi.clearAllMocks();
  tabs.mockReturnValue([]);
  sendMessage.mockResolvedValue(done);
  executeScript.mockResolvedValue([]);
  granted = ['*://*.arxiv.org/*'];
  off = [];
  allows = false;
  registered = undefined;
});

it('registers what is granted but for what is off, and nothing where nothing is granted', async () => {
  off = ['export.arxiv.org'];
  await followGrants();
  expect(registered).toMatchObject({
    matches: ['*://*.arxiv.org/*'],
    excludeMatches: ['*://*.export.arxiv.org/*'],
  });
  off = [];
  await followSwitches();
  expect(registered?.excludeMatches).toEqual([]);
  granted = [];
  await followRevocations(['*://*.arxiv.org/*']);
  expect(registered).toBeUndefined();
});

it('starts in open tabs of granted sites that are on', async () => {
  off = ['export.arxiv.org'];
  tabs.mockImplementation(({ url }) =>
    url ? [{ id: 1, url: 'https://arxiv.org/' }, { id: 2, url: 'https://export.arxiv.org/' }, {}] : [],
  );
  await followGrants();
  expect(started()).toEqual([1]);
});

it('is not kept from the other tabs by one that refuses', async () => {
  tabs.mockReturnValue([
    { id: 1, url: 'https://arxiv.org/1' },
    { id: 2, url: 'https://arxiv.org/2' },
  ]);
  executeScript.mockRejectedValueOnce(new Error('Frame with ID 0 is showing error page'));
  await followGrants();
  expect(started()).toEqual([1, 2]);
});

it('stops in every tab whose address it may not see, and in one that it only sees by a press of its button', async () => {
  tabs.mockImplementation(({ url }) =>
    url
      ? [
          { id: 4, url: 'https://blog.example.org/' },
          { id: 5, url: 'https://arxiv.org/' },
        ]
      : [{ id: 1 }, { id: 2, url: 'https://example.net/' }, { id: 3 }, {}],
  );
  granted = ['https://arxiv.org/*'];
  sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
  await followRevocations(['*://*.example.org/*']);
  expect(stopped()).toEqual(['1 tab/stop', '3 tab/stop', '4 tab/stop']);
  expect(setBadgeText.mock.calls.map(([{ tabId }]) => tabId)).toEqual([3, 4]);
});

it('stops in the tabs of sites that are switched off, and says so on the button', async () => {
  off = ['arxiv.org'];
  tabs.mockImplementation(({ url }) =>
    url
      ? []
      : [{ id: 1, url: 'https://export.arxiv.org/' }, { id: 2, url: 'https://notarxiv.org/' }, { id: 3 }],
  );
  await followSwitches();
  expect(stopped()).toEqual(['1 tab/stop']);
  expect(setBadgeText.mock.lastCall).toEqual([{ text: 'off', tabId: 1 }]);
});

it('stops a scanner that wakes up where none may run', async () => {
  off = ['x.com'];
  expect(await stopIfForbidden({ id: 1, url: 'https://x.com/home' })).toBe(true);
  expect(await stopIfForbidden({ id: 2 })).toBe(true);
  expect(await stopIfForbidden({ id: 3, url: 'https://arxiv.org/' })).toBe(false);
  expect(stopped()).toEqual(['1 tab/stop', '2 tab/stop']);
});

it('switches the site of a tab off and on, the widest that was granted', async () => {
  granted = ['https://export.arxiv.org/*', '*://*.arxiv.org/*'];
  const tab = { id: 1, url: 'https://export.arxiv.org/abs/2309.06651' };
  await toggleSite(tab);
  expect(off).toEqual(['arxiv.org']);
  await toggleSite(tab);
  expect(off).toEqual([]);
});

it('asks for a site that is not granted, and leaves it as it was where the answer is no', async () => {
  const tab = { id: 1, url: 'https://www.example.org/' };
  off = ['example.org'];
  await toggleSite(tab);
  expect(off).toEqual(['example.org']);
  allows = true;
  await toggleSite(tab);
  expect(off).toEqual([]);
  await toggleSite({ id: 1, url: 'chrome://version/' });
  await toggleSite({ id: 1 });
  expect(off).toEqual([]);
});

import { beforeEach, expect, it, vi } from 'vitest';

const own = 'chrome-extension://abcdefghijklmnop/';
const addListener = vi.fn();
const addPapers = vi.fn(async () => ({ added: 1, merged: 0, renamed: [] }));
const describeCards = vi.fn(async () => [null]);
const wishForSync = vi.fn(async () => {});
/** It takes a while, and nobody waits for it. */
const sync = vi.fn(() => new Promise<void>(() => {}));

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'abcdefghijklmnop',
      getURL: (path: string) => `chrome-extension://abcdefghijklmnop/${path.replace(/^\//, '')}`,
      onMessage: { addListener: (listener: unknown) => addListener(listener) },
    },
  },
}));
vi.mock('@/lib/digest/store', () => ({ addPapers: () => addPapers() }));
vi.mock('@/lib/digest/lookup', () => ({ mentionsIn: vi.fn() }));
vi.mock('@/entrypoints/background/cards', () => ({ describe: () => describeCards() }));
vi.mock('@/entrypoints/background/digest', () => ({ followRenames: vi.fn(), rebuildIndex: vi.fn() }));

vi.mock('@/entrypoints/background/sync', () => ({
  sync: () => sync(),
  wishForSync: () => wishForSync(),
  resumeBackfill: vi.fn(async () => {}),
  cancelBackfill: vi.fn(async () => {}),
}));
vi.mock('@/lib/digest/sync/wishes', () => ({ pauseBackfill: vi.fn(async () => {}) }));

const { answerMessages } = await import('@/entrypoints/background/messages');

beforeEach(() => {
  vi.clearAllMocks();
  answerMessages();
});

const adding = { type: 'digest/add', papers: [{ id: 'arxiv:1', title: 'One' }] };
const asking = { type: 'page/papers', ids: ['arxiv:1'] };

/** What the sender gets; `undefined` where it is not even listened to. */
async function answerTo(message: unknown, sender: { id?: string; url?: string }): Promise<unknown> {
  const listen = addListener.mock.calls[0]?.[0];
  return new Promise((resolve) => {
    if (listen(message, sender, resolve) !== true) resolve(undefined);
  });
}

const page = { id: 'abcdefghijklmnop', url: 'https://example.org/' };
const popup = { id: 'abcdefghijklmnop', url: `${own}popup.html` };
const refusal = { ok: false, error: 'The request was not understood.' };

it("does for the extension's own pages what it refuses content scripts", async () => {
  expect(await answerTo(adding, page)).toEqual(refusal);
  expect(await answerTo(adding, { ...page, url: `https://example.org/?${own}` })).toEqual(refusal);
  expect(await answerTo(adding, { id: page.id })).toEqual(refusal);
  expect(addPapers).not.toHaveBeenCalled();
  expect(await answerTo(adding, popup)).toEqual({ ok: true, value: { added: 1, merged: 0 } });
});

it('answers what pages may ask to both', async () => {
  expect(await answerTo(asking, page)).toEqual({ ok: true, value: [null] });
  expect(await answerTo(asking, popup)).toEqual({ ok: true, value: [null] });
});

it('refuses what it does not understand, and says nothing to strangers', async () => {
  expect(await answerTo({ type: 'page/papers', ids: ['nonsense'] }, page)).toEqual(refusal);
  expect(await answerTo(adding, { ...popup, id: 'ponmlkjihgfedcba' })).toBeUndefined();
  expect(await answerTo(asking, { url: page.url })).toBeUndefined();
  expect(addPapers).not.toHaveBeenCalled();
  expect(describeCards).not.toHaveBeenCalled();
});

it.each(['sync/now', 'sync/pause', 'sync/resume', 'sync/cancel'])(
  'starts at %s from a page of its own, and at none from a content script',
  async (type) => {
    expect(await answerTo({ type }, page)).toEqual(refusal);
    expect(sync).not.toHaveBeenCalled();
    expect(await answerTo({ type }, popup)).toEqual({ ok: true, value: null });
    expect(sync).toHaveBeenCalledTimes(1);
  },
);

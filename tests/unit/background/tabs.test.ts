import { beforeEach, expect, it, vi } from 'vitest';

const sendMessage = vi.fn();
const query = vi.fn();
vi.mock('wxt/browser', () => ({
  browser: { tabs: { sendMessage: (...given: unknown[]) => sendMessage(...given), query: () => query() } },
}));

const { stopWhereRevoked, tellTab } = await import('@/entrypoints/background/tabs');

beforeEach(() => vi.clearAllMocks());

const nobody = new Error('Could not establish connection. Receiving end does not exist.');

it('says nothing about a tab in which nothing of ours runs', async () => {
  sendMessage.mockRejectedValueOnce(nobody);
  await expect(tellTab(1, { type: 'tab/step', direction: 1 })).resolves.toBeUndefined();
  sendMessage.mockResolvedValueOnce({ ok: false, error: 'It went wrong.' });
  await expect(tellTab(1, { type: 'tab/step', direction: 1 })).rejects.toThrow('It went wrong.');
});

it('stops the scanner in every tab whose address it may not see, and in no other', async () => {
  query.mockResolvedValue([{ id: 1 }, { id: 2, url: 'https://example.org/' }, { id: 3 }, {}]);
  sendMessage.mockRejectedValueOnce(nobody).mockResolvedValueOnce({ ok: true, value: null });
  await stopWhereRevoked();
  expect(sendMessage.mock.calls).toEqual([
    [1, { type: 'tab/stop' }],
    [3, { type: 'tab/stop' }],
  ]);
});

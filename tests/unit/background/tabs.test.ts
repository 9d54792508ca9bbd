import { beforeEach, expect, it, vi } from 'vitest';

const sendMessage = vi.fn();
const executeScript = vi.fn();
vi.mock('wxt/browser', () => ({
  browser: {
    tabs: { sendMessage: (...given: unknown[]) => sendMessage(...given) },
    scripting: { executeScript: () => executeScript() },
  },
}));

const { step } = await import('@/entrypoints/background/tabs');

beforeEach(() => vi.clearAllMocks());

const nobody = new Error('Could not establish connection. Receiving end does not exist.');
const done = { ok: true, value: null };
const papers = ['arxiv:2309.06651'];

it('says nothing about a tab in which nothing of ours runs', async () => {
  executeScript.mockResolvedValue([{ frameId: 0, result: null }]);
  sendMessage.mockRejectedValueOnce(nobody);
  await expect(step(1, 1)).resolves.toBeUndefined();
  sendMessage.mockResolvedValueOnce({ ok: false, error: 'It went wrong.' });
  await expect(step(1, 1)).rejects.toThrow('It went wrong.');
});

it('steps in one frame alone: where the keyboard is, else the first with papers, else the page', async () => {
  const frames = [
    { frameId: 8, result: { papers, hasFocus: true } },
    { frameId: 0, result: { papers: [], hasFocus: false } },
    { frameId: 5, result: { papers, hasFocus: false } },
  ];
  const steppedIn = async (results: unknown) => {
    executeScript.mockReturnValueOnce(results);
    sendMessage.mockResolvedValueOnce(done);
    await step(1, -1);
    return sendMessage.mock.lastCall;
  };
  const request = { type: 'tab/step', direction: -1 };
  expect(await steppedIn(Promise.resolve(frames))).toEqual([1, request, { frameId: 8 }]);
  expect(await steppedIn(Promise.resolve(frames.slice(1)))).toEqual([1, request, { frameId: 5 }]);
  expect(await steppedIn(Promise.resolve(frames.slice(1, 2)))).toEqual([1, request, { frameId: 0 }]);
  expect(await steppedIn(Promise.reject(new Error('Cannot access it.')))).toEqual([
    1,
    request,
    { frameId: 0 },
  ]);
});

import { expect, it, vi } from 'vitest';

const executeScript = vi.fn();
vi.mock('wxt/browser', () => ({
  browser: { scripting: { executeScript: (...given: unknown[]) => executeScript(...given) } },
}));

const { findingsIn, papersIn } = await import('@/lib/frames');

const report = (...papers: string[]) => ({ papers, hasFocus: false });

it('asks all frames, leaves out those in which none of ours runs, and puts the page first', async () => {
  executeScript.mockResolvedValueOnce([
    { frameId: 9, result: report('arxiv:2309.06651') },
    { frameId: 4, result: null },
    { frameId: 0, result: report() },
  ]);
  expect((await findingsIn(7)).map(({ frameId }) => frameId)).toEqual([0, 9]);
  expect(executeScript.mock.lastCall?.[0].target).toEqual({ tabId: 7, allFrames: true });
});

it('asks a frame with nothing but what the frame itself has', async () => {
  executeScript.mockResolvedValueOnce([]);
  await findingsIn(7);
  const [{ func }] = executeScript.mock.lastCall as [{ func: () => unknown }];
  // As the browser does it: only the function's text arrives there.
  const there = new Function(`return (${func})()`);
  expect(there()).toBeNull();
  vi.stubGlobal('document', { hasFocus: () => true, activeElement: null });
  vi.stubGlobal(Symbol.for('titlelight session') as never, {
    mentions: { all: [{ paper: 'arxiv:2309.06651' }] },
  });
  expect(there()).toEqual({ papers: ['arxiv:2309.06651'], hasFocus: true });
  vi.stubGlobal('document', { hasFocus: () => true, activeElement: { tagName: 'IFRAME' } });
  expect(there()).toMatchObject({ hasFocus: false });
  vi.unstubAllGlobals();
});

it('counts a paper once, however many frames name it', () => {
  const frames = [
    { papers: ['arxiv:2309.06651', 'arxiv:1412.6980'] },
    { papers: ['arxiv:1412.6980'] },
  ] as const;
  expect(papersIn(frames.map(({ papers }) => ({ papers: [...papers] })))).toEqual([
    { id: 'arxiv:2309.06651', times: 1 },
    { id: 'arxiv:1412.6980', times: 2 },
  ]);
});

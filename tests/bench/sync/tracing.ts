import type { CDPSession } from 'playwright-core';
import { recorded, type TraceEvent } from '../trace.ts';

/** Threads by the name that the browser gives them: the extension's worker, and a page's own. */
export type ThreadName = 'ServiceWorker thread' | 'CrRendererMain';

/** What a thread did in a while, in milliseconds of processor time: what other programs do does not count. */
export interface ThreadUse {
  /** All its tasks together. */
  busy: number;
  /** Each of its tasks. */
  tasks: number[];
}

/** Runs `work`, and tells from the browser's own trace what the threads of a name did meanwhile. */
export async function traced<T>(
  devtools: CDPSession,
  work: () => Promise<T>,
  thread: ThreadName = 'ServiceWorker thread',
): Promise<{ value: T; use: ThreadUse }> {
  const { value, events } = await recorded(devtools, ['toplevel', '__metadata'], work);
  return { value, use: useOf(events, thread) };
}

function useOf(events: readonly TraceEvent[], thread: ThreadName): ThreadUse {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const threads = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === thread).map(threadOf),
  );
  if (threads.size === 0) throw new Error(`The trace shows no ${thread}.`);
  const tasks = events.filter(
    (one) => one.name === 'ThreadControllerImpl::RunTask' && threads.has(threadOf(one)),
  );
  const times = tasks.map(({ tdur = 0 }) => tdur / 1_000);
  return { busy: times.reduce((sum, time) => sum + time, 0), tasks: times };
}

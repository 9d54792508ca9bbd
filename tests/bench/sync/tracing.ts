import type { CDPSession } from 'playwright-core';
import { recorded, type TraceEvent } from '../trace.ts';

/** What a thread did in a while, in milliseconds of processor time: what other programs do does not count. */
export interface ThreadUse {
  /** All its tasks together. */
  busy: number;
  /** Each of its tasks. */
  tasks: number[];
}

/** The worker's thread, and that of the extension's own pages: one for all of them, in the worker's process. */
export interface ExtensionUse {
  worker: ThreadUse;
  pages: ThreadUse;
}

/** Runs `work`, and tells from the browser's own trace what the threads of the extension did meanwhile. */
export async function traced<T>(
  devtools: CDPSession,
  work: () => Promise<T>,
): Promise<{ value: T; use: ExtensionUse }> {
  const { value, events } = await recorded(devtools, ['toplevel', '__metadata'], work);
  const named = (wanted: string) =>
    events.filter(({ name, args }) => name === 'thread_name' && args.name === wanted);
  const workers = named('ServiceWorker thread');
  if (workers.length === 0) throw new Error('The trace shows no worker.');
  const processes = new Set(workers.map(({ pid }) => pid));
  const pages = named('CrRendererMain').filter(({ pid }) => processes.has(pid));
  return { value, use: { worker: useOf(events, workers), pages: useOf(events, pages) } };
}

function useOf(events: readonly TraceEvent[], threads: readonly TraceEvent[]): ThreadUse {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const wanted = new Set(threads.map(threadOf));
  const tasks = events.filter(
    (one) => one.name === 'ThreadControllerImpl::RunTask' && wanted.has(threadOf(one)),
  );
  const times = tasks.map(({ tdur = 0 }) => tdur / 1_000);
  return { busy: times.reduce((sum, time) => sum + time, 0), tasks: times };
}

import type { CDPSession } from 'playwright-core';

/** Threads by the name that the browser gives them: the extension's worker, and a page's own. */
export type ThreadName = 'ServiceWorker thread' | 'CrRendererMain';

/** What a thread did in a while, in milliseconds of processor time: what other programs do does not count. */
export interface ThreadUse {
  /** All its tasks together. */
  busy: number;
  /** Each of its tasks. */
  tasks: number[];
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  /** Microseconds of processor time. */
  tdur?: number;
  args: { name?: string };
}

/** Runs `work`, and tells from the browser's own trace what the threads of a name did meanwhile. */
export async function traced<T>(
  devtools: CDPSession,
  work: () => Promise<T>,
  thread: ThreadName = 'ServiceWorker thread',
): Promise<{ value: T; use: ThreadUse }> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  devtools.on('Tracing.dataCollected', collect);
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'], recordMode: 'recordAsMuchAsPossible' },
  });
  try {
    const value = await work();
    const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
    await devtools.send('Tracing.end');
    await complete;
    return { value, use: useOf(events, thread) };
  } finally {
    devtools.off('Tracing.dataCollected', collect);
  }
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

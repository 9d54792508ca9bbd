import type { CDPSession } from 'playwright-core';

/** What the worker's thread did in a while, in milliseconds of processor time: what other programs do does not count. */
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

/** Runs `work`, and tells from the browser's own trace what the thread of the extension's worker did meanwhile. */
export async function traced<T>(
  devtools: CDPSession,
  work: () => Promise<T>,
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
    return { value, use: useOf(events) };
  } finally {
    devtools.off('Tracing.dataCollected', collect);
  }
}

function useOf(events: readonly TraceEvent[]): ThreadUse {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const workers = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'ServiceWorker thread')
      .map(threadOf),
  );
  if (workers.size === 0) throw new Error('The trace shows no worker.');
  const tasks = events.filter(
    (one) => one.name === 'ThreadControllerImpl::RunTask' && workers.has(threadOf(one)),
  );
  const times = tasks.map(({ tdur = 0 }) => tdur / 1_000);
  return { busy: times.reduce((sum, time) => sum + time, 0), tasks: times };
}

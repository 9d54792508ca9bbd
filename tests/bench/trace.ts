import type { CDPSession } from 'playwright-core';

/** One entry of the browser's own trace. Times are microseconds of one clock for all processes. */
export interface TraceEvent {
  name: string;
  /** X: a stretch; b, e, n: beginning, end and moments of what runs beside others. */
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Processor time. */
  tdur?: number;
  args: Record<string, unknown>;
}

/** Runs `work` while the browser records what it does in these categories. */
export async function recorded<T>(
  devtools: CDPSession,
  includedCategories: string[],
  work: () => Promise<T>,
): Promise<{ value: T; events: TraceEvent[] }> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  devtools.on('Tracing.dataCollected', collect);
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories, recordMode: 'recordAsMuchAsPossible' },
  });
  try {
    const value = await work();
    const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
    await devtools.send('Tracing.end');
    await complete;
    return { value, events };
  } finally {
    devtools.off('Tracing.dataCollected', collect);
  }
}

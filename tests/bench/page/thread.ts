import type { TraceEvent } from '../trace.ts';

/** What to record for `workOf` and `walksIn`. */
export const categories = ['toplevel', 'devtools.timeline', 'v8', 'blink.user_timing', '__metadata'];

/** What a page notes in the trace to part one stretch of it from the next. */
export const section = 'bench section';

/** What the extension's scripts did on a page's main thread, in milliseconds of processor time. */
export interface Work {
  /** To compile the scanner and run it once. */
  start: number;
  /** Everything after that, the collection of garbage that fell into it included. */
  scan: number;
  /** The card's script, which comes where something was found: to compile it and run it once. */
  card: number;
  /** The longest stretch at a time, start not included. */
  slice: number;
  /** Of all tasks in which the scripts took part, their most in one. */
  task: number;
  /** All tasks of the thread, whoever did them. */
  thread: number;
}

/** The name of the world in which a content script of the extension runs. */
const world = 'Titlelight';

interface Stretch {
  ts: number;
  time: number;
  kind: 'start' | 'card' | 'scan';
}

/** The extension's work on the page that noted the sections: in each of them, the first being what was before any note. */
export function workOf(events: readonly TraceEvent[]): Work[] {
  const notes = events.filter(({ name }) => name === section).toSorted((a, b) => a.ts - b.ts);
  const [note] = notes;
  if (!note) throw new Error('The page noted nothing in the trace.');
  const ofThread = onThread(events, note);
  const ours = outermost(ofThread.flatMap((event) => kindOf(event) ?? []));
  const tasks = ofThread.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
  return [Number.NEGATIVE_INFINITY, ...notes.map(({ ts }) => ts)].map((from, i) => {
    const to = notes[i]?.ts ?? Number.POSITIVE_INFINITY;
    const isIn = ({ ts }: { ts: number }) => ts >= from && ts < to;
    return total(ours.filter(isIn), tasks.filter(isIn));
  });
}

/** Processor time of each call of the function of that name on the main thread of the page that noted sections. */
export function callsOf(events: readonly TraceEvent[], functionName: string): number[] {
  return events
    .filter(({ name, args }) => name === 'FunctionCall' && dataOf(args).functionName === functionName)
    .toSorted((a, b) => a.ts - b.ts)
    .map(({ tdur = 0 }) => tdur / 1_000);
}

function onThread(events: readonly TraceEvent[], { pid, tid }: TraceEvent): TraceEvent[] {
  return events
    .filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X')
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

/** What of the extension's work an event is. */
function kindOf(event: TraceEvent): (Stretch & { end: number }) | undefined {
  const { name, args, ts, dur = 0, tdur = 0 } = event;
  const stretch = { ts, end: ts + dur, time: tdur / 1_000 };
  if (name === 'EvaluateScript') {
    const url = String(dataOf(args).url ?? '');
    if (url.startsWith('chrome-extension:'))
      return { ...stretch, kind: url.endsWith('/card.js') ? 'card' : 'start' };
  }
  return name === 'v8.callFunction' && args.worldName === world ? { ...stretch, kind: 'scan' } : undefined;
}

/** Those that are in no other one. */
function outermost(stretches: (Stretch & { end: number })[]): Stretch[] {
  let end = Number.NEGATIVE_INFINITY;
  return stretches.filter((stretch) => {
    if (stretch.ts < end) return false;
    end = stretch.end;
    return true;
  });
}

function total(ours: readonly Stretch[], tasks: readonly TraceEvent[]): Work {
  const sum = (kind: Stretch['kind']) =>
    ours.reduce((time, one) => (one.kind === kind ? time + one.time : time), 0);
  const inTask = tasks.map(({ ts, dur = 0 }) =>
    ours.reduce((time, one) => (one.ts >= ts && one.ts < ts + dur ? time + one.time : time), 0),
  );
  return {
    start: sum('start'),
    scan: sum('scan'),
    card: sum('card'),
    slice: Math.max(0, ...ours.filter(({ kind }) => kind === 'scan').map(({ time }) => time)),
    task: Math.max(0, ...inTask),
    thread: tasks.reduce((time, { tdur = 0 }) => time + tdur / 1_000, 0),
  };
}

const dataOf = (args: TraceEvent['args']) => (args.data ?? {}) as { url?: string; functionName?: string };

import type { TraceEvent } from '../trace.ts';

/** A frame that a page drew, in milliseconds of the trace's clock. */
interface Frame {
  /** When style, layout and paint were over: the page has nothing more to do with it. */
  painted: number;
  /** When it was on the screen; absent where nothing in it was new. */
  shown?: number;
}

/** What a hover took, in milliseconds since the pointer came to rest. */
export interface Hover {
  /** Until the page had painted the card. */
  painted: number;
  /** Until the card was on the screen. */
  shown: number;
}

/** What the page notes of itself; see `watch`. */
export const moved = 'bench moved';
export const opened = 'bench opened';

/** Every card that opened, with the last movement of the pointer before it. */
export function hoversIn(events: readonly TraceEvent[]): Hover[] {
  const inOrder = events.toSorted((a, b) => a.ts - b.ts);
  const frames = framesIn(inOrder);
  const hovers: Hover[] = [];
  let rest: number | undefined;
  for (const { name, ts } of inOrder) {
    const time = ts / 1_000;
    if (name === moved) rest = time;
    if (name !== opened || rest === undefined) continue;
    const frame = frames.find(({ painted }) => painted >= time);
    if (frame?.shown === undefined) throw new Error('The trace does not show the frame with the card.');
    hovers.push({ painted: frame.painted - rest, shown: frame.shown - rest });
  }
  return hovers;
}

function framesIn(events: readonly TraceEvent[]): Frame[] {
  const frames: Frame[] = [];
  const byId = new Map<unknown, Frame>();
  /** Of each process: the id of the frame that it is at. */
  const current = new Map<number, unknown>();
  for (const { name, ph, pid, ts, args } of events) {
    const time = ts / 1_000;
    if (name === 'AnimationFrame' && ph === 'b') current.set(pid, args.id);
    else if (name === 'AnimationFrame::Render' && ph === 'e') {
      const frame: Frame = { painted: time };
      frames.push(frame);
      byId.set(current.get(pid), frame);
    } else if (name === 'AnimationFrame::Presentation') {
      const frame = byId.get(args.id);
      if (frame) frame.shown = time;
    }
  }
  return frames;
}

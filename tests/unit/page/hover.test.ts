import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTowards } from '@/lib/page/geometry';
import { type HoverEvent, type HoverState, hover } from '@/lib/page/hover';

type Mention = { name: string };
const one: Mention = { name: 'one' };
const two: Mention = { name: 'two' };
const delays = { open: 150, leave: 300 };

/** Runs events one after the other; `elapsed` without a token means the last timer asked for. */
function run(...events: (HoverEvent<Mention> | 'elapsed')[]) {
  let state: HoverState<Mention> = { name: 'idle' };
  let last = 0;
  let waits: number[] = [];
  events.forEach((event, i) => {
    const step = hover(state, event === 'elapsed' ? { type: 'elapsed', token: last } : event, delays, i + 1);
    state = step.state;
    waits = step.wait ? [...waits, step.wait.milliseconds] : waits;
    last = step.wait?.token ?? last;
  });
  return { state: state as HoverState<Mention>, waits };
}

const move = (mention?: Mention, more = {}): HoverEvent<Mention> => ({
  type: 'moved',
  mention,
  isRacing: false,
  isTowardsCard: false,
  ...more,
});
const opened = { name: 'open', mention: one, how: 'pointer' };

describe('the card', () => {
  it('opens once the pointer has rested on a mention', () => {
    const { state, waits } = run(move(one), 'elapsed');
    expect(state).toEqual(opened);
    expect(waits).toEqual([150]);
  });

  it('does not open under a pointer that passes over', () => {
    expect(run(move(one), move(), 'elapsed').state).toEqual({ name: 'idle' });
  });

  it('waits anew while the pointer races over the mention, or goes on to another', () => {
    expect(run(move(one), move(one, { isRacing: true })).waits).toEqual([150, 150]);
    expect(run(move(one), move(two), { type: 'elapsed', token: 1 }).state.name).toBe('resting');
    expect(run(move(one), move(two), 'elapsed').state).toEqual({ ...opened, mention: two });
  });

  it('does not wait anew while the pointer trembles', () => {
    expect(run(move(one), move(one), move(one)).waits).toEqual([150]);
  });

  it('stays a while once the pointer has left, then closes', () => {
    const { state, waits } = run(move(one), 'elapsed', move());
    expect(state).toMatchObject({ name: 'leaving', mention: one });
    expect(waits).toEqual([150, 300]);
    expect(run(move(one), 'elapsed', move(), 'elapsed').state).toEqual({ name: 'idle' });
  });

  it('stays when the pointer comes back or reaches it', () => {
    expect(run(move(one), 'elapsed', move(), move(one), 'elapsed').state).toEqual(opened);
    expect(run(move(one), 'elapsed', move(), { type: 'entered card' }, 'elapsed').state).toEqual(opened);
  });

  it('stays while the pointer travels towards it, even across another mention', () => {
    const travelling = move(two, { isTowardsCard: true });
    expect(run(move(one), 'elapsed', move(), travelling, { type: 'elapsed', token: 3 }).state.name).toBe(
      'leaving',
    );
    expect(run(move(one), 'elapsed', move(), travelling, { type: 'entered card' }).state).toEqual(opened);
  });

  it('gives way to another mention the pointer turns to', () => {
    expect(run(move(one), 'elapsed', move(), move(two), 'elapsed').state).toEqual({
      ...opened,
      mention: two,
    });
  });

  it('opens for another mention that the pointer jumps onto and stays at', () => {
    expect(run(move(one), 'elapsed', move(two), 'elapsed', 'elapsed').state).toEqual({
      ...opened,
      mention: two,
    });
  });

  it('opened by keyboard stays wherever the pointer goes, until dismissed', () => {
    const stepped: HoverEvent<Mention> = { type: 'stepped', mention: two };
    expect(run(stepped, move(one), move()).state).toEqual({ name: 'open', mention: two, how: 'keyboard' });
    expect(run(stepped, { type: 'dismissed' }).state).toEqual({ name: 'idle' });
  });

  it('never opens by a timer of an earlier state, whatever happens', () => {
    const event = fc.oneof(
      fc.record({
        type: fc.constant('moved' as const),
        mention: fc.constantFrom(undefined, one, two),
        isRacing: fc.boolean(),
        isTowardsCard: fc.boolean(),
      }),
      fc.constant({ type: 'dismissed' as const }),
      fc.constant({ type: 'entered card' as const }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        const { state } = run(...events);
        const stale = hover(state, { type: 'elapsed', token: -1 }, delays, 99);
        expect(stale).toEqual({ state });
      }),
    );
  });
});

describe('going towards the card', () => {
  const box = { left: 100, right: 500, top: 200, bottom: 400 };
  it.each([
    ['down into it', { x: 150, y: 180 }, { x: 200, y: 190 }, true],
    ['away from it', { x: 150, y: 180 }, { x: 150, y: 170 }, false],
    ['too flat to reach it', { x: 150, y: 180 }, { x: 60, y: 182 }, false],
    ['up into it from below', { x: 300, y: 450 }, { x: 280, y: 420 }, true],
    ['in from the left', { x: 50, y: 300 }, { x: 70, y: 310 }, true],
    ['in from the right', { x: 600, y: 300 }, { x: 560, y: 290 }, true],
    ['not moving', { x: 150, y: 180 }, { x: 150, y: 180 }, false],
  ])('%s', (_, from, to, expected) => {
    expect(isTowards(from, to, box)).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HoverEvent, type HoverState, hover } from '@/lib/page/hover';

type Mention = { name: string };
const one: Mention = { name: 'one' };
const two: Mention = { name: 'two' };
const delays = { open: 150, settle: 60, leave: 300 };

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
  mayOpen: true,
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

  it('that was asked for stays wherever the pointer goes, until dismissed', () => {
    const asked: HoverEvent<Mention> = { type: 'asked', mention: two };
    expect(run(asked, move(one), move()).state).toEqual({ name: 'open', mention: two, how: 'asked' });
    expect(run(asked, { type: 'dismissed' }).state).toEqual({ name: 'idle' });
    expect(run(asked, { type: 'left behind' }).state).toEqual({ name: 'idle' });
  });

  it('needs the key where one is chosen, to open, but not to stay', () => {
    const without = { mayOpen: false };
    expect(run(move(one, without), 'elapsed').state).toEqual({ name: 'idle' });
    expect(run(move(one), move(one, without), 'elapsed').state).toEqual({ name: 'idle' });
    expect(run(move(one), 'elapsed', move(one, without)).state).toEqual(opened);
    expect(run(move(one), 'elapsed', move(two, without), 'elapsed').state).toEqual({ name: 'idle' });
  });

  it('waits for a racing pointer to settle even where no delay is wanted', () => {
    const step = hover<Mention>(
      { name: 'idle' },
      { type: 'moved', mention: one, mayOpen: true, isRacing: true, isTowardsCard: false },
      { ...delays, open: 0 },
      1,
    );
    expect(step.wait).toEqual({ token: 1, milliseconds: 60 });
  });

  it('turns to another mention and stays as open as it was', () => {
    const turn: HoverEvent<Mention> = { type: 'turned', mention: two };
    const turned = { ...opened, mention: two };
    expect(run(move(one), 'elapsed', turn).state).toEqual(turned);
    expect(run(move(one), 'elapsed', move(), turn, 'elapsed').state).toEqual(turned);
    expect(run({ type: 'asked', mention: one }, turn).state).toMatchObject({ mention: two, how: 'asked' });
    expect(run(move(one), 'elapsed', { type: 'pinned' }, turn).state).toEqual({
      name: 'pinned',
      mention: two,
    });
    expect(run(turn).state).toEqual({ name: 'idle' });
  });

  describe('once pinned', () => {
    const pin: HoverEvent<Mention> = { type: 'pinned' };
    const pinned = { name: 'pinned', mention: one };

    it('stays whatever is pointed at, pressed, or scrolled away', () => {
      expect(run(move(one), 'elapsed', pin, move(), 'elapsed', move(two), 'elapsed').state).toEqual(pinned);
      expect(run(move(one), 'elapsed', pin, { type: 'left behind' }).state).toEqual(pinned);
      expect(run(move(one), 'elapsed', move(), pin, 'elapsed').state).toEqual(pinned);
    });

    it('turns to what is asked for, and stays pinned', () => {
      const asked: HoverEvent<Mention> = { type: 'asked', mention: two };
      expect(run(move(one), 'elapsed', pin, asked).state).toEqual({ ...pinned, mention: two });
    });

    it('goes when it is dismissed, or once unpinned and left', () => {
      expect(run(move(one), 'elapsed', pin, { type: 'dismissed' }).state).toEqual({ name: 'idle' });
      expect(run(move(one), 'elapsed', pin, { type: 'unpinned' }, move(), 'elapsed').state).toEqual({
        name: 'idle',
      });
    });
  });

  it('cannot be pinned while there is none', () => {
    expect(run({ type: 'pinned' }).state).toEqual({ name: 'idle' });
    expect(run(move(one), { type: 'pinned' }).state.name).toBe('resting');
  });

  it('never opens by a timer of an earlier state, whatever happens', () => {
    const event = fc.oneof(
      fc.record({
        type: fc.constant('moved' as const),
        mention: fc.constantFrom(undefined, one, two),
        mayOpen: fc.boolean(),
        isRacing: fc.boolean(),
        isTowardsCard: fc.boolean(),
      }),
      fc.constant({ type: 'dismissed' as const }),
      fc.constant({ type: 'entered card' as const }),
      fc.constant({ type: 'pinned' as const }),
      fc.constant({ type: 'asked' as const, mention: one }),
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

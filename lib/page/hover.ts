/**
 * When the card opens and closes: a pure state machine. Whoever drives it starts a timer for each `wait` it returns and
 * hands the token back when it runs out; a token of an earlier state is ignored, so no timer is ever cancelled.
 *
 * `M` is whatever stands for a mention; mentions are compared by identity.
 */
export type HoverState<M extends object> =
  | { name: 'idle' }
  /** The pointer is on a mention, and has not yet rested long enough. */
  | { name: 'resting'; mention: M; token: number }
  | { name: 'open'; mention: M; how: 'pointer' | 'keyboard' }
  /** Still open; the pointer has left both mention and card, perhaps for another mention. */
  | { name: 'leaving'; mention: M; token: number; over: M | undefined };

export type HoverEvent<M extends object> =
  /** The pointer moved; `mention` is what lies under it. */
  | { type: 'moved'; mention: M | undefined; isRacing: boolean; isTowardsCard: boolean }
  | { type: 'entered card' }
  | { type: 'elapsed'; token: number }
  /** A command asks for this mention. */
  | { type: 'stepped'; mention: M }
  /** Escape, a press outside the card, scrolling away, or the mention left the page. */
  | { type: 'dismissed' };

export interface HoverDelays {
  /** Milliseconds the pointer rests before the card opens. */
  open: number;
  /** Milliseconds the card stays once the pointer has left. */
  leave: number;
}

export interface HoverStep<M extends object> {
  state: HoverState<M>;
  wait?: { token: number; milliseconds: number };
}

/** The next state. `token` is a number not used before. */
export function hover<M extends object>(
  state: HoverState<M>,
  event: HoverEvent<M>,
  delays: HoverDelays,
  token: number,
): HoverStep<M> {
  switch (event.type) {
    case 'dismissed':
      return { state: { name: 'idle' } };
    case 'stepped':
      return { state: { name: 'open', mention: event.mention, how: 'keyboard' } };
    case 'entered card':
      return state.name === 'leaving' ? { state: open(state.mention) } : { state };
    case 'elapsed':
      if (!('token' in state) || state.token !== event.token) return { state };
      if (state.name === 'resting') return { state: open(state.mention) };
      return state.over ? rest(state.over, delays, token) : { state: { name: 'idle' } };
    case 'moved':
      return moved(state, event, delays, token);
  }
}

function open<M extends object>(mention: M): HoverState<M> {
  return { name: 'open', mention, how: 'pointer' };
}

function rest<M extends object>(mention: M, delays: HoverDelays, token: number): HoverStep<M> {
  return { state: { name: 'resting', mention, token }, wait: { token, milliseconds: delays.open } };
}

function moved<M extends object>(
  state: HoverState<M>,
  { mention, isRacing, isTowardsCard }: Extract<HoverEvent<M>, { type: 'moved' }>,
  delays: HoverDelays,
  token: number,
): HoverStep<M> {
  switch (state.name) {
    case 'idle':
      return mention === undefined ? { state } : rest(mention, delays, token);
    case 'resting':
      if (mention === undefined) return { state: { name: 'idle' } };
      return mention !== state.mention || isRacing ? rest(mention, delays, token) : { state };
    case 'open':
      if (mention === state.mention || state.how === 'keyboard') return { state };
      return {
        state: { name: 'leaving', mention: state.mention, token, over: mention },
        wait: { token, milliseconds: delays.leave },
      };
    case 'leaving':
      if (mention === state.mention) return { state: open(mention) };
      // On its way to the card the pointer may cross other mentions; elsewhere they take over at once.
      if (mention !== undefined && !isTowardsCard) return rest(mention, delays, token);
      return isTowardsCard
        ? { state: { ...state, token, over: mention }, wait: { token, milliseconds: delays.leave } }
        : { state: { ...state, over: mention } };
  }
}

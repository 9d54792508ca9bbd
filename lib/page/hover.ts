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
  /** One that was asked for, by key or long press, does not mind where the pointer goes. */
  | { name: 'open'; mention: M; how: 'pointer' | 'asked' }
  /** Still open; the pointer has left both mention and card, perhaps for another mention. */
  | { name: 'leaving'; mention: M; token: number; over: M | undefined }
  /** Stays until it is closed by hand, and nothing that is merely pointed at takes its place. */
  | { name: 'pinned'; mention: M };

export type HoverEvent<M extends object> =
  /** The pointer moved; `mention` is what lies under it. */
  | {
      type: 'moved';
      mention: M | undefined;
      /** Whether pointing alone opens a card now, or the key is held that does. */
      mayOpen: boolean;
      isRacing: boolean;
      isTowardsCard: boolean;
    }
  | { type: 'entered card' }
  | { type: 'elapsed'; token: number }
  /** A command or a long press asks for this mention. */
  | { type: 'asked'; mention: M }
  /** Someone turns the card that is open to another mention. */
  | { type: 'turned'; mention: M }
  | { type: 'pinned' }
  | { type: 'unpinned' }
  /** A press outside the card, or the mention is out of sight or no longer in the page. */
  | { type: 'left behind' }
  /** Escape, the close button, or the end of the session. */
  | { type: 'dismissed' };

type Moved<M extends object> = Extract<HoverEvent<M>, { type: 'moved' }>;

export interface HoverDelays {
  /** Milliseconds the pointer rests before the card opens. */
  open: number;
  /** The least of them for a pointer that was racing a moment ago. */
  settle: number;
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
    case 'left behind':
      return { state: state.name === 'pinned' ? state : { name: 'idle' } };
    case 'asked':
      return {
        state:
          state.name === 'pinned'
            ? { name: 'pinned', mention: event.mention }
            : { name: 'open', mention: event.mention, how: 'asked' },
      };
    case 'turned':
      if (state.name === 'leaving') return { state: open(event.mention) };
      return { state: isShown(state) ? { ...state, mention: event.mention } : state };
    case 'pinned':
      return { state: isShown(state) ? { name: 'pinned', mention: state.mention } : state };
    case 'unpinned':
      return { state: state.name === 'pinned' ? open(state.mention) : state };
    case 'entered card':
      return { state: state.name === 'leaving' ? open(state.mention) : state };
    case 'elapsed':
      if (!('token' in state) || state.token !== event.token) return { state };
      if (state.name === 'resting') return { state: open(state.mention) };
      return state.over ? rest(state.over, delays.open, token) : { state: { name: 'idle' } };
    case 'moved':
      return moved(state, event, delays, token);
  }
}

/** Whether a card is to be seen in this state. */
export function isShown<M extends object>(
  state: HoverState<M>,
): state is Exclude<HoverState<M>, { name: 'idle' | 'resting' }> {
  return state.name !== 'idle' && state.name !== 'resting';
}

function open<M extends object>(mention: M): HoverState<M> {
  return { name: 'open', mention, how: 'pointer' };
}

function rest<M extends object>(mention: M, milliseconds: number, token: number): HoverStep<M> {
  return { state: { name: 'resting', mention, token }, wait: { token, milliseconds } };
}

function moved<M extends object>(
  state: HoverState<M>,
  event: Moved<M>,
  delays: HoverDelays,
  token: number,
): HoverStep<M> {
  const { mention, mayOpen, isRacing, isTowardsCard } = event;
  const wanted = mayOpen ? mention : undefined;
  const wait = isRacing ? Math.max(delays.open, delays.settle) : delays.open;
  switch (state.name) {
    case 'pinned':
      return { state };
    case 'idle':
      return wanted === undefined ? { state } : rest(wanted, wait, token);
    case 'resting':
      if (wanted === undefined) return { state: { name: 'idle' } };
      return wanted !== state.mention || isRacing ? rest(wanted, wait, token) : { state };
    case 'open':
      if (mention === state.mention || state.how === 'asked') return { state };
      return {
        state: { name: 'leaving', mention: state.mention, token, over: wanted },
        wait: { token, milliseconds: delays.leave },
      };
    case 'leaving':
      if (mention === state.mention) return { state: open(mention) };
      // On its way to the card the pointer may cross other mentions; elsewhere they take over at once.
      if (wanted !== undefined && !isTowardsCard) return rest(wanted, wait, token);
      return isTowardsCard
        ? { state: { ...state, token, over: wanted }, wait: { token, milliseconds: delays.leave } }
        : { state: { ...state, over: wanted } };
  }
}

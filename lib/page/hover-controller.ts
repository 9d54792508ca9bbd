import { isTyping } from './focus';
import type { Box, Point } from './geometry';
import { type HoverEvent, type HoverState, hover, isShown } from './hover';
import { onLongPress } from './long-press';
import { mentionAt } from './mention-at';
import type { MentionList, PlacedMention } from './mention-list';
import { closest, rangeOf } from './placed';
import { PointerPath } from './pointer-path';

/** How someone wants to call for the card. */
export interface HoverHabits {
  /** Milliseconds the pointer rests before the card opens. */
  delay: number;
  /** The key that has to be held, and then no time passes; `none`: the pointer alone is enough. */
  modifier: 'none' | 'alt' | 'ctrl' | 'shift';
}

/** Milliseconds; see `HoverDelays`. */
const settle = 60;
const leave = 300;

const modifierKeys = { none: undefined, alt: 'Alt', ctrl: 'Control', shift: 'Shift' };

/** What shows the card. */
export interface CardView {
  /** The pointer has come to a mention whose card may be wanted in a moment. */
  prepare(mention: PlacedMention): void;
  /** Shows a mention's card, beside the line at `at`; one that is open already is only placed anew. */
  open(mention: PlacedMention, at: Point | undefined): void;
  /** Has the card that is open show another mention, where it is. */
  turn(mention: PlacedMention): void;
  close(): void;
  /** Closes what is open within the card, a menu, and says whether there was anything. */
  closeInner(): boolean;
  /** Places the card beside its mention again. */
  follow(): void;
  /** Where the card stands; `undefined` while it is closed. */
  box(): Box | undefined;
  /** Whether an event comes from the card. */
  holds(event: Event): boolean;
  /** Whether someone is in the card by keyboard: then the pointer does not close it. */
  isInUse(): boolean;
}

/** Turns what pointer, finger and keyboard do on a page with mentions into an opened or closed card. */
export class HoverController {
  habits: HoverHabits = { delay: 150, modifier: 'none' };
  private state: HoverState<PlacedMention> = { name: 'idle' };
  private token = 0;
  private frame: number | undefined;
  /** A press that began in the card, and is not over: someone drags it, or selects its text. */
  private isHeld = false;
  private listening: AbortController | undefined;
  private readonly pointer = new PointerPath();
  private readonly mentions: MentionList;
  private readonly card: CardView;

  constructor(mentions: MentionList, card: CardView, signal: AbortSignal) {
    this.mentions = mentions;
    this.card = card;
    const follow = () => this.followMentions();
    mentions.onChange(follow, signal);
    signal.addEventListener('abort', () => {
      this.listening?.abort();
      this.send({ type: 'dismissed' });
    });
    follow();
  }

  /** Opens the card of the mention that follows (1) or precedes (-1) the one it last showed, of those to be seen. */
  step(direction: 1 | -1): void {
    const all = this.mentions.all;
    const current = this.state.name === 'idle' ? -1 : all.indexOf(this.state.mention);
    const start = current < 0 && direction < 0 ? 0 : current;
    for (let i = 1; i <= all.length; i++) {
      const mention = all[(start + direction * i + all.length * 2) % all.length] as PlacedMention;
      if (rangeOf(mention).getClientRects().length === 0) continue;
      // At once, also where the page wants it smooth: the card is placed beside what is in sight.
      closest(mention.startNode, () => true)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      this.pointer.forget();
      this.send({ type: 'asked', mention });
      return;
    }
  }

  dismiss(): void {
    this.send({ type: 'dismissed' });
  }

  pin(isPinned: boolean): void {
    this.send({ type: isPinned ? 'pinned' : 'unpinned' });
  }

  /** Shows another mention in the card that is open. */
  turn(mention: PlacedMention): void {
    this.send({ type: 'turned', mention });
  }

  /** The card's mention is out of sight. */
  leaveBehind(): void {
    this.send({ type: 'left behind' });
  }

  /** Listens to the pointer only while there is something to point at. */
  private followMentions(): void {
    const { all } = this.mentions;
    if (this.state.name !== 'idle' && !all.includes(this.state.mention)) this.leaveBehind();
    if (all.length === 0 && this.state.name === 'idle') {
      this.listening?.abort();
      this.listening = undefined;
    } else if (!this.listening) this.listen();
  }

  private listen(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const options = { capture: true, passive: true, signal };
    // A page that points by itself is not followed: a card would count as looked at.
    addEventListener('pointermove', (event) => event.isTrusted && this.moved(event), options);
    addEventListener('pointerdown', (event) => event.isTrusted && this.down(event), options);
    for (const type of ['pointerup', 'pointercancel'] as const)
      addEventListener(type, () => this.release(), options);
    // Captured, it would be heard of every element that the pointer leaves.
    document.addEventListener('pointerleave', () => this.left(), { signal });
    addEventListener('scroll', (event) => this.card.holds(event) || this.scrolled(), options);
    addEventListener('keydown', (event) => this.pressed(event), { capture: true, signal });
    onLongPress((at) => this.longPressed(at), signal);
  }

  private down(event: PointerEvent): void {
    this.isHeld = this.card.holds(event);
    if (!this.isHeld) this.leaveBehind();
  }

  private release(): void {
    this.isHeld = false;
  }

  private moved(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    // Whoever lets go outside the window is not heard of.
    this.isHeld &&= event.buttons !== 0;
    if (this.isHeld || this.card.holds(event)) {
      this.cancelLook();
      this.pointer.forget();
      this.send({ type: 'entered card' });
      return;
    }
    // One look a frame: where the pointer is now is all that counts.
    const to = { x: event.clientX, y: event.clientY };
    const { modifier } = this.habits;
    const mayOpen = event.buttons === 0 && (modifier === 'none' || event[`${modifier}Key`]);
    this.lookSoon(to, event.timeStamp, mayOpen);
  }

  private lookSoon(to: Point, time: number, mayOpen: boolean): void {
    this.cancelLook();
    this.frame = requestAnimationFrame(() => {
      this.frame = undefined;
      this.look(to, time, mayOpen);
    });
  }

  private look(to: Point, time: number, mayOpen: boolean): void {
    const path = this.pointer.goTo({ ...to, time }, this.card.box());
    if (this.state.name === 'pinned' || this.card.isInUse()) return;
    this.send({ type: 'moved', mention: mentionAt(this.mentions, to), mayOpen, ...path }, time);
  }

  private left(): void {
    this.cancelLook();
    this.pointer.forget();
    if (!this.card.isInUse()) this.send(nowhere);
  }

  private cancelLook(): void {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.frame = undefined;
  }

  /** The card goes with its mention; nothing opens because it was scrolled under the pointer. */
  private scrolled(): void {
    if (this.state.name === 'idle') return;
    this.card.follow();
    const { at } = this.pointer;
    if (this.state.name === 'resting') this.send(nowhere);
    else if (at && this.frame === undefined) this.lookSoon(at, performance.now(), false);
  }

  private pressed(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    const { at } = this.pointer;
    if (event.key === 'Escape') this.escape(event);
    else if (at && event.key === modifierKeys[this.habits.modifier] && !event.repeat && !isTyping())
      this.look(at, event.timeStamp, true);
  }

  /** A pinned card leaves the page's Escape to the page, unless one is in it. */
  private escape(event: KeyboardEvent): void {
    if (this.card.box() === undefined || (this.state.name === 'pinned' && !this.card.holds(event))) return;
    event.stopPropagation();
    event.preventDefault();
    if (!this.card.closeInner()) this.dismiss();
  }

  private longPressed(at: Point): boolean {
    const mention = mentionAt(this.mentions, at);
    if (!mention) return false;
    this.pointer.goTo({ ...at, time: performance.now() }, undefined);
    this.send({ type: 'asked', mention });
    return true;
  }

  /** @param time of what happened: it may have waited for a frame, and nobody should wait for that twice */
  private send(event: HoverEvent<PlacedMention>, time = performance.now()): void {
    const before = this.state;
    const open = this.habits.modifier === 'none' ? this.habits.delay : 0;
    const { state, wait } = hover(before, event, { open, settle, leave }, ++this.token);
    this.state = state;
    const was = isShown(before) ? before.mention : undefined;
    const is = isShown(state) ? state.mention : undefined;
    if (was && !is) this.card.close();
    if (is && is !== was) {
      if (event.type === 'turned') this.card.turn(is);
      else this.card.open(is, this.pointer.at);
    }
    // Not for each of those it passes on its way.
    if (state.name === 'resting' && before.name !== 'resting') this.card.prepare(state.mention);
    if (wait)
      this.after(time + wait.milliseconds - performance.now(), { type: 'elapsed', token: wait.token });
  }

  private after(milliseconds: number, event: HoverEvent<PlacedMention>): void {
    // Over already: a timer would cost one more frame.
    if (milliseconds <= 0) this.send(event);
    else setTimeout(() => this.send(event), milliseconds);
  }
}

const nowhere = {
  type: 'moved',
  mention: undefined,
  mayOpen: false,
  isRacing: false,
  isTowardsCard: false,
} as const;

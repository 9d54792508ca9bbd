import { type Box, isTowards, type Point } from './geometry';
import { type HoverEvent, type HoverState, hover } from './hover';
import type { MentionList, PlacedMention } from './mention-list';

/** Milliseconds. Rest long enough that a pointer passing over a line of titles opens nothing. */
const delays = { open: 150, leave: 300 };
/** A pointer faster than this has not come to rest, in CSS pixels a millisecond. */
const racing = 0.35;

/** What shows the card. */
export interface CardView {
  open(mention: PlacedMention): void;
  close(): void;
  /** Where the card stands; `undefined` while it is closed. */
  box(): Box | undefined;
  /** Whether an event comes from the card. */
  holds(event: Event): boolean;
  /** Whether someone is in the card by keyboard: then the pointer does not close it. */
  isInUse(): boolean;
}

/** Turns what the pointer and the keyboard do on a page with mentions into an opened or closed card. */
export class HoverController {
  private state: HoverState<PlacedMention> = { name: 'idle' };
  private token = 0;
  private pointer: (Point & { time: number }) | undefined;
  private frame: number | undefined;
  private listening: AbortController | undefined;
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

  /** Opens the card of the mention that follows (1) or precedes (-1) the one it last showed. */
  step(direction: 1 | -1): PlacedMention | undefined {
    const all = this.mentions.all;
    if (all.length === 0) return undefined;
    const current = this.state.name === 'idle' ? -1 : all.indexOf(this.state.mention);
    const start = current < 0 && direction < 0 ? 0 : current;
    const mention = all[(start + direction + all.length) % all.length] as PlacedMention;
    mention.startNode.parentElement?.scrollIntoView({ block: 'nearest' });
    this.send({ type: 'stepped', mention });
    return mention;
  }

  dismiss(): void {
    this.send({ type: 'dismissed' });
  }

  /** Listens to the pointer only while there is something to point at. */
  private followMentions(): void {
    const { all } = this.mentions;
    if (this.state.name !== 'idle' && !all.includes(this.state.mention)) this.dismiss();
    if (all.length === 0) {
      this.listening?.abort();
      this.listening = undefined;
    } else if (!this.listening) this.listen();
  }

  private listen(): void {
    this.listening = new AbortController();
    const options = { capture: true, passive: true, signal: this.listening.signal };
    addEventListener('pointermove', (event) => this.moved(event), options);
    addEventListener('pointerdown', (event) => this.card.holds(event) || this.dismiss(), options);
    document.addEventListener('pointerleave', () => this.left(), options);
    addEventListener('scroll', (event) => this.card.holds(event) || this.scrolled(), options);
    addEventListener('keydown', (event) => this.pressed(event), {
      capture: true,
      signal: this.listening.signal,
    });
  }

  private moved(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    if (this.card.holds(event)) {
      this.pointer = undefined;
      this.send({ type: 'entered card' });
      return;
    }
    // One look a frame: where the pointer is now is all that counts.
    const to = { x: event.clientX, y: event.clientY, time: event.timeStamp };
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.frame = undefined;
      this.look(to);
    });
  }

  private look(to: Point & { time: number }): void {
    if (this.card.isInUse()) return;
    const from = this.pointer;
    this.pointer = to;
    const box = this.card.box();
    const distance = from ? Math.hypot(to.x - from.x, to.y - from.y) : 0;
    this.send({
      type: 'moved',
      mention: this.mentionAt(to),
      isRacing: from !== undefined && distance > racing * Math.max(1, to.time - from.time),
      isTowardsCard: from !== undefined && box !== undefined && isTowards(from, to, box),
    });
  }

  private left(): void {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.frame = undefined;
    if (this.card.isInUse()) return;
    this.send({ type: 'moved', mention: undefined, isRacing: false, isTowardsCard: false });
  }

  private scrolled(): void {
    // A step by keyboard scrolls the page itself.
    if (this.state.name === 'open' && this.state.how === 'keyboard') return;
    if (this.state.name !== 'idle') this.dismiss();
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !event.isTrusted || this.card.box() === undefined) return;
    event.stopPropagation();
    event.preventDefault();
    this.dismiss();
  }

  private mentionAt({ x, y }: Point): PlacedMention | undefined {
    const { shadowRoots } = this.mentions;
    for (const { ranges } of CSS.highlights.highlightsFromPoint(x, y, { shadowRoots })) {
      for (const range of ranges) {
        const mention = this.mentions.of(range);
        if (mention) return mention;
      }
    }
    return undefined;
  }

  private send(event: HoverEvent<PlacedMention>): void {
    const before = this.state;
    const { state, wait } = hover(before, event, delays, ++this.token);
    this.state = state;
    if (wait) setTimeout(() => this.send({ type: 'elapsed', token: wait.token }), wait.milliseconds);
    this.show(before, state);
  }

  private show(before: HoverState<PlacedMention>, now: HoverState<PlacedMention>): void {
    const was = shown(before);
    const is = shown(now);
    if (was === is) return;
    if (!is) this.card.close();
    else this.card.open(is);
  }
}

function shown(state: HoverState<PlacedMention>): PlacedMention | undefined {
  return state.name === 'open' || state.name === 'leaving' ? state.mention : undefined;
}

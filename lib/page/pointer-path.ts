import { type Box, isTowards, type Point } from './geometry';

/** A pointer faster than this has not come to rest, in CSS pixels a millisecond. */
const racing = 0.35;

interface Seen extends Point {
  /** Of the event, in milliseconds. */
  time: number;
}

/** Where the pointer was last seen outside the card, and how it got there. */
export class PointerPath {
  private last: Seen | undefined;

  /** `undefined` in the card, and before it was ever seen. */
  get at(): Point | undefined {
    return this.last;
  }

  /**
   * Notes where the pointer is now.
   *
   * @param card where the open card stands
   */
  goTo(to: Seen, card: Box | undefined): { isRacing: boolean; isTowardsCard: boolean } {
    const from = this.last;
    this.last = to;
    if (!from) return { isRacing: false, isTowardsCard: false };
    const distance = Math.hypot(to.x - from.x, to.y - from.y);
    return {
      isRacing: distance > racing * Math.max(1, to.time - from.time),
      isTowardsCard: card !== undefined && isTowards(from, to, card),
    };
  }

  forget(): void {
    this.last = undefined;
  }
}

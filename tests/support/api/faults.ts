/** What the server does wrong, on demand. */
export type Fault =
  /** 429; `retryAfter` in seconds, or as a date; null leaves the header out. */
  | { kind: 'too-many'; retryAfter: number | Date | null }
  | { kind: 'status'; status: number }
  /** No answer, ever. */
  | { kind: 'hang' }
  /** An answer that comes byte by byte and takes longer than anybody waits. */
  | { kind: 'drip' }
  /** The connection breaks in the middle of the answer. */
  | { kind: 'break' }
  /** Half of the answer, as if it were all. */
  | { kind: 'truncated' }
  /** Something else in the place of the answer, such as the page of a hotel's network. */
  | { kind: 'other-text'; text: string }
  /** Every third record of a list holds values of the wrong type. */
  | { kind: 'wrong-types' }
  | { kind: 'unknown-fields' }
  /** Another day's list: that of the last one before it that has papers. */
  | { kind: 'other-day' }
  /** Lists are empty, as on a weekend. */
  | { kind: 'empty' }
  /** A paper appears in front of the newest day of a list each time a page of it was given. */
  | { kind: 'shift' }
  /** The first paper of every day is missing from lists. */
  | { kind: 'lost-paper' };

/** The faults that hold at present. One at a time: a later one takes the place of an earlier one. */
export class Faults {
  #fault: Fault | undefined;
  #left = 0;

  /** @param times answers that are spoilt; then the server behaves again */
  set(fault: Fault | undefined, times = Number.POSITIVE_INFINITY): void {
    this.#fault = fault;
    this.#left = times;
  }

  /** The fault of the next answer. */
  take(): Fault | undefined {
    return this.#left-- > 0 ? this.#fault : undefined;
  }
}

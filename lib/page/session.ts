import { type MembershipFilter, type PackedFilter, unpackFilter } from '../match/membership';
import type { PaperId } from '../paper/types';
import { MentionList } from './mention-list';
import { Scanner, type Verify } from './scanner';

/** What the scanner and, once it is there, the card share on one page. */
export interface PageSession {
  mentions: MentionList;
  /** Aborts when Titlelight leaves the page: its access was taken away, or a newer version took over. */
  signal: AbortSignal;
  /** False once an update or removal of the extension has orphaned its scripts. */
  isAlive(): boolean;
  /** Takes every mark away and ends all listening. */
  stop(): void;
  /** Whether the card's script has come, too: it does so only once something was found. */
  hasCard: boolean;
  /** Scrolls the page to a mention of `paper` and lights it up for a moment. Set by the card's script. */
  show?: (paper: PaperId) => void;
  /** Opens the card of the next (1) or previous (-1) mention. Set by the card's script. */
  step?: (direction: 1 | -1) => void;
  use(filter: PackedFilter): void;
}

// Both scripts run in the extension's own world, which the page cannot reach.
const slot = Symbol.for('titlelight session');
const world = globalThis as { [slot]?: PageSession };

/** The session that runs on this page, if any. */
export function currentSession(): PageSession | undefined {
  const session = world[slot];
  return session && !session.signal.aborted && session.isAlive() ? session : undefined;
}

/** Starts scanning; nothing is scanned before `use` brings a filter. */
export function startSession(verify: Verify, isAlive: () => boolean): PageSession {
  world[slot]?.stop();
  const controller = new AbortController();
  const { signal } = controller;
  const mentions = new MentionList(signal);
  const scanner = new Scanner(mentions, verify, isAlive, signal);
  let filter: MembershipFilter | undefined;
  const session: PageSession = {
    mentions,
    signal,
    isAlive,
    stop: () => controller.abort(),
    hasCard: false,
    use(packed) {
      if (filter?.generation === packed.generation) return;
      filter = unpackFilter(packed);
      scanner.use(filter);
    },
  };
  world[slot] = session;
  signal.addEventListener('abort', () => {
    if (world[slot] === session) delete world[slot];
  });
  return session;
}

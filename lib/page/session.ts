import { type MembershipFilter, type PackedFilter, unpackFilter } from '../match/membership';
import type { PaperId } from '../paper/types';
import { MentionList } from './mention-list';
import { Painter } from './painter';
import { elementAround } from './placed';
import { Scanner, type Verify } from './scanner';

/** What the scanner and, once it is there, the card share on one page. */
export interface PageSession {
  mentions: MentionList;
  painter: Painter;
  /** Aborts when Titlelight leaves the page: its access was taken away, or a newer version took over. */
  signal: AbortSignal;
  /** False once an update or removal of the extension has orphaned its scripts. */
  isAlive(): boolean;
  /** Takes every mark away and ends all listening. */
  stop(): void;
  /** Whether the card's script has come, too: it does so only once something was found. */
  hasCard: boolean;
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

/** Starts scanning and painting; nothing is scanned before `use` brings a filter. */
export function startSession(verify: Verify, isAlive: () => boolean): PageSession {
  world[slot]?.stop();
  const controller = new AbortController();
  const { signal } = controller;
  const mentions = new MentionList(signal);
  const painter = new Painter(signal);
  const scanner = new Scanner(mentions, verify, isAlive, signal);
  let filter: MembershipFilter | undefined;
  mentions.onChange(() => painter.paint(mentions.all), signal);
  const session: PageSession = {
    mentions,
    painter,
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

/** Scrolls the page to a mention of `paper` and lights it up for a moment. */
export function showMention({ mentions, painter }: PageSession, paper: PaperId): void {
  const mention = mentions.all.find((one) => one.paper === paper);
  if (!mention) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  elementAround(mention.startNode)?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  painter.paintHovered(mention);
  setTimeout(() => painter.paintHovered(), 2_000);
}

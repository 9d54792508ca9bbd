import { h, render } from 'preact';
import { keepMessages } from '@/lib/i18n/locale';
import { t } from '@/lib/i18n/text';
import { CardHost } from '@/lib/page/card-host';
import { copyText } from '@/lib/page/copy';
import type { Point } from '@/lib/page/geometry';
import { HoverController, type HoverHabits } from '@/lib/page/hover-controller';
import type { PlacedMention } from '@/lib/page/mention-list';
import type { Painter } from '@/lib/page/painter';
import { passageOf } from '@/lib/page/passage';
import type { PageSession } from '@/lib/page/session';
import { doWhenIdle, fontJobs } from '@/lib/page/warm-up';
import { cite } from '@/lib/paper/citation';
import type { PaperId } from '@/lib/paper/types';
import type { ReadingStatus } from '@/lib/shelf/types';
import css from './card.css?inline';
import { type Described, Descriptions } from './descriptions';
import { keptMessages } from './kept-messages';
import { type CardActs, OpenCard, type Shown } from './OpenCard';

type OnShelf = Pick<Described, 'saved' | 'status'>;

/** What the card needs from the rest of the extension. Each may reject where the extension is gone. */
export interface CardServices {
  /** `null` for papers that nobody knows any more. */
  describe(ids: PaperId[]): Promise<(Described | null)[]>;
  save(id: PaperId): Promise<OnShelf>;
  unsave(id: PaperId): Promise<OnShelf>;
  /** Puts back on the shelf, as it was, what `unsave` took off. */
  keep(id: PaperId): Promise<OnShelf>;
  setStatus(id: PaperId, status: ReadingStatus): Promise<OnShelf>;
  /** Remembers that the paper's card was looked at. */
  saw(id: PaperId): Promise<unknown>;
  /** "Not this paper", on this page or on every page. */
  dismiss(id: PaperId, everywhere: boolean): Promise<unknown>;
  restore(id: PaperId): Promise<unknown>;
  /** Calls back with how the card is called for, now and whenever that changes, until `signal` aborts. */
  followHabits(callback: (habits: HoverHabits) => void, signal: AbortSignal): Promise<void>;
}

/** How long a card must be open to have been looked at, in milliseconds. */
const glance = 1_000;

/** Brings the hover card to a page on which a session runs. */
export function startCard(session: PageSession, painter: Painter, services: CardServices): void {
  keepMessages(keptMessages);
  const { mentions, signal } = session;
  const host = new CardHost(css, () => controller.leaveBehind());
  const descriptions = new Descriptions(services.describe);
  /** Whose card is open, or about to be. */
  let current: PlacedMention | undefined;
  let shown: Shown | undefined;
  /** What is rendered. */
  let drawn: Shown | undefined;
  let openings = 0;
  const seen = new Set<PaperId>();

  /** Asks while the pointer still rests, and renders what is known, so that the card is there when it opens. */
  const prepare = (mention: PlacedMention) => {
    current = mention;
    requestIdleCallback(() => renderAhead(mention), { timeout: 50 });
    descriptions.ask(mention.paper).then(
      (now) => {
        if (now) refresh(now);
        renderAhead(mention);
      },
      // Whoever opens the card hears of it.
      () => {},
    );
  };

  const renderAhead = (mention: PlacedMention) => {
    if (current === mention) rehearse(mention);
  };

  /** Renders a card where nobody sees it. */
  const rehearse = (mention: PlacedMention) => {
    const known = descriptions.peek(mention.paper);
    if (known && !shown && host.isFree) draw(firstView(mention, known));
  };

  const refresh = (now: Described) => {
    if (shown?.paper.id === now.paper.id && !shown.dismissed) show({ ...shown, ...now });
  };

  const open = async (mention: PlacedMention, at: Point | undefined) => {
    current = mention;
    const found = descriptions.peek(mention.paper) ?? (await descriptions.ask(mention.paper));
    // The pointer may have gone elsewhere while the worker woke up.
    if (current !== mention) return;
    if (!found) return close();
    hideDismissed();
    show({ ...firstView(mention, found), isAskedFor: at === undefined });
    painter.paintHovered(mention);
    host.open(mention, at);
  };

  const close = () => {
    current = undefined;
    painter.paintHovered();
    host.close();
    hideDismissed();
    shown = undefined;
    openings += 1;
  };

  /** Shows another mention where the card is. */
  const turn = async (mention: PlacedMention) => {
    current = mention;
    const found = descriptions.peek(mention.paper) ?? (await descriptions.ask(mention.paper));
    if (current !== mention || !found) return;
    hideDismissed();
    host.hold();
    show(firstView(mention, found));
    painter.paintHovered(mention);
  };

  const firstView = (mention: PlacedMention, described: Described): Shown => ({
    ...described,
    mention,
    opening: openings,
    passage: passageOf(mention, mentions.all),
    isPinned: shown?.isPinned ?? false,
    isAskedFor: false,
  });

  /** Only once the card is about something else: it must not vanish under the pointer that would undo it. */
  const hideDismissed = () => {
    if (shown?.dismissed) mentions.setHidden(shown.paper.id, true);
  };

  const show = (now: Shown) => {
    const isAnother = shown?.paper.id !== now.paper.id;
    shown = now;
    draw(now);
    if (isAnother) setTimeout(() => looked(now.paper.id), glance);
  };

  const draw = (now: Shown) => {
    if (drawn && isSame(drawn, now)) return;
    drawn = now;
    render(h(OpenCard, { shown: now, acts }), host.root);
  };

  const looked = (id: PaperId) => {
    if (shown?.paper.id !== id || seen.has(id) || document.hidden) return;
    seen.add(id);
    // A look that is not remembered costs a dot in the popup.
    services.saw(id).catch(() => seen.delete(id));
  };

  /** Does something about the paper, then shows what came of it, if the card is still about it. */
  const after = async (work: (id: PaperId) => Promise<Partial<Shown>>) => {
    const before = shown;
    if (!before) return;
    const { id } = before.paper;
    const change = await work(id).catch((error: Error) => ({ problem: problemOf(error) }));
    if ('saved' in change) descriptions.change(id, change);
    if (shown?.paper.id === id) show({ ...shown, problem: undefined, ...change });
  };

  const problemOf = ({ message }: Error) => (session.isAlive() ? message : t('card.orphaned'));

  const showSharer = async (id: PaperId) => {
    const before = shown;
    const found = descriptions.peek(id) ?? (await descriptions.ask(id).catch(() => null));
    if (!before || shown !== before || !found) return;
    const { paper } = before.mention;
    const sharers = before.sharers ?? [paper, ...before.sharing.map((other) => other.id)];
    const hadFocus = host.root.activeElement !== null;
    host.hold();
    show({ ...firstView(before.mention, found), ...(id !== paper && { sharers }) });
    // The button that was pressed is gone; whoever works by keyboard goes on from here.
    if (hadFocus && !host.root.activeElement)
      host.root.querySelector<HTMLElement>('.card-stepper button, .card-head button')?.focus();
  };

  const step = (direction: 1 | -1) => {
    if (!shown) return;
    const { mention, paper, passage, sharers } = shown;
    if (sharers) void showSharer(stepFrom(paper.id, sharers, direction));
    else controller.turn(stepFrom(mention, passage, direction));
  };

  const acts: CardActs = {
    pin(isPinned) {
      if (!shown) return;
      host.pin(isPinned);
      controller.pin(isPinned);
      show({ ...shown, isPinned });
    },
    move: (x, y) => host.moveBy(x, y),
    close: () => controller.dismiss(),
    step,
    showSharer: (id) => void showSharer(id),
    save: () => after(async (id) => ({ ...(await services.save(id)), isRemoved: false })),
    unsave: () => after(async (id) => ({ ...(await services.unsave(id)), isRemoved: true })),
    keep: () => after(async (id) => ({ ...(await services.keep(id)), isRemoved: false })),
    setStatus: (status) => after((id) => services.setStatus(id, status)),
    copy: async (format) => shown !== undefined && copyText(cite(shown.paper, format), host.root),
    dismiss: (isEverywhere) =>
      after(async (id) => {
        await services.dismiss(id, isEverywhere);
        return { dismissed: isEverywhere ? 'everywhere' : 'here' };
      }),
    restore: () =>
      after(async (id) => {
        await services.restore(id);
        return { dismissed: undefined };
      }),
  };

  const controller = new HoverController(
    mentions,
    {
      prepare,
      open: (mention, at) => void open(mention, at).catch(close),
      turn: (mention) => void turn(mention).catch(close),
      close,
      closeInner: () => host.closeInner(),
      follow: () => host.follow(),
      box: () => host.box(),
      holds: (event) => host.holds(event),
      isInUse: () => host.isInUse,
    },
    signal,
  );
  session.step = (direction) => controller.step(direction);

  const expect = () => descriptions.expect(mentions.all.map(({ paper }) => paper)).catch(() => {});
  mentions.onChange(() => requestIdleCallback(expect), signal);
  requestIdleCallback(expect);
  // Someone has a pointer, and may soon rest it on a mention.
  const warmUp = () =>
    doWhenIdle([() => mentions.all[0] && rehearse(mentions.all[0]), ...fontJobs(css)], signal);
  addEventListener('pointermove', warmUp, { capture: true, passive: true, once: true, signal });

  services
    .followHabits((habits) => {
      controller.habits = habits;
    }, signal)
    // The extension has gone in the meantime; what it left behind goes on with the usual habits.
    .catch(() => {});
}

/** Whether two views look the same; what they are made of is never changed in place. */
function isSame(one: Shown, other: Shown): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Shown>;
  return [...keys].every(
    (key) =>
      one[key] === other[key] || (key === 'passage' && one.passage.every((m, i) => m === other.passage[i])),
  );
}

/** The next (1) or the previous one (-1), round the ends. */
function stepFrom<T>(one: T, all: readonly T[], direction: 1 | -1): T {
  return all[(all.indexOf(one) + direction + all.length) % all.length] as T;
}

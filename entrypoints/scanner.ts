import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Answer, ask, type Reply, type TabRequest } from '@/lib/messages';
import { currentSession, type PageSession, startSession } from '@/lib/page/session';
import { onFilterPublished, readFilter } from '@/lib/published-filter';

/** The least that can hold a title to be read, in CSS pixels. */
const line = { width: 100, height: 15 };

/**
 * The only script that runs on every permitted page. It reads, and wakes the worker only with a hit; what paints comes with
 * the card's script, once something was found.
 *
 * A plain script, without WXT's content-script context: that one tells the page that it has started, and lets the page
 * end it.
 */
export default defineUnlistedScript(() => {
  // Nobody waits for it: whoever brings this script to a tab would wait for the smallest of its frames.
  if (!currentSession() && isOfThePage()) start();
});

async function start(): Promise<void> {
  await roomToRead();
  if (currentSession()) return;
  const session = startSession(
    (blocks, ignored) => ask({ type: 'page/verify', blocks, ignored }),
    () => browser.runtime?.id !== undefined,
  );
  reportFindings(session);
  answerRequests(session);
  onFilterPublished((filter) => session.use(filter), session.signal);
  const filter = await readFilter();
  if (filter) session.use(filter);
}

/** Whether this is the page itself or a frame of the same origin, and not an advertisement in it. */
function isOfThePage(): boolean {
  try {
    return top?.document !== undefined;
  } catch {
    return false;
  }
}

/** Resolves when the frame is large enough for a line of text. Pages keep many without a size, for their own purposes. */
async function roomToRead(): Promise<void> {
  while (window !== top && (innerWidth < line.width || innerHeight < line.height))
    await new Promise((resolve) => addEventListener('resize', resolve, { once: true }));
}

/** Tells the worker how many papers stand here: for the badge, and so that it brings the card. */
function reportFindings(session: PageSession): void {
  const { mentions, signal } = session;
  let reported = 0;
  const report = (papers: number) => {
    if (papers === reported) return;
    reported = papers;
    ask({ type: 'page/found', papers, hasCard: session.hasCard }).catch(() => {
      // Not reached, however often it was tried: the next change tells.
      reported = -1;
    });
  };
  const count = () => report(new Set(mentions.all.map(({ paper }) => paper)).size);
  mentions.onChange(count, signal);
  const shown = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    // Back on a page that the browser had kept; it has not kept the badge.
    reported = 0;
    count();
  };
  addEventListener('pageshow', shown, { signal });
  // A page that goes takes its count along; a frame that goes leaves the page's to be counted again.
  if (window !== top) addEventListener('pagehide', () => report(0), { signal });
}

function answerRequests(session: PageSession): void {
  const listen = (message: unknown, _sender: unknown, respond: (answer: Answer<unknown>) => void) => {
    const value = answer(session, message as TabRequest);
    if (value === undefined) return undefined;
    respond({ ok: true, value });
    return true;
  };
  browser.runtime.onMessage.addListener(listen);
  session.signal.addEventListener(
    'abort',
    () => browser.runtime?.id && browser.runtime.onMessage.removeListener(listen),
  );
}

/** `undefined` for what is not ours to answer. */
function answer(session: PageSession, request: TabRequest): Reply<TabRequest> | undefined {
  switch (request?.type) {
    case 'tab/show':
      session.show?.(request.id);
      return null;
    case 'tab/stop':
      session.stop();
      return null;
    case 'tab/step':
      session.step?.(request.direction);
      return null;
    default:
      return undefined;
  }
}

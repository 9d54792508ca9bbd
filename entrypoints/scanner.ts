import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Answer, ask, type Reply, type TabMention, type TabRequest } from '@/lib/messages';
import { currentSession, type PageSession, showMention, startSession } from '@/lib/page/session';
import type { PaperId } from '@/lib/paper/types';
import { onFilterPublished, readFilter } from '@/lib/published-filter';
import { followReadingSettings } from '@/lib/settings/reading';

/**
 * The only script that runs on every permitted page. It reads, paints, and wakes the worker only with a hit.
 *
 * A plain script, without WXT's content-script context: that one tells the page that it has started, and lets the page
 * end it.
 */
export default defineUnlistedScript(async () => {
  if (currentSession()) return;
  const session = startSession(
    (blocks, ignored) => ask({ type: 'page/verify', blocks, ignored }),
    () => browser.runtime?.id !== undefined,
  );
  reportFindings(session);
  answerRequests(session);
  await followReadingSettings((look) => session.painter.dress(look), session.signal);
  onFilterPublished((filter) => session.use(filter), session.signal);
  const filter = await readFilter();
  if (filter) session.use(filter);
});

/** Tells the worker how many papers stand here: for the badge, and so that it brings the card. */
function reportFindings(session: PageSession): void {
  const { mentions, signal } = session;
  let reported = 0;
  mentions.onChange(() => {
    const papers = new Set(mentions.all.map(({ paper }) => paper)).size;
    if (papers === reported) return;
    reported = papers;
    ask({ type: 'page/found', papers, hasCard: session.hasCard }).catch(() => {
      // Not reached, however often it was tried: the next change tells.
      reported = -1;
    });
  }, signal);
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
    case 'tab/mentions':
      return countMentions(session);
    case 'tab/show':
      showMention(session, request.id);
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

function countMentions({ mentions }: PageSession): TabMention[] {
  const times = new Map<PaperId, number>();
  for (const { paper } of mentions.all) times.set(paper, (times.get(paper) ?? 0) + 1);
  return [...times].map(([id, count]) => ({ id, times: count }));
}

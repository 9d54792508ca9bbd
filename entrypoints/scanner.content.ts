import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Answer, ask, type Reply, type TabRequest } from '@/lib/messages';
import { currentSession, type PageSession, showMention, startSession } from '@/lib/page/session';
import { onFilterPublished, readFilter } from '@/lib/published-filter';

/** The only script that runs on every permitted page. It reads, paints, and wakes the worker only with a hit. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  async main(context) {
    if (currentSession()) return;
    const { signal } = context;
    const session = startSession(async (blocks, ignored) => {
      // An update or removal of the extension orphans this script: it goes quiet.
      if (!browser.runtime?.id) context.abort();
      return ask({ type: 'page/verify', blocks, ignored });
    }, signal);
    reportFindings(session);
    answerPopup(session);
    onFilterPublished((filter) => session.use(filter), signal);
    const filter = await readFilter();
    if (filter) session.use(filter);
  },
});

/** Tells the worker how many papers stand here: for the badge, and so that it brings the card. */
function reportFindings(session: PageSession): void {
  const { mentions, signal } = session;
  let reported = 0;
  mentions.onChange(() => {
    const papers = new Set(mentions.all.map(({ paper }) => paper)).size;
    if (papers === reported) return;
    reported = papers;
    // Not reached: the badge is late until the next change.
    ask({ type: 'page/found', papers, hasCard: session.hasCard }).catch(() => {});
  }, signal);
}

function answerPopup(session: PageSession): void {
  const listen = (
    message: unknown,
    _sender: unknown,
    respond: (answer: unknown) => void,
  ): true | undefined => {
    const request = message as TabRequest;
    if (request?.type === 'tab/mentions') respond({ ok: true, value: countMentions(session) });
    else if (request?.type === 'tab/show') {
      showMention(session, request.id);
      respond({ ok: true, value: null } satisfies Answer<null>);
    } else return undefined;
    return true;
  };
  browser.runtime.onMessage.addListener(
    listen as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
  session.signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listen as never));
}

function countMentions({ mentions }: PageSession): Reply<{ type: 'tab/mentions' }> {
  const times = new Map<Reply<{ type: 'tab/mentions' }>[number]['id'], number>();
  for (const { paper } of mentions.all) times.set(paper, (times.get(paper) ?? 0) + 1);
  return [...times].map(([id, count]) => ({ id, times: count }));
}

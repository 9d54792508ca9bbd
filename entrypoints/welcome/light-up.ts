import { browser } from 'wxt/browser';
import { startCard } from '@/components/card/start-card';
import { cardServices } from '@/lib/card-services';
import { ask, type TabRequest } from '@/lib/messages';
import { startPainting } from '@/lib/page/painting';
import { startSession } from '@/lib/page/session';
import { onFilterPublished, readFilter } from '@/lib/published-filter';
import { followReadingSettings } from '@/lib/settings/reading';
import { calledEvent } from './watch-card';

/** Does to this page what the content scripts do to others: no content script runs in an extension's own pages. */
export async function lightUp(): Promise<void> {
  const session = startSession(
    (blocks, ignored) => ask({ type: 'page/verify', blocks, ignored }),
    () => true,
  );
  session.hasCard = true;
  const painter = startPainting(session);
  startCard(session, painter, cardServices);
  browser.runtime.onMessage.addListener((message) => {
    const request = message as TabRequest;
    // The key for the next card; other messages are not for this page.
    if (request?.type !== 'tab/step') return undefined;
    session.step?.(request.direction);
    // The lesson beside the sample waits for it.
    dispatchEvent(new Event(calledEvent));
    return Promise.resolve({ ok: true, value: null });
  });
  await followReadingSettings((look) => painter.dress(look), session.signal);
  // On the first run the index may still be under way.
  onFilterPublished((filter) => session.use(filter), session.signal);
  const filter = await readFilter();
  if (filter) session.use(filter);
}

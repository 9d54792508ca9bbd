import { startCard } from '@/components/card/start-card';
import { cardServices } from '@/lib/card-services';
import { ask } from '@/lib/messages';
import { startSession } from '@/lib/page/session';
import { onFilterPublished, readFilter } from '@/lib/published-filter';

/** Does to this page what the content scripts do to others: no content script runs in an extension's own pages. */
export async function lightUp(): Promise<void> {
  const { signal } = new AbortController();
  const session = startSession((blocks, ignored) => ask({ type: 'page/verify', blocks, ignored }), signal);
  session.hasCard = true;
  startCard(session, cardServices);
  // On the first run the index may still be under way.
  onFilterPublished((filter) => session.use(filter), signal);
  const filter = await readFilter();
  if (filter) session.use(filter);
}

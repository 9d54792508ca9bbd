import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startCard } from '@/components/card/start-card';
import { cardServices } from '@/lib/card-services';
import { currentSession } from '@/lib/page/session';

/** The hover card; the worker brings it to a page only once a mention was found there. */
export default defineUnlistedScript(() => {
  const session = currentSession();
  if (!session || session.hasCard) return;
  session.hasCard = true;
  startCard(session, cardServices);
});

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startCard } from '@/components/card/start-card';
import { cardServices } from '@/lib/card-services';
import { startPainting } from '@/lib/page/painting';
import { currentSession } from '@/lib/page/session';
import { followReadingSettings } from '@/lib/settings/reading';

/** The marks and the hover card; the worker brings them to a page only once a mention was found there. */
export default defineUnlistedScript(async () => {
  const session = currentSession();
  if (!session || session.hasCard) return;
  session.hasCard = true;
  const painter = startPainting(session);
  startCard(session, painter, cardServices);
  await followReadingSettings((look) => painter.dress(look), session.signal);
});

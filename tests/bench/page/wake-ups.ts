import type { Titlelight } from '../../support/extension.ts';
import { idle } from '../../support/idle.ts';
import type { LocalWeb } from '../../support/server.ts';
import { mentionsOn } from '../pages/mentions-on.ts';
import type { LabelledPage } from '../pages/saved-pages.ts';

/** What pages without papers do to a worker that sleeps. */
export interface WakeUps {
  pages: number;
  /** Files of those that woke it, though there is no paper on them. */
  woke: string[];
}

/** Shows each page to the extension whose worker is stopped, and notes where it runs afterwards. */
export async function measureWakeUps(
  titlelight: Titlelight,
  web: LocalWeb,
  pages: readonly LabelledPage[],
): Promise<WakeUps> {
  const found: WakeUps = { pages: 0, woke: [] };
  await titlelight.killWorker();
  for (const { file, address, html } of pages) {
    const page = await titlelight.open(web.serve(address, html));
    await idle(page);
    const isWoken = await titlelight.workerRuns();
    // A label says what an exact search found: a page without may still link to a paper.
    const isWithPaper = isWoken && (await mentionsOn(page)).length > 0;
    await page.close();
    if (!isWithPaper) found.pages += 1;
    if (isWoken && !isWithPaper) found.woke.push(file);
    if (isWoken) await titlelight.killWorker();
  }
  return found;
}

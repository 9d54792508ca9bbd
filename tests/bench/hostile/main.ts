import type { CDPSession } from 'playwright-core';
import { launch, type Titlelight } from '../../support/extension.ts';
import { type LocalWeb, startWeb } from '../../support/server.ts';
import { atMost, type Figure, table } from '../figures.ts';
import { categories, section, type Work, workOf } from '../page/thread.ts';
import { recorded } from '../trace.ts';
import { type HostilePage, hostilePages } from './pages.ts';

/** Milliseconds: what a browser calls a long task. */
const longTask = 50;
/** How long a page is watched once it is there, in milliseconds: more than it takes to read any of them. */
const watched = 20_000;

/** Shows pages that would slow down whoever reads them, and looks for the longest task of the extension's on each. */
export async function measureHostile(): Promise<Figure[]> {
  const web = await startWeb();
  const titlelight = await launch({ web });
  try {
    titlelight.context.setDefaultTimeout(240_000);
    const devtools = await titlelight.context.browser()?.newBrowserCDPSession();
    if (!devtools) throw new Error('The browser cannot be traced.');
    const measured: { name: string; work: Work }[] = [];
    for (const page of hostilePages)
      measured.push({ name: page.name, work: await visit(titlelight, web, devtools, page) });
    print(measured);
    return measured.map(({ name, work }) =>
      atMost(`${name}, longest task of ours`, work.task, 'ms', longTask),
    );
  } finally {
    await titlelight.close();
    await web.close();
  }
}

async function visit(
  titlelight: Titlelight,
  web: LocalWeb,
  devtools: CDPSession,
  { html }: HostilePage,
): Promise<Work> {
  const { events } = await recorded(devtools, categories, async () => {
    const page = await titlelight.open(web.serve('https://arxiv.org/hostile', html));
    await page.waitForFunction('globalThis.isBuilt');
    await page.waitForTimeout(watched);
    await page.evaluate((section) => void performance.mark(section), section);
    await page.close();
  });
  const [work] = workOf(events);
  return work as Work;
}

function print(measured: readonly { name: string; work: Work }[]): void {
  console.log(`Milliseconds of processor time of ours within ${watched / 1_000} seconds\n`);
  console.log(
    table(
      ['page', 'in all', 'longest slice', 'longest task'],
      measured.map(({ name, work }) => [
        name,
        ...[work.scan, work.slice, work.task].map((ms) => ms.toFixed(1)),
      ]),
      [1, 2, 3],
    ),
  );
}

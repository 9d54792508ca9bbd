import type { CDPSession, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import type { Titlelight } from '../../support/extension.ts';
import { atMost, type Figure, noted } from '../figures.ts';
import { median } from '../stopwatch.ts';
import { longest } from '../sync/probe.ts';
import { traced } from '../sync/tracing.ts';
import { countFrames, type Frames, type Paint, watchPaint } from './in-page.ts';

const rounds = 7;
/** Milliseconds that make a task a long one, as browsers count them. */
export const long = 50;
/** How long each way of scrolling goes on, in milliseconds. */
const scrolled = 3_000;

/** Measures the library of an extension that holds an archive: how it opens, scrolls and filters. */
export async function measureLibrary(titlelight: Titlelight): Promise<Figure[]> {
  const devtools = await devtoolsOf(titlelight);
  return [
    ...(await measureCatalogue(titlelight, devtools)),
    ...(await measureOpening(titlelight, devtools)),
    ...(await measureScrolling(titlelight, devtools)),
    ...(await measureFilters(titlelight, devtools)),
  ];
}

export async function devtoolsOf(titlelight: Titlelight): Promise<CDPSession> {
  const devtools = await titlelight.context.browser()?.newBrowserCDPSession();
  if (!devtools) throw new Error('The browser cannot be traced.');
  return devtools;
}

/** The first opening of all: every paper is read once for the catalogue while the list is there. */
async function measureCatalogue(titlelight: Titlelight, devtools: CDPSession): Promise<Figure[]> {
  const begun = performance.now();
  const { use } = await traced(devtools, async () => {
    const page = await openLibrary(titlelight, '?code');
    await eventually(async () => {
      if ((await page.getByText('so far').count()) > 0) throw new Error('The catalogue is not whole yet.');
    }, 120_000);
    await page.close();
  });
  return [
    noted('every paper catalogued, on the clock', (performance.now() - begun) / 1_000, 's'),
    noted('every paper catalogued, processor time', use.pages.busy / 1_000, 's'),
    atMost('longest task meanwhile', longest(use.pages.tasks), 'ms', long),
  ];
}

async function measureOpening(titlelight: Titlelight, devtools: CDPSession): Promise<Figure[]> {
  const painted: number[] = [];
  const tasks: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { use } = await traced(devtools, async () => {
      const page = await openLibrary(titlelight);
      painted.push((await page.evaluate(() => (globalThis as unknown as Paint).paint)).at);
      await page.waitForTimeout(500);
      await page.close();
    });
    tasks.push(...use.pages.tasks);
  }
  return [
    noted('library, from navigation to its list on screen, median', median(painted), 'ms'),
    atMost('library opening, longest task', longest(tasks), 'ms', long),
  ];
}

async function measureScrolling(titlelight: Titlelight, devtools: CDPSession): Promise<Figure[]> {
  const page = await openLibrary(titlelight);
  await page.waitForTimeout(2_000);
  const still = await page.evaluate(countFrames, { way: 'still', length: scrolled } as const);
  const figures: Figure[] = [];
  for (const way of ['wheel', 'thumb'] as const) {
    const { value, use } = await traced(devtools, () =>
      page.evaluate(countFrames, { way, length: scrolled } as const),
    );
    console.log(
      `${way}: ${inWords(value)}; still: ${inWords(still)}; ${value.reached} of 40,000 papers passed`,
    );
    figures.push(
      atMost(`scrolled by ${way}, long tasks`, use.pages.tasks.filter((task) => task > long).length, '', 0),
      noted(`scrolled by ${way}, longest task`, longest(use.pages.tasks), 'ms'),
      atMost(
        `scrolled by ${way}, frames late beyond those of a page at rest`,
        late(value) - late(still),
        '%',
        1,
      ),
    );
  }
  await page.close();
  return figures;
}

const late = ({ frames, late }: Frames) => (100 * late) / Math.max(1, frames);
const inWords = ({ frames, late, blank }: Frames) =>
  `${frames} frames, ${late} late, ${blank} with lines still blank`;

/** Every filter looks at 40,000 papers. */
async function measureFilters(titlelight: Titlelight, devtools: CDPSession): Promise<Figure[]> {
  const page = await openLibrary(titlelight);
  await page.waitForTimeout(2_000);
  const { use } = await traced(devtools, async () => {
    for (const name of ['Code', 'Unseen']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.waitForTimeout(400);
    }
    await page.getByLabel('Order').selectOption('upvotes');
    await page.waitForTimeout(400);
  });
  await page.close();
  return [atMost('filtered and sorted, longest task', longest(use.pages.tasks), 'ms', long)];
}

async function openLibrary(titlelight: Titlelight, query = ''): Promise<Page> {
  const page = await titlelight.open();
  await page.addInitScript(watchPaint);
  await page.goto(titlelight.address(`library.html${query}`));
  await page.getByRole('article').first().waitFor();
  return page;
}

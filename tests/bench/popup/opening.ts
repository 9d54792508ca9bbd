import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import { launch, type Titlelight } from '../../support/extension.ts';
import { chooseFile, importFile, importReport } from '../../support/flows.ts';
import { marksOn } from '../../support/marks.ts';
import { type LocalWeb, startWeb } from '../../support/server.ts';
import { starter } from '../../support/starter.ts';
import { atMost, type Figure, noted, table } from '../figures.ts';
import { median } from '../stopwatch.ts';
import { madeUpPapers } from '../sync/made-up.ts';
import { fullDay, madeUpArchive } from '../sync/made-up-archive.ts';

const rounds = 15;
/** Rounds that do not count: the browser keeps the compiled scripts after two. */
const warmUp = 2;
/** Papers of an archive where there is no real one. */
const archiveSize = 40_000;
/** Full days of one month that are added to the archive: a month of 2,100 papers. */
const fullDays = 20;
/** Milliseconds, as the project's own limits have them. */
const limits = { open: 100, task: 50 };

/** Opens the popup over an archive, each time with the worker stopped and no page of the extension alive. */
export async function measureOpening(archive: string): Promise<Figure[]> {
  const web = await startWeb();
  const titlelight = await launch({ web });
  try {
    await fill(titlelight, archive);
    await watchPaints(titlelight);
    const pages = await showPages(titlelight, web);
    const today = `popup.html?tab=${await titlelight.tabIdOf(pages.empty)}`;
    const thisPage = `popup.html?tab=${await titlelight.tabIdOf(pages.withPapers)}`;
    const times: Record<'bare' | 'today' | 'thisPage', number[]> = { bare: [], today: [], thisPage: [] };
    for (let round = -warmUp; round < rounds; round++) {
      // By turns, so that a slower spell of the machine falls on all alike.
      const bare = await open(titlelight, 'manifest.json', barePainted);
      const todays = await open(titlelight, today, listPainted);
      const ofPage = await open(titlelight, thisPage, listPainted);
      if (round < 0) continue;
      times.bare.push(bare);
      times.today.push(todays);
      times.thisPage.push(ofPage);
    }
    const month = await openMonth(titlelight);
    print(times);
    const ratio = times.today.map((time, round) => time / (times.bare[round] as number));
    return [
      atMost('open to list painted, Today', median(times.today), 'ms', limits.open),
      atMost('open to list painted, This page', median(times.thisPage), 'ms', limits.open),
      noted('a bare page of the extension, painted', median(times.bare), 'ms'),
      noted('Today against the bare page', median(ratio), '×'),
      noted(`a month of ${fullDays * fullDay} papers, from the click to its list`, month.shown, 'ms'),
      atMost(
        `a month of ${fullDays * fullDay} papers, longest task until its end is reached`,
        month.task,
        'ms',
        limits.task,
      ),
    ];
  } finally {
    await titlelight.close();
    await web.close();
  }
}

async function fill(titlelight: Titlelight, archive: string): Promise<void> {
  const options = await titlelight.open(titlelight.address('options.html'));
  await chooseFile(options, existsSync(archive) ? archive : await madeUpArchive(archiveSize));
  console.log(
    `${await importReport(options, 600_000)}, in Chromium ${titlelight.context.browser()?.version()}\n`,
  );
  await options.close();
  const papers = lastMonth().flatMap((day, seed) => madeUpPapers(fullDay, day, seed));
  await importFile(titlelight, 'month.jsonl', papers.map((paper) => JSON.stringify(paper)).join('\n'));
}

/** The first days of the month before this one: later than any archive, and not yet to come. */
function lastMonth(): string[] {
  const now = new Date();
  return Array.from({ length: fullDays }, (_, i) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1 + i)).toISOString().slice(0, 10),
  );
}

/** Has every page note when a paper was first painted, and tasks that held it up. */
function watchPaints(titlelight: Titlelight): Promise<unknown> {
  return titlelight.context.addInitScript(() => {
    const seen: Seen = { tasks: [] };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { element?: Element })[])
        if (entry.element?.closest('article')) seen.list ??= entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      seen.tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask', buffered: true });
  });
}

interface Seen {
  /** Milliseconds from the start of the navigation until a title in a list was on the screen. */
  list?: number;
  /** Milliseconds of each task over 50. */
  tasks: number[];
}
declare const seen: Seen;

async function showPages(
  titlelight: Titlelight,
  web: LocalWeb,
): Promise<Record<'empty' | 'withPapers', Page>> {
  const list = starter.slice(0, 20).map(({ title }) => `<p>${title}</p>`);
  const page = (name: string, body: string) =>
    titlelight.open(web.serve(`https://arxiv.org/${name}`, `<!doctype html><title>${name}</title>${body}`));
  const empty = await page('empty', '<p>No paper stands here, and no other one.</p>');
  const withPapers = await page('papers', list.join(''));
  await eventually(async () => {
    if ((await marksOn(withPapers)).length < list.length) throw new Error('The page is not lit.');
  });
  return { empty, withPapers };
}

/** Opens one of the extension's pages in a new tab and closes it once `painted` has an answer. */
async function open(
  titlelight: Titlelight,
  file: string,
  painted: (page: Page) => Promise<number | undefined>,
): Promise<number> {
  await titlelight.killWorker();
  const page = await titlelight.context.newPage();
  await page.goto(titlelight.address(file));
  const time = await eventually(async () => {
    const found = await painted(page);
    if (found === undefined) throw new Error(`Nothing was painted of ${file}.`);
    return found;
  });
  await page.close();
  return time;
}

const listPainted = (page: Page) => page.evaluate(() => seen.list);
const barePainted = (page: Page) =>
  page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);

/** Shows the full month, and scrolls through all of it. */
async function openMonth(titlelight: Titlelight): Promise<{ shown: number; task: number }> {
  const page = await titlelight.open(titlelight.address('popup.html#today'));
  await page.getByRole('article').first().waitFor();
  await eventually(() => page.getByRole('button', { name: 'Earlier day' }).click({ timeout: 500 }));
  await page.evaluate(() => {
    seen.tasks = [];
  });
  const shown = await page.evaluate(async () => {
    const month = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Month');
    const begun = performance.now();
    month?.click();
    while (!document.querySelector('.day-heading')) await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  });
  await page.evaluate(async (rows) => {
    const panel = document.querySelector('[role=tabpanel]');
    while (panel && document.querySelectorAll('article').length < rows) {
      panel.scrollBy(0, panel.clientHeight);
      await new Promise(requestAnimationFrame);
    }
  }, fullDays * fullDay);
  const task = await page.evaluate(() => Math.max(0, ...seen.tasks));
  await page.close();
  return { shown, task };
}

function print(times: Record<string, readonly number[]>): void {
  const milliseconds = (value: number) => value.toFixed(0);
  console.log(
    table(
      ['ms', 'fastest', 'median', 'slowest'],
      Object.entries(times).map(([name, all]) => [
        name,
        milliseconds(Math.min(...all)),
        milliseconds(median(all)),
        milliseconds(Math.max(...all)),
      ]),
      [1, 2, 3],
    ),
  );
}

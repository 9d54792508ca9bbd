import type { CDPSession, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import { launch, type Titlelight } from '../../support/extension.ts';
import { importFile } from '../../support/flows.ts';
import { idle } from '../../support/idle.ts';
import { marksOn, startOf } from '../../support/marks.ts';
import { type LocalWeb, startWeb } from '../../support/server.ts';
import { putReadingSettings } from '../../support/stores.ts';
import { atMost, type Figure, noted, table } from '../figures.ts';
import { median } from '../stopwatch.ts';
import { madeUpPapers } from '../sync/made-up.ts';
import { recorded } from '../trace.ts';
import { type Hover, hoversIn } from './frames.ts';
import { barePage, titlesPage, watch } from './pages.ts';

/** The extension's own default, and none at all: then nothing can be made ready while the pointer rests. */
const delays = [150, 0];
/** Pages opened anew, and hovers on each. */
const rounds = 5;
const hoversPerPage = 4;
/** Milliseconds, as the project's own limits have them. */
const limits = { first: 50, later: 16 };
/** The pointer comes slowly, so that it does not count as racing, and its last movement is its only one on the title. */
const steps = [33, 23, 13, 3];
/** Milliseconds between two movements. */
const pace = 40;
/** How long a card is looked at, and how long it takes to be gone. */
const pause = 360;

interface Round {
  first: Hover;
  later: Hover[];
}

/** What is compared: the extension, the same just after its worker was stopped, and a page that only shows a popover. */
const runs = ['card', 'card, worker stopped', 'bare popover'] as const;
type Run = (typeof runs)[number];

/** Hovers over titles in the built extension with real input, and reads from the browser's trace when the card was there. */
export async function measureHover(): Promise<Figure[]> {
  const web = await startWeb();
  const titlelight = await launch({ web });
  try {
    const papers = madeUpPapers(hoversPerPage * 6, '2026-03-02', 7);
    await importFile(titlelight, 'papers.json', JSON.stringify(papers));
    const titles = papers.map(({ title }) => title);
    const figures: Figure[] = [];
    for (const delay of delays) {
      await putReadingSettings(titlelight, { delay });
      const measured = new Map<Run, Round[]>(runs.map((run) => [run, []]));
      // By turns, so that a slower spell of the machine falls on all alike.
      for (let round = 0; round < rounds; round++)
        for (const run of runs) measured.get(run)?.push(await measure(titlelight, web, run, titles, delay));
      figures.push(...report(measured, delay));
    }
    return figures;
  } finally {
    await titlelight.close();
    await web.close();
  }
}

async function measure(
  titlelight: Titlelight,
  web: LocalWeb,
  run: Run,
  titles: readonly string[],
  delay: number,
): Promise<Round> {
  const isBare = run === 'bare popover';
  const page = await titlelight.open(
    isBare
      ? web.serve('https://example.org/hover', barePage(titles, delay))
      : web.serve('https://arxiv.org/hover', titlesPage(titles)),
  );
  const points = isBare ? await startsOfTitles(page) : await startsOfMarks(page, titles.length);
  await watch(page);
  await idle(page);
  const input = await page.context().newCDPSession(page);
  if (run === 'card, worker stopped') {
    await titlelight.killWorker();
    await page.bringToFront();
    await idle(page);
  }
  const devtools = await titlelight.context.browser()?.newBrowserCDPSession();
  if (!devtools) throw new Error('The browser cannot be traced.');
  const { events } = await recorded(devtools, ['blink.user_timing', 'devtools.timeline'], async () => {
    for (const point of points.slice(0, hoversPerPage)) await rest(input, point, delay);
  });
  await page.close();
  const [first, ...later] = hoversIn(events).map(({ painted, shown }) => ({
    painted: painted - delay,
    shown: shown - delay,
  }));
  if (!first || later.length !== hoversPerPage - 1)
    throw new Error(`${later.length + 1} of ${hoversPerPage} cards opened.`);
  return { first, later };
}

type Point = { x: number; y: number };

/** Comes to the point as a hand does, rests there until the card is there and has been looked at, and goes off. */
async function rest(input: CDPSession, { x, y }: Point, delay: number): Promise<void> {
  const move = async (at: Point) => {
    await input.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at });
    await new Promise((resolve) => setTimeout(resolve, pace));
  };
  for (const above of steps) await move({ x, y: y - above });
  await new Promise((resolve) => setTimeout(resolve, delay + pause));
  await move({ x: 4, y: 4 });
  await new Promise((resolve) => setTimeout(resolve, pause));
}

async function startsOfMarks(page: Page, count: number): Promise<Point[]> {
  const marks = await eventually(async () => {
    const found = await marksOn(page);
    if (found.length < count) throw new Error(`${found.length} of ${count} titles are lit.`);
    return found;
  });
  return marks.map(startOf);
}

function startsOfTitles(page: Page): Promise<Point[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('i')].map((title) => {
      const [line] = title.getClientRects();
      if (!line) throw new Error('A title is not laid out.');
      return { x: line.x + Math.min(24, line.width / 2), y: line.y + line.height / 2 };
    }),
  );
}

function report(measured: ReadonlyMap<Run, readonly Round[]>, delay: number): Figure[] {
  const firsts = (run: Run) => (measured.get(run) ?? []).map(({ first }) => first);
  const laters = (run: Run) => (measured.get(run) ?? []).flatMap(({ later }) => later);
  const rows = runs.flatMap((run) => [row(`${run}, first`, firsts(run)), row(`${run}, later`, laters(run))]);
  console.log(
    `${table([`after a delay of ${delay} ms`, 'painted', '95 %', 'on screen', '95 %'], rows, [1, 2, 3, 4])}\n`,
  );
  const name = (what: string) => `${what}, painted after a delay of ${delay} ms`;
  const painted = (hovers: readonly Hover[]) => median(hovers.map((hover) => hover.painted));
  return [
    atMost(name('first card on a page'), painted(firsts('card')), 'ms', limits.first),
    atMost(name('… its worker stopped'), painted(firsts('card, worker stopped')), 'ms', limits.first),
    atMost(name('later cards'), painted(laters('card')), 'ms', limits.later),
    noted(name('bare popover'), painted(laters('bare popover')), 'ms'),
  ];
}

function row(name: string, hovers: readonly Hover[]): string[] {
  const figures = (['painted', 'shown'] as const).flatMap((moment) => {
    const times = hovers.map((hover) => hover[moment]).sort((a, b) => a - b);
    return [median(times), times[Math.ceil(times.length * 0.95) - 1] as number];
  });
  return [name, ...figures.map((figure) => figure.toFixed(1))];
}

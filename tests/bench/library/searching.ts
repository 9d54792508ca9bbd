import type { Titlelight } from '../../support/extension.ts';
import type { ArchiveBrowser } from '../archive-browser.ts';
import { atMost, type Figure, noted } from '../figures.ts';
import { queries } from '../search/queries.ts';
import { median } from '../stopwatch.ts';
import { longest } from '../sync/probe.ts';
import { traced } from '../sync/tracing.ts';
import { type Searched, watchSearch } from './in-page.ts';
import { devtoolsOf, long } from './main.ts';

/** Browsers that are started anew, each with another query. */
const rounds = 5;
/** Milliseconds between two letters: a fast typist's. */
const between = 70;

/** Searches in a library that has just been opened, in a browser that has just been started, and then letter by letter. */
export async function measureSearching(browser: ArchiveBrowser): Promise<Figure[]> {
  const first: Searched[] = [];
  for (const query of queries.slice(0, rounds))
    first.push(await browser.start((titlelight) => searchAtOnce(titlelight, query)));
  const tasks = await browser.start(typeAll);
  return [
    atMost('first results of a search, cold, median', median(first.map(({ shown }) => shown)), 'ms', 50),
    noted('… the slowest', Math.max(...first.map(({ shown }) => shown)), 'ms'),
    noted('… on screen, median', median(first.map(({ painted }) => painted)), 'ms'),
    atMost('typed letter by letter, longest task', longest(tasks), 'ms', long),
  ];
}

async function searchAtOnce(titlelight: Titlelight, query: string): Promise<Searched> {
  const page = await titlelight.open();
  await page.addInitScript(watchSearch);
  await page.goto(titlelight.address('library.html'));
  await page.getByRole('article').first().waitFor();
  await page.getByRole('searchbox').fill(query);
  const searched = await page.waitForFunction(() => globalThis.searched);
  return (await searched.jsonValue()) as Searched;
}

/** @returns what held up the page, in milliseconds of processor time */
async function typeAll(titlelight: Titlelight): Promise<number[]> {
  const page = await titlelight.open(titlelight.address('library.html'));
  await page.getByRole('article').first().waitFor();
  const field = page.getByRole('searchbox');
  const { use } = await traced(await devtoolsOf(titlelight), async () => {
    for (const query of queries) {
      await field.focus();
      await page.keyboard.type(query, { delay: between });
      await page.waitForTimeout(500);
      await field.fill('');
    }
  });
  return use.pages.tasks;
}

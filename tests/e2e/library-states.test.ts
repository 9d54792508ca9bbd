import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { importFile } from '../support/flows.ts';
import {
  fillLibrary,
  fullPaper,
  jsonLines,
  libraryPapers,
  openLibrary,
  plainPapers,
} from '../support/library.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';
import { putSyncState } from '../support/stores.ts';
import { syncStates } from '../support/sync-states.ts';

let web: LocalWeb;
let titlelight: Titlelight;
let page: Page;

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
  await fillLibrary(titlelight);
});
afterEach(async () => {
  await page?.close();
  expect(titlelight.problems).toEqual([]);
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

const articles = () => page.getByRole('article');
const nav = () => page.getByRole('navigation', { name: 'Library' });
const reading = () => page.getByRole('region', { name: 'Reading' });
const inNarrow = () => page.setViewportSize({ width: 390, height: 800 });

describe('a window of any width', () => {
  it('of a phone’s shows one pane at a time, and leads back to the place in the list', async () => {
    page = await openLibrary(titlelight, '?month=2026-07');
    await inNarrow();
    await articles().first().waitFor();
    expect(await reading().count()).toBe(0);
    await page.locator('.vlist').evaluate((list) => list.scrollTo(0, 1_600));
    const line = articles().nth(8);
    const title = (await line.getByRole('heading').textContent()) as string;
    await line.getByRole('link').click();
    await reading().getByRole('heading', { name: title }).waitFor();
    expect(await page.getByRole('main').evaluate((list: HTMLElement) => list.inert)).toBe(true);
    await reading().getByRole('button', { name: 'Back' }).click();
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title),
    );
    expect(await page.locator('.vlist').evaluate((list) => list.scrollTop)).toBe(1_600);
  });

  it('of a phone’s goes elsewhere by a button', async () => {
    page = await openLibrary(titlelight);
    await inNarrow();
    await page.getByRole('button', { name: 'Go to' }).click();
    await nav()
      .getByRole('link', { name: /^July 2026/ })
      .click();
    await page.getByRole('dialog', { name: 'Go to' }).waitFor({ state: 'hidden' });
    await page.getByRole('heading', { level: 1, name: 'July 2026' }).waitFor();
  });

  it.each([320, 640, 900, 1_400])('of %i pixels scrolls no way but down', async (width) => {
    page = await openLibrary(titlelight, `?day=2026-07-28&paper=arxiv:${fullPaper.id}`);
    await page.setViewportSize({ width, height: 450 });
    await reading().getByRole('heading', { level: 2 }).waitFor();
    const wide = await page.evaluate(() =>
      [document.scrollingElement, ...document.querySelectorAll('.vlist, .reading-scroll, .nav')]
        .filter((one) => one && one.scrollWidth > one.clientWidth + 1)
        .map((one) => one?.className),
    );
    expect(wide).toEqual([]);
  });
});

describe('the digest', () => {
  it('may still be filling in: what is on view stays where it is while days come in', async () => {
    page = await openLibrary(titlelight, '?month=2026-06');
    await articles().first().waitFor();
    const all = await openLibrary(titlelight);
    await all.getByRole('article').first().waitFor();
    await all.locator('.vlist').evaluate((list) => list.scrollTo(0, 4_000));
    const first = () =>
      all.evaluate(
        () =>
          document.elementFromPoint(450, 400)?.closest('article')?.querySelector('.line-title')?.textContent,
      );
    await eventually(async () => expect(await first()).toBeTruthy());
    const before = await first();
    await putSyncState(titlelight, syncStates(Date.now()).filling);
    await importFile(
      titlelight,
      'late.jsonl',
      jsonLines([...plainPapers('2026-07-30', 7, 500), ...plainPapers('2026-06-01', 3, 600)]),
    );
    await page.getByRole('status').filter({ hasText: '27 papers' }).waitFor();
    await all.bringToFront();
    await all.getByRole('link', { name: 'Thu 30 7 papers' }).waitFor();
    await eventually(async () => expect(await first()).toBe(before));
    await all.close();
  });

  it('tells of syncing at the foot', async () => {
    page = await openLibrary(titlelight);
    const { filling, offline } = syncStates(Date.now());
    await putSyncState(titlelight, filling);
    await page.getByRole('progressbar', { name: 'Sync' }).waitFor();
    await putSyncState(titlelight, offline);
    await page.getByText(/^You are offline\./).waitFor();
  });

  it('may be of thousands of papers, of which a few dozen are in the page', async () => {
    const dayOf = (week: number) => new Date(Date.UTC(2024, 0, 2 + 7 * week)).toISOString().slice(0, 10);
    const many = Array.from({ length: 40 }, (_, i) => plainPapers(dayOf(i), 50, 1_000 + i * 50));
    await importFile(titlelight, 'many.jsonl', jsonLines(many.flat()));
    page = await openLibrary(titlelight);
    const total = starter.length + libraryPapers.length + 10 + 2_000;
    await page
      .getByRole('status')
      .filter({ hasText: `${total.toLocaleString('en')} papers` })
      .waitFor();
    await page.locator('.vlist').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    const last = articles().last();
    await eventually(async () => expect(await last.getAttribute('aria-posinset')).toBe(String(total)));
    expect(await articles().count()).toBeLessThan(60);
  });
});

describe('the shelf', () => {
  it('is empty at first, and says how that changes', async () => {
    page = await openLibrary(titlelight, '?shelf=all');
    await page.getByText('Your shelf is empty.').waitFor();
    await page.goto(titlelight.address('library.html?shelf=reading'));
    await page.getByText('Nothing is marked “Reading”.').waitFor();
  });

  it('lists what was saved, last added first, and follows what other windows do', async () => {
    page = await openLibrary(titlelight, '?shelf=all');
    const other = await openLibrary(titlelight, '?day=2026-07-27');
    for (const name of ['Glow', /^Weighing/]) {
      const line = other.getByRole('article').filter({ hasText: name }).first();
      await line.hover();
      await line.getByRole('button', { name: 'Save to your shelf' }).click();
      await line.getByRole('button', { name: 'Remove from your shelf' }).waitFor();
    }
    await other.close();
    await eventually(async () => expect(await articles().count()).toBe(2));
    const titles = await articles().getByRole('heading').allInnerTexts();
    expect(titles[1]).toBe('Glow');
    await nav().getByRole('link', { name: 'Everything 2 papers' }).waitFor();
    await page.getByRole('searchbox', { name: 'Search your shelf' }).fill('glo');
    await eventually(async () => expect(await articles().count()).toBe(1));
  });
});

describe('trends', () => {
  it('show papers, upvotes, keywords and reading over time, as pictures and as tables', async () => {
    page = await openLibrary(titlelight, '?show=trends');
    for (const name of ['Papers a week', 'Upvotes a week', 'Your reading, week by week'])
      await page.getByRole('img', { name: new RegExp(`^${name}, from`) }).waitFor();
    const chart = page.getByRole('figure').filter({ hasText: 'Papers a week' });
    await chart.getByText('As a table').click();
    await chart.getByRole('row', { name: '22 – 28 June 2026 0' }).waitFor();
    await chart.getByRole('link', { name: '29 June – 5 July 2026' }).click();
    await page.getByRole('heading', { level: 1, name: /^29 June – 5 July 2026/ }).waitFor();
  });

  it('name keywords on the rise, each a search', async () => {
    page = await openLibrary(titlelight, '?show=trends');
    const rising = page.getByRole('region', { name: 'Keywords on the rise' });
    const first = rising.getByRole('listitem').first();
    expect(await first.textContent()).toMatch(/^snuffers12 papers/);
    await first.getByRole('link').click();
    await eventually(async () =>
      expect(await page.getByRole('searchbox').inputValue()).toBe('keyword:"snuffers"'),
    );
  });
});

describe('trouble', () => {
  it('is told in a sentence where the digest was written by a newer version', async () => {
    const newer = await titlelight.open(titlelight.address('manifest.json'));
    await newer.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('digest', 99);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
    );
    page = await openLibrary(titlelight);
    await page
      .getByText('The digest on this machine was written by a newer version of Titlelight.')
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await newer.close();
  });
});

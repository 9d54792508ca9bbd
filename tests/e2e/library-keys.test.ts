import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { fillLibrary, fullPaper, libraryPapers, openLibrary } from '../support/library.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';

let web: LocalWeb;
let titlelight: Titlelight;
let page: Page;

const ofDay = libraryPapers.filter(({ date }) => date === '2026-07-27');

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
  await fillLibrary(titlelight);
});
afterEach(async () => {
  await page.close();
  expect(titlelight.problems).toEqual([]);
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
/** What has the focus, as its words. */
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
const reading = () => page.getByRole('region', { name: 'Reading' });
const readingTitle = () => reading().getByRole('heading', { level: 2 }).textContent();
const title = (n: number) => ofDay[n]?.title as string;

async function open(query: string): Promise<void> {
  page = await openLibrary(titlelight, query);
  await page.getByRole('article').first().waitFor();
}

describe('by keys alone', () => {
  it('one moves through a list, opens papers, and comes back', async () => {
    await open('?day=2026-07-27');
    await press('j');
    await eventually(async () => expect(await focused()).toBe(title(0)));
    await press('j', 'j', 'k');
    await eventually(async () => expect(await focused()).toBe(title(1)));
    await press('Enter');
    await eventually(async () => expect(await readingTitle()).toBe(title(1)));
    // Whoever listens hears the title of what has opened.
    await eventually(async () => expect(await focused()).toBe(title(1)));
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await press('j');
    await eventually(async () => expect(await readingTitle()).toBe(title(2)));
    await press('Escape');
    await reading().getByText('Choose a paper').waitFor();
    await eventually(async () => expect(await focused()).toBe(title(2)));
  });

  it('one tabs into the list once, and out of it again', async () => {
    await open('?day=2026-07-27');
    await page.getByLabel('Order').focus();
    await press('Tab');
    expect(await focused()).toBe(title(0));
    await press('ArrowDown');
    await eventually(async () => expect(await focused()).toBe(title(1)));
    await press('Tab');
    const tool = page.locator(':focus');
    expect(await tool.getAttribute('aria-label')).toBe('Save to your shelf');
    await press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('article'))).toBeNull();
  });

  it('one saves a paper, and takes it back', async () => {
    await open('?day=2026-07-27');
    await press('j', 's');
    await page.getByText('Saved to your shelf.').waitFor();
    await press('s');
    await page.getByText('Removed from your shelf.').waitFor();
  });

  it('one goes to the paper and to its code', async () => {
    await open(`?day=${fullPaper.date}&paper=arxiv:${fullPaper.id}`);
    await reading().getByRole('heading', { level: 2 }).waitFor();
    for (const [key, address] of [
      ['o', `https://arxiv.org/abs/${fullPaper.id}`],
      ['c', fullPaper.githubRepo],
    ] as const) {
      web.serve(address as string, '<!doctype html><title>Elsewhere</title>');
      const opening = titlelight.context.waitForEvent('page');
      await press(key);
      const tab = await opening;
      await tab.waitForURL(address as string);
      await tab.close();
    }
  });

  it('one goes into the search and out of it', async () => {
    await open('?day=2026-07-27');
    await press('/');
    await page.keyboard.type('glow');
    await eventually(async () => expect(await page.getByRole('article').count()).toBe(1));
    await press('ArrowDown');
    await eventually(async () => expect(await focused()).toBe('Glow'));
    await press('/', 'Escape');
    await eventually(async () => expect(await page.getByRole('article').count()).toBe(ofDay.length));
    await press('Escape');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  it('one is told the keys', async () => {
    await open('?day=2026-07-27');
    await press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    for (const key of ['/', 'Enter', 's', 'o', 'c', 'Esc'])
      await dialog.getByText(key, { exact: true }).first().waitFor();
    // Behind the dialog nothing moves.
    await press('j');
    expect(await dialog.isVisible()).toBe(true);
    await press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('one scrolls through it all, and the line with the focus keeps it', async () => {
    await open('');
    await press('j');
    await eventually(async () => expect(await focused()).not.toBe(''));
    const first = await focused();
    await page.locator('.vlist').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.getByRole('article').filter({ hasText: 'Part 405' }).waitFor();
    expect(await focused()).toBe(first);
  });
});

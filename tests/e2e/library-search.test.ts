import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { expectAccessible } from '../support/axe.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { fillLibrary, fullPaper, libraryPapers, openLibrary } from '../support/library.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';

declare const chrome: typeof browser;

let web: LocalWeb;
let titlelight: Titlelight;
let page: Page;

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

const articles = () => page.getByRole('article');
const titles = () => articles().getByRole('heading').allInnerTexts();
const marks = () => articles().first().locator('mark').allInnerTexts();
const reading = () => page.getByRole('region', { name: 'Reading', exact: true });
const status = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();

async function search(query: string, others: Record<string, string> = {}): Promise<void> {
  page = await openLibrary(titlelight, `?${new URLSearchParams({ q: query, ...others })}`);
}

describe('a search', () => {
  it('marks what it found, in lines and in the paper that is open', async () => {
    await search('lanterns burn', { paper: `arxiv:${fullPaper.id}` });
    await status('1 paper');
    await articles()
      .first()
      .getByText(/Abstract: .*Lanterns burn longer/)
      .waitFor();
    // What the title shows already is not said again.
    expect(await marks()).toEqual(['Lanterns', 'burn']);
    await reading().locator('mark', { hasText: 'Lanterns burn' }).waitFor();
    // The formulas are whole.
    await reading().locator('math').first().waitFor();
    await expectAccessible(page);
  });

  it('forgives a slip, and says how it read the word', async () => {
    await search('lampwrigth');
    await status('1 paper. Read “lampwrigth” as “lampwright”.');
    expect(await marks()).toContain('Lampwright');
  });

  it('understands fields, and says so where it does not', async () => {
    await search('author:tallow has:code after:2026-07 colour:red');
    await status('0 papers. There is no filter “colour:”.');
    await page.getByRole('searchbox').fill('author:tallow has:code after:2026-07');
    await eventually(async () => expect(await titles()).toHaveLength(1));
    await page.getByRole('searchbox').fill('has:lamp');
    await status('“has:” knows no “lamp”.');
  });

  it('looks within what narrows the view, all of it', async () => {
    const moths = libraryPapers.filter(
      ({ title, organization, githubRepo, date }) =>
        organization === 'Moth Institute' &&
        githubRepo &&
        date >= '2026-06-30' &&
        title.includes('Polishing'),
    );
    await search('polishing', { org: 'Moth Institute', code: '1', from: '2026-06-30' });
    await status(`${moths.length} papers`);
    expect((await titles()).sort()).toEqual(moths.map(({ title }) => title).sort());
  });

  it('stands best match first, or as one likes', async () => {
    await search('moths');
    await page.getByLabel('Order').selectOption('Newest first');
    await eventually(async () => expect(new URL(page.url()).searchParams.get('sort')).toBe('newest'));
    const days = () =>
      articles()
        .locator('time')
        .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
    await eventually(async () => expect(await days()).toEqual((await days()).toSorted().reverse()));
  });
});

describe('papers about the same', () => {
  it('stand below a paper, lead on, and are a search of their own', async () => {
    const first = libraryPapers.find(({ title }) => title.startsWith('Trimming Lanterns'));
    page = await openLibrary(titlelight, `?paper=arxiv:${first?.id}`);
    const related = reading().getByRole('region', { name: 'About the same' });
    await related.getByRole('listitem').first().waitFor();
    expect(await related.getByRole('listitem').count()).toBe(5);
    const next = related.getByRole('listitem').first().getByRole('link');
    const name = (await next.textContent()) ?? '';
    expect(name).toMatch(/Lanterns|Trimming/);
    await next.click();
    await reading().getByRole('heading', { level: 2, name }).waitFor();
    await related.getByRole('link', { name: 'More like this' }).click();
    await eventually(async () =>
      expect(new URL(page.url()).searchParams.get('q')).toMatch(/^like:arxiv:\d{4}\.\d{5}$/),
    );
    await eventually(async () => expect((await titles()).length).toBeGreaterThan(5));
    expect(await titles()).not.toContain(name);
  });
});

interface Raised {
  dispatch(...args: unknown[]): void;
}

it('is where the address bar leads with what was typed', async () => {
  page = await titlelight.open(titlelight.address('options.html'));
  await page.bringToFront();
  const [worker] = titlelight.context.serviceWorkers();
  await worker?.evaluate((text) => {
    (chrome.omnibox.onInputEntered as unknown as Raised).dispatch(text, 'currentTab');
  }, 'wick budgets');
  await eventually(() => expect(page.url()).toBe(titlelight.address('library.html?q=wick+budgets')));
  await eventually(async () => expect((await titles())[0]).toMatch(/^Wick Budgets/));
});

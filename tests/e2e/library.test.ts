import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { fillLibrary, fullPaper, libraryPapers, openLibrary } from '../support/library.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';
import { putSettings } from '../support/stores.ts';

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

const all = starter.length + libraryPapers.length;
const articles = () => page.getByRole('article');
const titles = () => articles().getByRole('heading').allInnerTexts();
const listName = () => page.getByRole('heading', { level: 1 }).textContent();
const status = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
const nav = () => page.getByRole('navigation', { name: 'Library' });
const search = () => page.getByRole('searchbox');
const query = () => new URL(page.url()).search;
const filter = (name: string) => page.getByRole('button', { name, exact: true });
const reading = () => page.getByRole('region', { name: 'Reading' });
const papersOf = (date: string) => libraryPapers.filter((paper) => paper.date.startsWith(date));

async function open(query = ''): Promise<void> {
  page = await openLibrary(titlelight, query);
  await articles().first().waitFor();
}

describe('the archive', () => {
  it('is there as a whole, newest day first, each day under its name', async () => {
    await open();
    await status(`${all} papers`);
    await page.getByRole('heading', { level: 2, name: 'Wednesday 29 July 2026' }).waitFor();
    const first = articles().first();
    expect(await first.getAttribute('aria-setsize')).toBe(String(all));
    expect(await first.getAttribute('aria-posinset')).toBe('1');
  });

  it('is read by month, week and day, each with its number of papers', async () => {
    await open();
    const go = async (name: RegExp) => nav().getByRole('link', { name }).click();
    await go(/^July 2026 \d+ papers$/);
    expect(await listName()).toBe('July 2026');
    await status(`${starter.length + papersOf('2026-07').length} papers`);
    await go(/^Week 31 \d+ papers$/);
    expect(await listName()).toMatch(/^27 July – 2 August 2026/);
    await go(/^Mon 27 \d+ papers$/);
    await eventually(async () => expect(await listName()).toBe('Monday 27 July 2026'));
    await status(`${papersOf('2026-07-27').length} papers`);
    expect(query()).toBe('?day=2026-07-27');
    const here = nav().locator('[aria-current="page"]');
    expect(await here.textContent()).toMatch(/^Mon 27/);
    await nav().getByRole('button', { name: 'June 2026' }).click();
    await nav().getByRole('button', { name: 'Week 27' }).click();
    await go(/^Tue 30 15 papers$/);
    await eventually(async () => expect(await listName()).toBe('Tuesday 30 June 2026'));
  });

  it('steps to the day, week or month before and after, by button and by key', async () => {
    await open('?month=2026-06');
    await page.getByRole('button', { name: 'Earlier month' }).click();
    expect(await listName()).toBe('December 2025');
    expect(await page.getByRole('button', { name: 'Earlier month' }).isDisabled()).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await eventually(async () => expect(await listName()).toBe('July 2026'));
  });

  it('follows the browser’s back and forward', async () => {
    await open();
    await nav().getByRole('link', { name: 'July 2026' }).click();
    await articles().first().getByRole('link').click();
    await reading().getByRole('heading', { level: 2 }).waitFor();
    await page.goBack();
    await reading().getByText('Choose a paper').waitFor();
    expect(await listName()).toBe('July 2026');
    await page.goBack();
    await eventually(async () => expect(await listName()).toBe('All papers'));
    await page.goForward();
    await eventually(async () => expect(await listName()).toBe('July 2026'));
  });
});

describe('search', () => {
  it('finds as one types, keeps it in the address, and leads back', async () => {
    await open();
    await page.keyboard.press('/');
    await page.keyboard.type('wick budg');
    await eventually(async () => expect((await titles()).length).toBe(2));
    await status('2 papers');
    expect(query()).toBe('?q=wick+budg');
    const other = await openLibrary(titlelight, query());
    await eventually(async () => expect(await other.getByRole('article').count()).toBe(2));
    await other.close();
    await page.keyboard.press('Escape');
    await status(`${all} papers`);
    expect(query()).toBe('');
  });

  it('looks through what is on view, and offers to look through all', async () => {
    await open('?month=2025-12');
    expect(await search().getAttribute('placeholder')).toBe('Search this month');
    await search().fill('wick');
    await page.getByText('Nothing found for “wick”.').waitFor();
    await page.getByRole('link', { name: 'Search all papers' }).click();
    await eventually(async () => expect((await titles()).length).toBe(2));
  });

  it('takes the place of the browser’s own, which sees the lines on view alone', async () => {
    await open();
    await page.keyboard.press('Control+f');
    expect(await search().evaluate((field) => field === document.activeElement)).toBe(true);
  });
});

describe('filters', () => {
  it('leave papers with code', async () => {
    await open('?month=2026-06');
    await filter('Code').click();
    const left = papersOf('2026-06').filter(({ githubRepo }) => githubRepo);
    await status(`${left.length} papers`);
    expect(await filter('Code').getAttribute('aria-pressed')).toBe('true');
    expect(query()).toBe('?month=2026-06&code=1');
    await page.getByRole('button', { name: 'Clear' }).click();
    await status(`${papersOf('2026-06').length} papers`);
  });

  it('leave papers of an organisation and of a range of days, and are all in the address', async () => {
    await open();
    await filter('More').click();
    await page.getByLabel('Organisation').fill('moth institute');
    await page.getByLabel('Organisation').press('Enter');
    await page.getByLabel('From', { exact: true }).fill('2026-06-30');
    await page.getByLabel('To', { exact: true }).fill('2026-07-20');
    const left = libraryPapers.filter(
      ({ organization, date }) =>
        organization === 'Moth Institute' && date >= '2026-06-30' && date <= '2026-07-20',
    );
    await status(`${left.length} papers`);
    const kept = query();
    expect(Object.fromEntries(new URLSearchParams(kept))).toEqual({
      org: 'moth institute',
      from: '2026-06-30',
      to: '2026-07-20',
    });
    await page.getByRole('button', { name: /^from 30 June 2026/ }).click();
    await eventually(async () => expect(query()).not.toContain('from'));
    await page.goto(titlelight.address(`library.html${kept}`));
    await status(`${left.length} papers`);
  });

  it('leave what is saved', async () => {
    await open('?day=2026-06-29');
    const first = (await titles())[0] as string;
    await articles().first().hover();
    await articles().first().getByRole('button', { name: 'Save to your shelf' }).click();
    await page.getByText('Saved to your shelf.').waitFor();
    await filter('Saved').click();
    await eventually(async () => expect(await titles()).toEqual([first]));
    await articles().first().hover();
    await articles().first().getByRole('button', { name: 'Remove from your shelf' }).click();
    await page.getByText('No paper passes these filters.').waitFor();
  });

  it('leave what was not seen', async () => {
    await open('?day=2025-12-31');
    const opened = (await titles())[2] as string;
    await articles().nth(2).getByRole('link').click();
    await reading().getByRole('heading', { name: opened }).waitFor();
    // Everything on view is seen after a second; the mark stays until the list is opened again.
    await page.waitForTimeout(1_500);
    expect(await page.getByRole('img', { name: 'Unseen' }).count()).toBe(5);
    await filter('Unseen').click();
    await page.getByText('No paper passes these filters.').waitFor();
  });

  it('leave what holds a watch word, whose number stands beside it', async () => {
    await putSettings(titlelight, {
      watchWords: [
        { field: 'author', words: 'Lampwright' },
        { field: 'organization', words: 'Moth Institute' },
      ],
    });
    const ofInstitute = libraryPapers.filter(({ organization }) => organization === 'Moth Institute').length;
    await open();
    await nav()
      .getByRole('link', { name: `Moth Institute ${ofInstitute} papers` })
      .waitFor();
    await filter('Watched').click();
    await status(`${ofInstitute + 1} papers`);
    await nav().getByRole('link', { name: 'Lampwright 1 paper' }).click();
    await eventually(async () => expect((await titles()).length).toBe(1));
    expect(query()).toBe('?watch=author:Lampwright');
    await putSettings(titlelight, { watchWords: [] });
  });

  it('go with an order of their own', async () => {
    await open('?month=2026-07');
    await page.getByLabel('Order').selectOption('Most upvotes');
    await eventually(async () => expect((await titles())[0]).toMatch(/^Wick Budgets/));
    expect(query()).toBe('?month=2026-07&sort=upvotes');
    const upvotes = await articles().evaluateAll((all) =>
      all.map((one) => Number(/▲\s*(\d+)/.exec(one.textContent ?? '')?.[1] ?? 0)),
    );
    expect(upvotes).toEqual(upvotes.toSorted((a, b) => b - a));
  });
});

describe('the reading pane', () => {
  it('holds everything the digest does', async () => {
    await open(`?paper=arxiv:${fullPaper.id}`);
    await reading()
      .getByRole('heading', { name: /^Wick Budgets: Trimming Lanterns in O\(n log n\) Strokes/ })
      .waitFor();
    for (const name of [...fullPaper.authors, 'Lamp Works', '28 July 2026', 'arXiv', 'PDF', 'HF'])
      await reading().getByRole('link', { name, exact: true }).waitFor();
    await reading()
      .getByRole('link', { name: /lamp-works\/wick-budgets/ })
      .waitFor();
    await reading()
      .getByRole('link', { name: /lamp-works\.example\.org/ })
      .waitFor();
    await reading()
      .getByText(fullPaper.tldr as string)
      .waitFor();
    expect(await page.title()).toMatch(/^Wick Budgets.* · Titlelight$/);
  });

  it('sets formulas as MathML, mends what was damaged, and leaves prices alone', async () => {
    await open(`?paper=arxiv:${fullPaper.id}`);
    const abstract = reading().getByRole('paragraph').filter({ hasText: 'Lanterns burn longer' });
    await abstract.locator('math munderover, math msubsup').first().waitFor();
    expect(await abstract.locator('math').count()).toBe(1);
    expect(await abstract.textContent()).toMatch(/64×64 threads, at a price of \$5 a lantern/);
  });

  it('leads to what is like it: by keyword, author, organisation and day', async () => {
    await open(`?paper=arxiv:${fullPaper.id}`);
    const hrefs = await Promise.all(
      ['lanterns', 'Bo Tallow', 'Lamp Works', '28 July 2026'].map((name) =>
        reading().getByRole('link', { name, exact: true }).getAttribute('href'),
      ),
    );
    expect(hrefs).toEqual([
      '/library.html?q=keyword:%22lanterns%22',
      '/library.html?q=author:%22Bo+Tallow%22',
      '/library.html?org=Lamp+Works',
      '/library.html?day=2026-07-28',
    ]);
    await reading().getByRole('link', { name: 'Lamp Works' }).click();
    await status('1 paper');
  });

  it('asks the network for pictures only once someone says so', async () => {
    web.answer('https://cdn-uploads.huggingface.co/', (_, response) => {
      response
        .writeHead(200, { 'content-type': 'image/svg+xml' })
        .end(
          '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><rect width="320" height="180" fill="orange"/></svg>',
        );
    });
    await open(`?paper=arxiv:${fullPaper.id}`);
    const before = web.requests.length;
    const show = reading().getByRole('button', { name: 'Show pictures (from cdn-uploads.huggingface.co)' });
    await show.waitFor();
    expect(web.requests.slice(before)).toEqual([]);
    await show.click();
    const picture = reading().getByRole('img', { name: 'Picture 1 of 1' });
    await eventually(async () =>
      expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320),
    );
    expect(web.requests.slice(before)).toEqual(['GET https://cdn-uploads.huggingface.co/wicks.png']);
  });

  it('saves, and copies a citation', async () => {
    await titlelight.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(`?paper=arxiv:${fullPaper.id}`);
    await reading().getByRole('button', { name: 'Save', exact: true }).click();
    await reading().getByRole('button', { name: 'Saved', exact: true }).waitFor();
    await nav().getByRole('link', { name: 'To read 1 paper', exact: true }).waitFor();
    await reading().getByRole('button', { name: 'Copy BibTeX' }).click();
    await reading().getByText('Copied').first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('@misc{lampwright2026wick,');
    await page.getByRole('button', { name: 'Undo' }).click();
    await reading().getByRole('button', { name: 'Save', exact: true }).waitFor();
  });

  it('says so where the paper is gone', async () => {
    await open('?paper=arxiv:9901.00001');
    await reading().getByText('Your digest does not hold this paper any longer.').waitFor();
    await reading().getByRole('button', { name: 'Back to the list' }).click();
    await reading().getByText('Choose a paper').waitFor();
  });
});

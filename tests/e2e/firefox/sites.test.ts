import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arxivListing } from '../../fixtures/pages/arxiv-listing.ts';
import { frontPage, oldSubreddit, subreddit, thread } from '../../fixtures/pages/boards.ts';
import { arxivAbstract, emptyPdf } from '../../fixtures/pages/paper-page.ts';
import { sample } from '../../fixtures/pages/sample.ts';
import { scholarResults } from '../../fixtures/pages/scholar.ts';
import { xHome } from '../../fixtures/pages/x-home.ts';
import { eventually } from '../../support/eventually.ts';
import {
  keysInFirefox,
  pressButtonInFirefox,
  pressKeyInFirefox,
  setSiteInFirefox,
} from '../../support/firefox/chrome.ts';
import {
  launchFirefox,
  listedTitles,
  marksInFirefox,
  type TitlelightInFirefox,
} from '../../support/firefox/puppeteer.ts';
import { plain } from '../../support/marks.ts';
import { type LocalWeb, startWeb } from '../../support/server.ts';
import { starter } from '../../support/starter.ts';

const [first, second, third, fourth] = starter.filter(
  ({ title }) => title.length > 60 && /^[\w :,-]+$/.test(title),
) as [(typeof starter)[0], (typeof starter)[0], (typeof starter)[0], (typeof starter)[0]];
const dressed = [
  { entry: first, before: '[R] ' },
  { entry: second, behind: ' (2024) [pdf]' },
];

/** What someone sees on each site, under its own address. */
const flows: Record<string, [address: string, html: string]> = {
  'a listing of arXiv': ['https://arxiv.org/list/cs.LG/recent', arxivListing(starter.slice(0, 25))],
  "X's home page": [
    'https://x.com/home',
    xHome({ short: fourth, tagged: first, plain: second, ignored: third }),
  ],
  "Hacker News's front page": ['https://news.ycombinator.com/news', frontPage(dressed)],
  'a thread of Hacker News': [
    'https://news.ycombinator.com/item?id=1',
    thread({ entry: first, behind: ' (2024)' }, second),
  ],
  'a subreddit': ['https://www.reddit.com/r/MachineLearning/', subreddit(dressed)],
  'a subreddit of old': ['https://old.reddit.com/r/MachineLearning/', oldSubreddit(dressed)],
  "Google Scholar's results": [
    'https://scholar.google.com/scholar?q=lamps',
    scholarResults([first, second, third, fourth]),
  ],
};

let web: LocalWeb;
let titlelight: TitlelightInFirefox;

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launchFirefox(web);
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

const expectPapersLit = (page: Page) =>
  eventually(async () => {
    const expected = await page.$$eval('[data-paper]', (all) =>
      all.map((one) => one.getAttribute('data-paper')),
    );
    const lit = (await marksInFirefox(page)).map((mark) => mark.paper ?? `nobody's: ${mark.text}`);
    expect([...new Set(lit)].sort()).toEqual([...new Set(expected)].sort());
  });
const expectDark = (page: Page) => eventually(async () => expect(await marksInFirefox(page)).toEqual([]));
/** A little more than a page takes to be lit here. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 1_000));

/** The popup for a page, as a tab of its own, once Titlelight's button was pressed on the page. */
async function openPopup(page: Page, view = '#page'): Promise<Page> {
  await pressButtonInFirefox(page);
  return titlelight.openOwn(`popup.html?tab=${await titlelight.tabIdOf(page.url())}${view}`);
}
const expectSaid = (popup: Page, ...words: string[]) =>
  eventually(async () => {
    const text = await popup.evaluate(() => document.body.textContent);
    for (const word of words) expect(text).toContain(word);
  });
const click = (popup: Page, name: string) => popup.locator(`::-p-aria(${name})`).click();

describe('in Firefox, a person finds papers on', () => {
  it.each(Object.entries(flows))('%s', async (_, [address, html]) => {
    const page = await titlelight.open(web.serve(address, html));
    await expectPapersLit(page);
    await page.close();
  });
});

describe('in Firefox, a site that is not allowed', () => {
  let page: Page;
  let other: Page;

  it('is dark, looked at once, and dark again', async () => {
    other = await titlelight.open(web.serve('https://blog.example.org/earlier', sample()));
    page = await titlelight.open(web.serve('https://blog.example.org/notes', sample()));
    const popup = await openPopup(page);
    await expectSaid(popup, 'blog.example.org', 'Not allowed here');
    await click(popup, 'Look once');
    await page.bringToFront();
    await expectPapersLit(page);
    await expectSaid(popup, 'Read this once');
    await popup.close();
    await page.reload();
    await aWhile();
    await expectDark(page);
    await expectDark(other);
  });

  it('is lit in all its tabs once it is allowed, and follows its switch', async () => {
    const popup = await openPopup(page);
    await click(popup, 'Allow this site');
    await expectSaid(popup, 'On here');
    for (const tab of [page, other]) {
      await tab.bringToFront();
      await expectPapersLit(tab);
    }
    await popup.bringToFront();
    await click(popup, 'blog.example.org');
    await expectSaid(popup, 'Off here');
    await expectDark(page);
    await expectDark(other);
    await other.reload();
    await aWhile();
    await expectDark(other);
    await popup.close();
  });

  it('is switched by its key as well', async () => {
    await pressKeyInFirefox(page, 'O');
    await expectPapersLit(page);
    await pressKeyInFirefox(page, 'O');
    await expectDark(page);
    await page.close();
    await other.close();
  });
});

it('has keys that Firefox does not have itself', async () => {
  const page = await titlelight.openOwn('options.html');
  expect(await keysInFirefox(page)).toEqual({ own: 4, taken: '' });
  await page.close();
});

it("says that Firefox has taken a site, offers a button for it, and follows Firefox's settings", async () => {
  const html = arxivListing(starter.slice(0, 3));
  const page = await titlelight.open(web.serve('https://openreview.net/group', html));
  await expectPapersLit(page);
  await setSiteInFirefox(page, '*://*.openreview.net/*', false);
  await expectDark(page);
  const popup = await openPopup(page);
  await expectSaid(popup, 'openreview.net', 'Firefox has not given Titlelight this site.');
  await click(popup, 'Allow this site');
  await expectSaid(popup, 'On here');
  await page.bringToFront();
  await expectPapersLit(page);
  await setSiteInFirefox(page, '*://*.openreview.net/*', false);
  await expectDark(page);
  await setSiteInFirefox(page, '*://*.openreview.net/*', true);
  await expectPapersLit(page);
  await popup.close();
  await page.close();
});

it('allows all sites in the settings, and takes them back but for those that were granted by name', async () => {
  const page = await titlelight.open(web.serve('https://course.example.net/', sample()));
  const options = await titlelight.openOwn('options.html');
  await click(options, 'Allow all sites');
  await page.bringToFront();
  await expectPapersLit(page);
  await options.bringToFront();
  await click(options, 'Take back');
  await expectDark(page);
  await options.locator('::-p-aria([name="arxiv.org"][role="switch"])').wait();
  const on = await options.$$eval('.sites input', (all) => all.filter(({ checked }) => checked).length);
  expect(on).toBeGreaterThanOrEqual(18);
  await options.close();
  await page.close();
});

it("opens on the paper that a page is about, also in Firefox's PDF viewer", async () => {
  const pdf = { 'content-type': 'application/pdf' };
  web.serve(`https://arxiv.org/abs/${first.id}`, arxivAbstract(first, second));
  web.serve(`https://arxiv.org/pdf/${first.id}`, emptyPdf(), pdf);
  web.serve('https://blog.example.net/talk.pdf', emptyPdf(first.title), pdf);
  for (const [address, listed] of [
    [`https://arxiv.org/abs/${first.id}`, [first.title, second.title]],
    [`https://arxiv.org/pdf/${first.id}`, [first.title]],
    ['https://blog.example.net/talk.pdf', [first.title]],
  ] as const) {
    const page = await titlelight.open(address);
    const popup = await openPopup(page, '');
    await eventually(async () => expect((await listedTitles(popup)).map(plain)).toEqual(listed.map(plain)));
    expect(await popup.$$eval('article[data-open] h2', ([open]) => open?.textContent)).toBe(first.title);
    if (address.includes('pdf')) await expectSaid(popup, 'Cannot be read: PDF viewer');
    await popup.close();
    await page.close();
  }
});

it('says nothing on any console in Firefox and throws nothing', () => {
  const viewer = /Warning: Indexing all PDF objects|: PDF [0-9a-f]{32} \[/;
  expect(titlelight.problems.filter((line) => !viewer.test(line))).toEqual([]);
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, madeUp, short } from '../fixtures/digests.ts';
import { arxivListing } from '../fixtures/pages/arxiv-listing.ts';
import { frontPage, oldSubreddit, subreddit, thread } from '../fixtures/pages/boards.ts';
import { sample } from '../fixtures/pages/sample.ts';
import { scholarResults } from '../fixtures/pages/scholar.ts';
import { xHome } from '../fixtures/pages/x-home.ts';
import { addSite } from '../support/browser-settings.ts';
import { cardFacts, clickInCard, closeCard, inCard } from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { importFile, shelfTitles } from '../support/flows.ts';
import { expectPapersLit } from '../support/lit.ts';
import { hoverMark, marksOn, plain } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';
import { pressButton } from '../support/toolbar.ts';

const [first, second, third, fourth] = starter.filter(
  ({ title }) => title.length > 60 && /^[\w :,-]+$/.test(title),
) as [(typeof starter)[0], (typeof starter)[0], (typeof starter)[0], (typeof starter)[0]];
const year = { behind: ' (2024) [pdf]' };
const tag = { before: '[R] ' };
const dressed = [{ entry: short, ...year }, { entry: first, ...tag }, { entry: second }];

interface Flow {
  address: string;
  html: string;
  /** The title whose card is opened, and which is saved. */
  paper: { title: string };
}

/** What someone sees on each site, under its own address. */
const flows: Record<string, Flow> = {
  'a listing of arXiv': {
    address: 'https://arxiv.org/list/cs.LG/recent',
    html: arxivListing(starter.slice(0, 25)),
    paper: starter[3] as { title: string },
  },
  "X's home page": {
    address: 'https://x.com/home',
    html: xHome({ short, tagged: first, plain: second, ignored: third }),
    paper: short,
  },
  "Hacker News's front page": {
    address: 'https://news.ycombinator.com/news',
    html: frontPage([...dressed, { entry: third, ...year }]),
    paper: short,
  },
  'a thread of Hacker News': {
    address: 'https://news.ycombinator.com/item?id=1',
    html: thread({ entry: short, ...year }, second),
    paper: second,
  },
  'a subreddit': {
    address: 'https://www.reddit.com/r/MachineLearning/',
    html: subreddit([{ entry: short, ...tag }, ...dressed.slice(1)]),
    paper: short,
  },
  'a subreddit of old': {
    address: 'https://old.reddit.com/r/MachineLearning/',
    html: oldSubreddit([{ entry: short, ...tag }, ...dressed.slice(1)]),
    paper: second,
  },
  "Google Scholar's results": {
    address: 'https://scholar.google.com/scholar?q=lamps',
    html: scholarResults([first, second, third, fourth]),
    paper: third,
  },
};

let web: LocalWeb;
let titlelight: Titlelight;

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
  await importFile(titlelight, 'lamps.jsonl', jsonLines([...madeUp, short]));
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

/** The name that a site was granted by: that of its subdomains, too. */
const siteNameOf = (address: string) => new URL(address).hostname.replace(/^(?:www|old)\./, '');

/** From the lit page to the card, the shelf, the badge and the popup, off the shelf again, and back to the page. */
async function goThrough(page: Page, { title }: { title: string }): Promise<void> {
  await expectPapersLit(page);
  const papers = await page.$$eval('[data-paper]', (all) => [
    ...new Set(all.map((one) => one.getAttribute('data-paper'))),
  ]);
  await hoverMark(page, title);
  expect(plain((await cardFacts(page)).title)).toBe(plain(title));
  await clickInCard(page, 'button', 'Save');
  await inCard(page, 'button', 'Saved');
  await closeCard(page);
  expect((await shelfTitles(titlelight)).map(plain)).toContain(plain(title));
  const tabId = await titlelight.tabIdOf(page);
  await eventually(async () => expect(await titlelight.badge(tabId)).toBe(String(papers.length)));
  const popup = await titlelight.openPopup(page, 'page');
  const rows = popup.getByRole('article');
  await eventually(async () => expect(await rows.count()).toBe(papers.length));
  await popup.getByRole('switch', { name: siteNameOf(page.url()), checked: true }).waitFor();
  const kept = rows.filter({ has: popup.getByRole('button', { name: 'Remove from your shelf' }) });
  expect((await kept.getByRole('heading').allTextContents()).map(plain)).toEqual([plain(title)]);
  await kept.getByRole('button', { name: 'Remove from your shelf' }).click();
  await eventually(async () => expect(await kept.count()).toBe(0));
  await rows.first().hover();
  await rows.first().getByRole('button', { name: 'Show on page' }).click();
  await eventually(async () => expect(await page.evaluate(() => document.visibilityState)).toBe('visible'));
  await popup.close();
}

describe('a person on', () => {
  it.each(Object.entries(flows))('%s finds, reads and keeps papers', async (_, { address, html, paper }) => {
    const page = await titlelight.open(web.serve(address, html));
    await goThrough(page, paper);
    await page.close();
  });

  it('a blog that is not allowed allows it, and then does the same', async () => {
    const page = await titlelight.open(web.serve('https://blog.example.org/notes', sample()));
    expect(await marksOn(page)).toEqual([]);
    await addSite(titlelight, '*://*.blog.example.org/*');
    const popup = await pressButton(titlelight, page);
    await popup.click('This page');
    await popup.click('Allow this site');
    await expectPapersLit(page);
    await goThrough(page, starter.find(({ id }) => id === '2310.14189') as { title: string });
    await page.close();
  });
});

it('asks nobody for anything but the pages themselves', () => {
  const own = [...Object.values(flows).map(({ address }) => address), 'https://blog.example.org/notes'];
  expect(web.requests.toSorted()).toEqual(own.map((address) => `GET ${address}`).toSorted());
});

it('says nothing on any console and throws nothing', () => {
  expect(titlelight.problems).toEqual([]);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, madeUp } from '../../fixtures/digests.ts';
import { arxivListing } from '../../fixtures/pages/arxiv-listing.ts';
import { asHtml, page as html } from '../../fixtures/pages/html.ts';
import { timeline } from '../../fixtures/pages/timeline.ts';
import { unrelated } from '../../fixtures/pages/unrelated.ts';
import { eventually } from '../../support/eventually.ts';
import {
  chooseTab,
  launchFirefox,
  listedTitles,
  marksInFirefox,
  type TitlelightInFirefox,
} from '../../support/firefox/puppeteer.ts';
import { plain, readMarks, startOf } from '../../support/marks.ts';
import { type LocalWeb, startWeb } from '../../support/server.ts';
import { starter, starterPaper } from '../../support/starter.ts';

const paper = starterPaper('2308.16898');

const litTitles = async (page: Page) => (await marksInFirefox(page)).map(({ text }) => plain(text));

const expectAllLit = (page: Page) =>
  eventually(async () => {
    const lit = new Set(await litTitles(page));
    expect(starter.filter(({ title }) => !lit.has(plain(title)))).toEqual([]);
  });

const expectListed = (page: Page, titles: string[]) =>
  eventually(async () =>
    expect((await listedTitles(page)).map(plain).sort()).toEqual(titles.map(plain).sort()),
  );

/** The flows of one file happen to one profile, one after another. */
describe('the main job in Firefox', () => {
  let web: LocalWeb;
  let titlelight: TitlelightInFirefox;
  let profile: string;

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'titlelight-firefox-'));
    web = await startWeb();
    titlelight = await launchFirefox(web, profile);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('lights 83 of 83 titles in the listing markup of arxiv.org, and the popup lists them', async () => {
    const address = web.serve('https://arxiv.org/list', arxivListing(starter));
    await expectAllLit(await titlelight.open(address));
    const popup = await titlelight.openOwn(`popup.html?tab=${await titlelight.tabIdOf(address)}#page`);
    await expectListed(
      popup,
      starter.map(({ title }) => title),
    );
  });

  it('lights 83 of 83 titles on x.com, where titles fall apart into spans', async () => {
    await expectAllLit(await titlelight.open(web.serve('https://x.com/home', timeline(starter))));
  });

  it('leaves a page dark that names no paper', async () => {
    const diary = unrelated();
    const withPaper = diary.replace('</body>', `<p>${paper.title}</p></body>`);
    const dark = await titlelight.open(web.serve('https://arxiv.org/diary', diary));
    const lit = await titlelight.open(web.serve('https://arxiv.org/diary-with-a-paper', withPaper));
    await eventually(async () => expect(await litTitles(lit)).toEqual([plain(paper.title)]));
    expect(await litTitles(dark)).toEqual([]);
  });

  it('opens a card under the resting pointer and closes it with Escape', async () => {
    const body = `<p>${asHtml(paper.title)}</p>`;
    const page = await titlelight.open(web.serve('https://arxiv.org/one', html({ title: 'One', body })));
    await eventually(async () => expect(await litTitles(page)).toHaveLength(1));
    await page.bringToFront();
    const height = () =>
      page.evaluate(
        () => document.querySelector('titlelight-card[data-open]')?.getBoundingClientRect().height ?? 0,
      );
    await eventually(async () => {
      const { x, y } = startOf((await page.evaluate(readMarks, undefined))[0]);
      await page.mouse.move(x, y + 40);
      await page.mouse.move(x, y, { steps: 5 });
      await eventually(async () => expect(await height()).toBeGreaterThan(100), 1_000);
    });
    await page.keyboard.press('Escape');
    await eventually(async () => expect(await height()).toBe(0));
  });

  it('imports a digest file and lights its papers', async () => {
    const file = join(profile, 'papers.jsonl');
    await writeFile(file, jsonLines());
    const options = await titlelight.openOwn('options.html');
    const input = await options.waitForSelector('input[type=file]');
    await input?.uploadFile(file);
    await eventually(async () => {
      const said = await options.$$eval('[role=status]', (all) =>
        all.map((one) => one.textContent).join(' '),
      );
      expect(said).toMatch(/\b3 papers imported/);
    });
    const body = madeUp.map(({ title }) => `<p>${asHtml(title)}</p>`).join('');
    const page = await titlelight.open(web.serve('https://arxiv.org/new', html({ title: 'New', body })));
    await eventually(async () =>
      expect(await litTitles(page)).toEqual(madeUp.map(({ title }) => plain(title))),
    );
  });

  it('keeps a saved paper on the shelf when Firefox is started again', async () => {
    const popup = await titlelight.openOwn('popup.html');
    await popup.type('[type=search], [role=searchbox]', paper.title);
    await expectListed(popup, [paper.title]);
    await popup.hover('article');
    await popup.click('article button[aria-label^="Save"]');
    await popup.waitForSelector('article button[aria-label^="Remove"]');
    await titlelight.close();

    titlelight = await launchFirefox(web, profile);
    const again = await titlelight.openOwn('popup.html');
    await chooseTab(again, 'Shelf');
    await expectListed(again, [paper.title]);
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

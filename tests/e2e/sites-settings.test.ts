import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { addSite, chooseAccess } from '../support/browser-settings.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { idle } from '../support/idle.ts';
import { marksOn, plain } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starterPaper } from '../support/starter.ts';

const { title } = starterPaper('2310.14189');
const html = pageOf({ title: 'Notes', body: `<p>${asHtml(title)}</p>` });
const expectLit = (page: Page, isLit: boolean) =>
  eventually(async () =>
    expect((await marksOn(page)).map(({ text }) => plain(text))).toEqual(isLit ? [plain(title)] : []),
  );

let web: LocalWeb;
let titlelight: Titlelight;
let options: Page;
const site = (name: string, checked: boolean) => options.getByRole('switch', { name, exact: true, checked });

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
  options = await titlelight.open(titlelight.address('options.html#sites'));
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

/** The browser asks for what is not granted yet, and no test can answer: here a person has agreed in its settings. */
async function agreeTo(pattern: string): Promise<void> {
  await addSite(titlelight, pattern);
  await options.bringToFront();
}

describe('the settings of sites', () => {
  it('list those it comes with, and switch them off and on', async () => {
    const page = await titlelight.open(web.serve('https://lobste.rs/newest', html));
    await expectLit(page, true);
    await options.bringToFront();
    await site('lobste.rs', true).click();
    await site('lobste.rs', false).waitFor();
    await expectLit(page, false);
    await site('lobste.rs', false).click();
    await site('lobste.rs', true).waitFor();
    await page.bringToFront();
    await expectLit(page, true);
    await page.close();
  });

  it('follow what is switched in the popup', async () => {
    const page = await titlelight.open(web.serve('https://bsky.app/profile', html));
    const popup = await titlelight.openPopup(page, 'page');
    await popup.getByRole('switch', { name: 'bsky.app' }).click();
    await site('bsky.app', false).waitFor();
    await popup.getByRole('switch', { name: 'bsky.app' }).click();
    await site('bsky.app', true).waitFor();
    await popup.close();
    await page.close();
  });

  it('add a site, take it away, and take that back', async () => {
    const page = await titlelight.open(web.serve('https://blog.example.org/', html));
    await idle(page);
    await expectLit(page, false);
    await agreeTo('*://*.blog.example.org/*');
    await options.getByLabel('Another site').fill('https://www.blog.example.org/2026/07');
    await options.getByRole('button', { name: 'Allow site' }).click();
    await site('blog.example.org', true).waitFor();
    await expectLit(page, true);
    await options.getByRole('button', { name: 'Remove blog.example.org' }).click();
    await options.getByText('blog.example.org is no longer read.').waitFor();
    expect(await site('blog.example.org', true).count()).toBe(0);
    await expectLit(page, false);
    await options.getByRole('button', { name: 'Undo' }).click();
    await site('blog.example.org', true).waitFor();
    await page.bringToFront();
    await expectLit(page, true);
    await page.close();
  });

  it('refuse what is no site, and one that is there', async () => {
    await options.bringToFront();
    const field = options.getByLabel('Another site');
    for (const [typed, answer] of [
      ['two words', 'Type the address of a site, such as blog.example.org.'],
      ['arxiv.org', 'arxiv.org is on already.'],
    ] as const) {
      await field.fill(typed);
      await field.press('Enter');
      await options.getByText(answer).waitFor();
    }
  });

  it('follow what the browser takes back and gives, and the welcome page says what is missing', async () => {
    const page = await titlelight.open(web.serve('https://github.com/notes', html));
    await expectLit(page, true);
    await chooseAccess(titlelight, 'ON_SPECIFIC_SITES');
    await expectLit(page, false);
    const welcome = await titlelight.open(titlelight.address('welcome.html'));
    await welcome.getByText('Your browser has not given Titlelight the 18 sites it begins with').waitFor();
    await welcome.close();
    await agreeTo('*://*.github.com/*');
    await eventually(async () => expect(await site('github.com', true).count()).toBe(1));
    expect(await site('arxiv.org', false).count()).toBe(1);
    await expectLit(page, true);
    await chooseAccess(titlelight, 'ON_ALL_SITES');
    await site('arxiv.org', true).waitFor();
    await page.close();
  });

  it('allow all sites but those that are off', async () => {
    const page = await titlelight.open(web.serve('https://course.example.net/', html));
    const off = await titlelight.open(web.serve('https://loud.example.net/', html));
    await agreeTo('*://*/*');
    await options.getByRole('button', { name: 'Allow all sites' }).click();
    await options.getByText('Titlelight reads every site you open').waitFor();
    await page.bringToFront();
    await expectLit(page, true);
    await off.bringToFront();
    await expectLit(off, true);
    const popup = await titlelight.openPopup(off, 'page');
    await popup.getByRole('switch', { name: 'loud.example.net', checked: true }).click();
    await expectLit(off, false);
    await popup.close();
    await options.bringToFront();
    await options.getByRole('heading', { name: 'Switched off' }).waitFor();
    await site('loud.example.net', false).click();
    await eventually(async () => expect(await site('loud.example.net', false).count()).toBe(0));
    await off.bringToFront();
    await expectLit(off, true);
    await page.close();
    await off.close();
  });
});

it('says nothing on any console and throws nothing', () => {
  expect(titlelight.problems).toEqual([]);
});

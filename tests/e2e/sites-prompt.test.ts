import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { type Display, openDisplay } from '../support/display.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starterPaper } from '../support/starter.ts';
import { popupOpenedBy } from '../support/toolbar.ts';

/** What only a person at a keyboard can do: press the extension's keys, and answer what the browser asks. */

const { title } = starterPaper('2310.14189');
const html = pageOf({ title: 'Notes', body: `<p>${asHtml(title)}</p>` });

let display: Display;
let web: LocalWeb;
let titlelight: Titlelight;

beforeAll(async () => {
  display = await openDisplay();
  web = await startWeb();
  titlelight = await launch({ web, display: display.name });
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
  display?.close();
});

const expectLit = async (page: Page, isLit: boolean, patience?: number) =>
  eventually(async () => expect(await marksOn(page)).toHaveLength(isLit ? 1 : 0), patience);

/** Says yes to the browser's question, which takes a moment to come up; `follows` is what comes of that. */
async function agree(follows: (patience: number) => Promise<void>): Promise<void> {
  await eventually(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await display.press('Tab', 'Return');
    await follows(3_000);
  }, 30_000);
}

it('a site is allowed in the popup that a key opens, by a question that closes it', async () => {
  const page = await titlelight.open(web.serve('https://blog.example.org/', html));
  const popup = await popupOpenedBy(titlelight, () => display.press('alt+shift+l'));
  await eventually(async () => expect(await popup.text()).toContain('Not allowed here'));
  await popup.click('Allow this site');
  await agree((patience) => expectLit(page, true, patience));
});

it('a site is switched by a key, and one that is not allowed is asked for', async () => {
  const page = await titlelight.open(web.serve('https://lobste.rs/', html));
  await expectLit(page, true);
  await display.press('alt+shift+o');
  await expectLit(page, false);
  await display.press('alt+shift+o');
  await expectLit(page, true);
  const other = await titlelight.open(web.serve('https://course.example.net/', html));
  await expectLit(other, false);
  await display.press('alt+shift+o');
  await agree((patience) => expectLit(other, true, patience));
});

it('all sites are allowed, and taken back but for those that were granted by name', async () => {
  const page = await titlelight.open(web.serve('https://news.example.com/', html));
  const options = await titlelight.open(titlelight.address('options.html#sites'));
  await options.getByRole('button', { name: 'Allow all sites' }).click();
  await agree((timeout) => options.getByRole('button', { name: 'Take back' }).waitFor({ timeout }));
  await page.bringToFront();
  await expectLit(page, true);
  await options.bringToFront();
  await options.getByRole('button', { name: 'Take back' }).click();
  await expectLit(page, false);
  const arxiv = options.getByRole('switch', { name: 'arxiv.org', exact: true, checked: true });
  await agree((timeout) => arxiv.waitFor({ timeout }));
  await options.getByRole('switch', { name: 'blog.example.org', checked: true }).waitFor();
  await options.getByRole('button', { name: 'Allow all sites' }).waitFor();
  const later = await titlelight.open(web.serve('https://arxiv.org/notes', html));
  await expectLit(later, true);
});

it('says nothing on any console and throws nothing', () => {
  expect(titlelight.problems).toEqual([]);
});

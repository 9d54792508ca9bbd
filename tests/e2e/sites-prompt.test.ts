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

/** Milliseconds that the browser's question takes to come up, longer with each try: nothing tells that it is there. */
const comingUp = 1_000;

/** Has the browser ask, and says yes; once more where the answer came too early for it. `follows` is what comes of a yes. */
async function agree(
  ask: () => Promise<unknown>,
  follows: (patience: number) => Promise<void>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await ask();
    await new Promise((resolve) => setTimeout(resolve, attempt * comingUp));
    await display.press('Tab', 'Return');
    try {
      return await follows(5_000);
    } catch (error) {
      if (attempt === 4) throw error;
    }
  }
}

it('a site is allowed in the popup that a key opens, by a question that closes it', async () => {
  const page = await titlelight.open(web.serve('https://blog.example.org/', html));
  const ask = async () => {
    const popup = await popupOpenedBy(titlelight, () => display.press('alt+shift+l'));
    await popup.click('This page');
    await eventually(async () => expect(await popup.text()).toContain('Not allowed here'));
    await popup.click('Allow this site');
  };
  await agree(ask, (patience) => expectLit(page, true, patience));
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
  await agree(
    () => display.press('alt+shift+o'),
    (patience) => expectLit(other, true, patience),
  );
});

it('all sites are allowed, and taken back but for those that were granted by name', async () => {
  const page = await titlelight.open(web.serve('https://news.example.com/', html));
  const options = await titlelight.open(titlelight.address('options.html#sites'));
  await agree(
    () => options.getByRole('button', { name: 'Allow all sites' }).click(),
    (timeout) => options.getByRole('button', { name: 'Take back' }).waitFor({ timeout }),
  );
  await page.bringToFront();
  await expectLit(page, true);
  await options.bringToFront();
  const arxiv = (checked: boolean) =>
    options.getByRole('switch', { name: 'arxiv.org', exact: true, checked });
  // Once taken back, a question that was missed is asked again by the switch of any site.
  const takeBack = options.getByRole('button', { name: 'Take back' });
  await agree(
    async () => ((await takeBack.count()) > 0 ? takeBack.click() : arxiv(false).click()),
    (timeout) => arxiv(true).waitFor({ timeout }),
  );
  await expectLit(page, false);
  await options.getByRole('button', { name: 'Allow all sites' }).waitFor();
  const later = await titlelight.open(web.serve('https://arxiv.org/notes', html));
  await expectLit(later, true);
});

it('says nothing on any console and throws nothing', () => {
  expect(titlelight.problems).toEqual([]);
});

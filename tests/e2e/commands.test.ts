import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { cardIsOpen, cardText, closeCard } from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';

/** The browser's API, as an extension page has it. */
declare const chrome: typeof browser;

const [first, second, third] = starter.slice(0, 3).map(({ title }) => title) as [string, string, string];
const paragraph = (text: string) => `<p>${asHtml(text)}</p>`;
let web: LocalWeb;
let titlelight: Titlelight;
let page: Page;

/** Headless Chromium takes no extension shortcuts; this is what the worker sends when one is pressed. */
async function step(direction: 1 | -1): Promise<void> {
  const tabId = await titlelight.tabIdOf(page);
  const own = await titlelight.open(titlelight.address('options.html'));
  await own.evaluate(
    ([id, by]) => chrome.tabs.sendMessage(id as number, { type: 'tab/step', direction: by }),
    [tabId, direction],
  );
  await own.close();
  await page.bringToFront();
}

const expectCard = (title: string) => eventually(async () => expect(await cardText(page)).toContain(title));

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
  const html = pageOf({
    title: 'Notes',
    body: [first, second, third].map((title) => paragraph(title)).join(''),
  });
  web.serve('https://arxiv.org/steps', html);
  page = await titlelight.open('https://arxiv.org/steps');
  await eventually(async () => expect(await marksOn(page)).toHaveLength(3));
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

it('have keys that no other command of the browser has', async () => {
  const own = await titlelight.open(titlelight.address('options.html'));
  const commands = await own.evaluate(() => chrome.commands.getAll());
  await own.close();
  const keys = Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]));
  expect(keys).toMatchObject({
    'next-mention': 'Alt+Shift+J',
    'previous-mention': 'Alt+Shift+K',
    'toggle-site': 'Alt+Shift+O',
    _execute_action: 'Alt+Shift+L',
  });
  await page.bringToFront();
});

it('go from mention to mention, in both directions and round', async () => {
  await step(1);
  await expectCard(first);
  await step(1);
  await expectCard(second);
  await step(-1);
  await expectCard(first);
  await step(-1);
  await expectCard(third);
  await step(1);
  await expectCard(first);
});

it('leave the card open wherever the pointer goes, until Escape', async () => {
  await page.mouse.move(600, 500, { steps: 5 });
  await page.mouse.move(5, 5, { steps: 5 });
  expect(await cardIsOpen(page)).toBe(true);
  await closeCard(page);
});

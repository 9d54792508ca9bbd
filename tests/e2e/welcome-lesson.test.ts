import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { cardBox, cardIsOpen, closeCard } from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { hoverMark, marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starterPaper } from '../support/starter.ts';

/** The browser's API, as an extension page has it. */
declare const chrome: typeof browser;

let web: LocalWeb;
let titlelight: Titlelight;
let page: Page;
let steps: Locator;

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
  page = await titlelight.open(titlelight.address('welcome.html'));
  await eventually(async () => expect(await marksOn(page)).toHaveLength(3));
  steps = page.getByRole('region', { name: 'Without the pointer' }).getByRole('listitem');
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

/** The steps with a tick, from 1. */
const done = async () =>
  (await steps.allInnerTexts()).flatMap((text, at) => (/^done/.test(text.trim()) ? [at + 1] : []));

/** Headless Chromium takes no extension shortcuts; this is what the worker sends when one is pressed. */
async function pressNext(): Promise<void> {
  const tabId = await titlelight.tabIdOf(page);
  const own = await titlelight.open(titlelight.address('options.html'));
  await own.evaluate((id) => chrome.tabs.sendMessage(id, { type: 'tab/step', direction: 1 }), tabId);
  await own.close();
  await page.bringToFront();
}

it('names the keys that the browser has given', async () => {
  await expect.poll(() => steps.allInnerTexts()).toHaveLength(3);
  const [next, enter, leave] = await steps.allInnerTexts();
  expect(next).toContain('Press Alt+Shift+J');
  expect(enter).toContain('Press Tab');
  expect(leave).toContain('Press Esc');
  expect(await done()).toEqual([]);
});

it('takes no card of the pointer’s for the first step', async () => {
  await hoverMark(page, starterPaper('2310.14189').title);
  await eventually(async () => expect(await cardIsOpen(page)).toBe(true));
  await closeCard(page);
  expect(await done()).toEqual([]);
});

it('ticks off each step as it is done, the card beside it and not over it', async () => {
  await pressNext();
  await eventually(async () => expect(await done()).toEqual([1]));
  expect(await steps.nth(1).getAttribute('aria-current')).toBe('step');
  const card = await cardBox(page);
  for (const step of await steps.all()) {
    const box = await step.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(card.y);
  }
  await page.keyboard.press('Tab');
  await eventually(async () => expect(await done()).toEqual([1, 2]));
  await page.keyboard.press('Escape');
  await eventually(async () => expect(await done()).toEqual([1, 2, 3]));
  await page.getByRole('status').filter({ hasText: 'That is all of it. Alt+Shift+K' }).waitFor();
});

it('can be begun again', async () => {
  await page.getByRole('button', { name: 'Begin again' }).click();
  expect(await done()).toEqual([]);
  await page.getByRole('status').filter({ hasText: '0 of 3 steps done' }).waitFor();
  expect(titlelight.problems).toEqual([]);
});

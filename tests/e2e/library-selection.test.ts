import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/axe.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { fillLibrary, openLibrary } from '../support/library.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';

let web: LocalWeb;
let titlelight: Titlelight;
let page: Page;

const count = 6;

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
  await titlelight.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await fillLibrary(titlelight);
  page = await openLibrary(titlelight, '?day=2025-12-31');
  await articles().first().waitFor();
  for (let at = 1; at <= count; at++) {
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await page
      .getByRole('link', { name: `Everything ${at} paper${at > 1 ? 's' : ''}`, exact: true })
      .waitFor();
  }
  await page.goto(titlelight.address('library.html?shelf=all'));
  await articles().first().waitFor();
});
afterEach(() => {
  expect(titlelight.problems).toEqual([]);
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

const articles = () => page.getByRole('article');
const titles = () => articles().getByRole('heading').allInnerTexts();
const box = (at: number) =>
  articles()
    .nth(at)
    .getByRole('checkbox', { name: /^Select / });
const bar = () => page.getByRole('region', { name: 'Selected papers' });
const chosen = (papers: string) => bar().getByText(`${papers} selected`).waitFor();
const place = (name: string) => page.getByRole('link', { name, exact: true });
async function none(): Promise<void> {
  await bar().getByRole('button', { name: 'Select none' }).click();
  await bar().waitFor({ state: 'detached' });
}
const undo = () => page.getByRole('button', { name: 'Undo' }).click();

async function choose(menu: string, item: string): Promise<void> {
  await bar().getByRole('button', { name: menu }).click();
  await page.getByRole(menu === 'Status' ? 'menuitemradio' : 'menuitem', { name: item, exact: true }).click();
}

/** The steps happen to one shelf, one after another. */
describe('papers of the shelf', () => {
  it('are chosen one by one and, with Shift, as far as another', async () => {
    await box(1).click();
    await chosen('1 paper');
    await box(3).click({ modifiers: ['Shift'] });
    await chosen('3 papers');
    await box(2).click();
    await chosen('2 papers');
    await bar().getByRole('button', { name: 'Select all' }).click();
    await chosen(`${count} papers`);
    await expectAccessible(page);
    await none();
  });

  it('are chosen by keyboard', async () => {
    await articles().first().getByRole('heading').getByRole('link').focus();
    await page.keyboard.press('x');
    await chosen('1 paper');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+J');
    await chosen('3 papers');
    await page.keyboard.press('Control+a');
    await chosen(`${count} papers`);
    await page.keyboard.press('Escape');
    await bar().waitFor({ state: 'detached' });
  });

  it('are marked together, which is undone at once', async () => {
    await page.keyboard.press('Control+a');
    await choose('Status', 'Read');
    await page.getByText(`Marked ${count} papers “Read”.`).waitFor();
    await place(`Read ${count} papers`).waitFor();
    await undo();
    await place(`To read ${count} papers`).waitFor();
    await none();
  });

  it('are tagged together, with completion', async () => {
    await box(0).click();
    await box(2).click({ modifiers: ['Shift'] });
    const field = bar().getByRole('combobox', { name: 'Tags of all of them' });
    await field.fill('night reading');
    await field.press('Enter');
    await page.getByText('Tagged 3 papers “night reading”.').waitFor();
    await place('night reading 3 papers').waitFor();
    await none();
    await box(5).click();
    await field.fill('ni');
    await page.getByRole('option', { name: 'night reading' }).click();
    await place('night reading 4 papers').waitFor();
    await undo();
    await place('night reading 3 papers').waitFor();
    await none();
    await box(0).click();
    await box(1).click();
    await bar().getByRole('button', { name: 'Remove night reading' }).click();
    await page.getByText('Took “night reading” off 2 papers.').waitFor();
    await place('night reading 1 paper').waitFor();
    await none();
  });

  it('are copied and saved as a file, these and no others', async () => {
    const [first, second, third] = await titles();
    await box(0).click();
    await box(1).click();
    await choose('Copy', 'BibTeX');
    await page.getByText('Copied 2 papers as BibTeX.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(first);
    expect(copied).toContain(second);
    expect(copied).not.toContain(third);
    const downloading = page.waitForEvent('download');
    await choose('Export', 'RIS');
    const text = await readFile(await (await downloading).path(), 'utf8');
    expect(text.match(/^TY {2}-/gm)).toHaveLength(2);
  });

  it('are taken off together, and come back', async () => {
    const before = await titles();
    await bar().getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('Removed 2 papers from your shelf.').waitFor();
    await eventually(async () => expect(await titles()).toEqual(before.slice(2)));
    await undo();
    await eventually(async () => expect(await titles()).toEqual(before));
  });

  it('stand in the order one chooses, which the address keeps', async () => {
    await page.getByLabel('Order').selectOption('Title');
    const sorted = (await titles()).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    await eventually(async () => expect(await titles()).toEqual(sorted));
    expect(new URL(page.url()).search).toBe('?shelf=all&sort=title');
  });

  it('are found by tag and note', async () => {
    await page.getByRole('searchbox').fill('tag:night');
    await eventually(async () => expect(await titles()).toHaveLength(1));
    await articles().first().getByText('Tag: night reading').waitFor();
  });
});

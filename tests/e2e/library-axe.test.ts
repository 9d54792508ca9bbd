import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/axe.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { fillLibrary, fullPaper, openLibrary } from '../support/library.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { putSettings, putSyncState } from '../support/stores.ts';
import { syncStates } from '../support/sync-states.ts';

let web: LocalWeb;
let titlelight: Titlelight;
let page: Page;

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
  await fillLibrary(titlelight);
  await putSettings(titlelight, { watchWords: [{ field: 'author', words: 'Lampwright' }] });
  await putSyncState(titlelight, syncStates(Date.now()).filling);
});
afterEach(async () => {
  await page.close();
  expect(titlelight.problems).toEqual([]);
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

const wide = { width: 1_400, height: 900 };
const narrow = { width: 390, height: 800 };

describe('axe finds no fault', () => {
  it.each([
    ['the archive', '', wide],
    ['a paper', `?day=2026-07-28&paper=arxiv:${fullPaper.id}`, wide],
    ['a paper on a phone', `?day=2026-07-28&paper=arxiv:${fullPaper.id}`, narrow],
    ['a list on a phone', '?month=2026-06', narrow],
    ['a search', '?q=wick', wide],
    ['filters', '?code=1&org=Moth+Institute&from=2026-06-29&sort=upvotes', wide],
    ['nothing found', '?q=nothing+is+called+so', wide],
    ['an empty shelf', '?shelf=all', wide],
    ['a watch word', '?watch=author:Lampwright', wide],
    ['trends', '?show=trends', wide],
  ])('with %s', async (_, query, size) => {
    page = await openLibrary(titlelight, query);
    await page.setViewportSize(size);
    const shown = page.getByRole('article').or(page.locator('.state-title, .rising li')).first();
    await shown.waitFor({ state: 'attached' });
    await expectAccessible(page);
  });

  it('with everything open that opens', async () => {
    page = await openLibrary(titlelight, '?show=trends');
    for (const table of await page.getByText('As a table').all()) await table.click();
    await expectAccessible(page);
    await page.goto(titlelight.address('library.html'));
    await page.getByRole('article').first().waitFor();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.setViewportSize(narrow);
    await page.getByRole('button', { name: 'Go to' }).click();
    await expectAccessible(page);
  });
});

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { importFile, shelfTitles } from '../support/flows.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starterPaper } from '../support/starter.ts';
import { putSettings, readSettings } from '../support/stores.ts';

let web: LocalWeb;
let titlelight: Titlelight;
let page: Page;

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
});
beforeEach(async () => {
  page = await titlelight.open(titlelight.address('options.html'));
});
afterEach(async () => {
  await page.close();
  expect(titlelight.problems).toEqual([]);
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

const sectionNames = () =>
  page.getByRole('region').evaluateAll((all) => all.map((one) => one.querySelector('h2')?.textContent));

describe('the settings page', () => {
  it('lists its sections beside them, and says which one is in sight', async () => {
    const nav = page.getByRole('navigation', { name: 'Settings' });
    expect(await nav.getByRole('link').allInnerTexts()).toEqual(await sectionNames());
    await nav.getByRole('link', { name: 'Hidden titles' }).click();
    await page.getByRole('heading', { name: 'Hidden titles' }).waitFor();
    await eventually(async () =>
      expect(await nav.locator('[aria-current]').allInnerTexts()).toEqual(['Hidden titles']),
    );
  });

  it('opens at the section its address names', async () => {
    await page.goto(titlelight.address('options.html#sites'));
    await page.reload();
    await eventually(async () =>
      expect(await page.getByRole('heading', { name: 'Sites' }).boundingBox()).toMatchObject({
        y: expect.closeTo(24, -2),
      }),
    );
  });

  it('finds a setting by any words that stand with it, and lights them', async () => {
    await page.keyboard.press('/');
    await page.getByRole('searchbox', { name: 'Search settings' }).pressSequentially('SYNC itself');
    await eventually(async () => expect(await sectionNames()).toEqual(['Digest']));
    const lit = await page.evaluate(() =>
      [...(CSS.highlights.get('titlelight-found') ?? [])].map((range) => (range as Range).toString()),
    );
    expect(lit.map((word) => word.toLowerCase())).toEqual(expect.arrayContaining(['sync', 'itself']));
    await page.getByRole('button', { name: 'Clear search' }).click();
    expect((await sectionNames()).length).toBeGreaterThan(5);
  });

  it('says so where no setting is found', async () => {
    await page.getByRole('searchbox').fill('weather forecast');
    await page.getByText('No setting speaks of “weather forecast”.').waitFor();
    expect(await sectionNames()).toEqual([]);
  });
});

describe('what is stored', () => {
  const fact = (name: string) => page.locator('dl.facts > div', { hasText: name }).locator('dd');
  const save = async () => {
    const popup = await titlelight.openPopup();
    await popup.getByRole('searchbox').fill(starterPaper('2310.14189').title);
    await popup.getByRole('article').first().getByRole('heading').click();
    await popup.getByRole('button', { name: 'Save' }).first().click();
    await popup.getByRole('button', { name: 'Saved' }).first().waitFor();
    await popup.close();
  };

  it('is told with the space it takes', async () => {
    await eventually(async () => expect(await fact('Papers in your digest').textContent()).toBe('83'));
    expect(await fact('Space on disk').textContent()).toMatch(/^[\d.]+ (?:kB|MB|GB)$/);
  });

  it('stays where someone was asked and said no', async () => {
    await save();
    await page.getByRole('button', { name: 'Erase everything' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase everything?' });
    await dialog.getByText(/Nothing brings them back but a backup file/).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await shelfTitles(titlelight)).toHaveLength(1);
  });

  it('loses the digest alone where it begins anew', async () => {
    const imported = JSON.stringify({ title: 'A Paper That Only This Import Brought', date: '2026-01-05' });
    await importFile(titlelight, 'one.jsonl', imported);
    await eventually(async () => expect(await fact('Papers in your digest').textContent()).toBe('84'));
    await page.getByRole('button', { name: 'Begin the digest anew' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Begin anew' }).click();
    await page.getByText('The digest began anew.').waitFor();
    await eventually(async () => expect(await fact('Papers in your digest').textContent()).toBe('83'));
    expect(await shelfTitles(titlelight)).toHaveLength(1);
  });

  it('is gone where everything is erased: shelf, settings and digest', async () => {
    await putSettings(titlelight, { keep: '1-year' });
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
    await page.getByText('Everything is erased.').waitFor();
    expect(await shelfTitles(titlelight)).toEqual([]);
    expect(await readSettings(titlelight)).toBeUndefined();
    await eventually(async () => expect(await fact('Papers in your digest').textContent()).toBe('83'));
  });

  it('begins as on the first day: pages are lit', async () => {
    const starter = starterPaper('2310.14189');
    const site = await titlelight.open(web.serve('https://arxiv.org/after', `<p>${starter.title}</p>`));
    await eventually(async () =>
      expect(
        await site.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0)),
      ).toBe(1),
    );
    await site.close();
  });
});

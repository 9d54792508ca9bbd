import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { eventually } from '../../support/eventually.ts';
import { launchFirefox, type TitlelightInFirefox } from '../../support/firefox/puppeteer.ts';
import { type LocalWeb, startWeb } from '../../support/server.ts';

/** What stands in the extension's own pages. */
declare const browser: typeof extensionApi;

/** The steps happen to one profile, one after another. */
describe('the shelf in Firefox', () => {
  let web: LocalWeb;
  let titlelight: TitlelightInFirefox;
  let downloads: string;
  let page: Page;

  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'titlelight-downloads-'));
    web = await startWeb();
    titlelight = await launchFirefox(web, undefined, downloads);
    page = await titlelight.openOwn('options.html');
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
    await rm(downloads, { recursive: true, force: true });
  });

  /** Presses the button of that name, once it is there. */
  const press = async (name: string) => {
    const button = await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
    await button?.click();
  };
  const said = (text: string) =>
    eventually(async () => {
      const all = await page.$$eval('[role=status]', (found) => found.map((one) => one.textContent));
      expect(all).toContain(text);
    });
  const importPaper = async () => {
    await page.waitForSelector('#shelf-file');
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#shelf-file');
      const chosen = new DataTransfer();
      chosen.items.add(new File(['@misc{a, title={Moths & Lamps}, eprint={2309.00001}}'], 'refs.bib'));
      if (field) field.files = chosen.files;
      field?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await press('Import 1 paper');
    await said('1 paper added.');
  };
  const files = async (folder = '') =>
    (await readdir(join(downloads, folder)).catch(() => [] as string[])).filter((name) =>
      name.endsWith('.json'),
    );

  it('takes papers from a file, and lets them go again', async () => {
    await importPaper();
    await press('Undo');
    await said('Your shelf is as it was before.');
  });

  it('is saved as a file', async () => {
    await importPaper();
    await press('Save a backup file now');
    // Firefox lays an empty file there first.
    await eventually(async () => {
      const [name = '', ...others] = await files();
      expect(others).toEqual([]);
      const { entries } = JSON.parse(await readFile(join(downloads, name), 'utf8'));
      expect(entries).toMatchObject([{ id: 'arxiv:2309.00001' }]);
    });
  });

  it('saves itself when that is due, once it may', async () => {
    const toggle = await page.waitForSelector('::-p-aria([name="Also as a file"][role="switch"])');
    await toggle?.click();
    await eventually(async () =>
      expect(await page.evaluate(() => browser.storage.local.get('backupSettings'))).toMatchObject({
        backupSettings: { toFile: true },
      }),
    );
    await page.evaluate(() => browser.alarms.create('upkeep', { when: Date.now() }));
    await eventually(async () => expect(await files('Titlelight')).toHaveLength(1), 30_000);
  });

  it('throws nothing and says nothing on any console', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

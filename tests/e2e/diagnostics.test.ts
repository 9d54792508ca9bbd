import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arxivListing } from '../fixtures/pages/arxiv-listing.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { shelfTitles } from '../support/flows.ts';
import { expectTitlesLit } from '../support/lit.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter, starterPaper } from '../support/starter.ts';

const address = 'https://arxiv.org/list/cs.LG/recent';
const title = starterPaper('2310.14189').title;

let web: LocalWeb;
let profile: string;
let titlelight: Titlelight;

beforeAll(async () => {
  web = await startWeb();
  web.serve(address, arxivListing(starter));
});
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'titlelight-diagnostics-'));
  titlelight = await launch({ web, profile });
});
afterEach(async () => {
  expect(titlelight.problems).toEqual([]);
  await titlelight.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
afterAll(() => web?.close());

const open = () => titlelight.open(titlelight.address('options.html#diagnostics'));
const section = (page: Page) => page.getByRole('region', { name: 'Diagnostics' });

async function savePaper(): Promise<void> {
  const popup = await titlelight.openPopup();
  await popup.getByRole('searchbox').fill(title);
  await popup.getByRole('article').first().getByRole('heading').click();
  await popup.getByRole('button', { name: 'Save' }).first().click();
  await popup.getByRole('button', { name: 'Saved' }).first().waitFor();
  await popup.close();
}

async function backUp(): Promise<void> {
  const page = await titlelight.open(titlelight.address('options.html#shelf'));
  await page.getByRole('button', { name: 'Save a backup file now' }).click();
  await page.getByText(/^Saved as titlelight-backup/).waitFor();
  await page.close();
}

describe('diagnostics', () => {
  it('tell how Titlelight is doing, as text to copy, and nothing of what someone reads', async () => {
    await titlelight.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await savePaper();
    const tab = await titlelight.open(address);
    await expectTitlesLit(tab, starter);
    const page = await open();
    await section(page)
      .getByText(/papers 83, days 1/)
      .waitFor();
    await section(page).getByRole('button', { name: 'Copy as text' }).click();
    await section(page).getByText('Copied.').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const lines = new Map(text.split('\n').map((line) => line.split(/: (.*)/) as [string, string]));
    expect(Object.fromEntries(lines)).toMatchObject({
      Version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      Browser: expect.stringContaining('Chrome/'),
      Digest: expect.stringMatching(/^database \d+, papers 83, days 1, /),
      Index: expect.stringMatching(/^generation (\d+), published \1, bytes \d+, waiting 0$/),
      Shelf: expect.stringMatching(/^database \d+, papers 1, entries 1$/),
      Backups: 'kept 0',
      Disk: expect.stringMatching(/^bytes \d+, quota \d+, persisted (?:true|false)$/),
      Sites: expect.stringMatching(/^granted \d+, every false, off 0$/),
      'Open pages': 'read 1, papers 83',
    });
    for (const personal of [title, 'arxiv.org', '2310.14189']) expect(text).not.toContain(personal);
    await expectAccessible(page);
  });

  it('rebuild what finds papers, where it has gone wrong', async () => {
    const page = await open();
    await section(page)
      .getByText(/waiting 0/)
      .waitFor();
    await page.evaluate(loseCandidates);
    await titlelight.killWorker();
    const tab = await titlelight.open(address);
    await page.bringToFront();
    await section(page).getByRole('button', { name: 'Rebuild the digest' }).click();
    await section(page).getByText('Rebuilt, from 83 papers.').waitFor();
    await tab.bringToFront();
    await expectTitlesLit(tab, starter);
  });

  it('restore the shelf from the newest backup, which is shown first', async () => {
    const page = await open();
    await section(page).getByText('No backup is kept in this browser.').waitFor();
    await savePaper();
    await backUp();
    const popup = await titlelight.openPopup(undefined, 'shelf');
    await popup.getByRole('article').first().hover();
    await popup
      .getByRole('button', { name: /^(Saved|Remove)/ })
      .first()
      .click();
    await popup.getByText('Your shelf is empty.').waitFor();
    await popup.close();
    await section(page).getByRole('button', { name: 'Restore the shelf…' }).click();
    await section(page).getByRole('button', { name: 'Restore 1 paper' }).click();
    await eventually(async () => expect(await shelfTitles(titlelight)).toEqual([title]));
  });
});

describe('where the files of all databases are damaged', () => {
  it('the digest begins anew, and the popup leads to what was on the shelf', async () => {
    await savePaper();
    await backUp();
    await titlelight.close();
    await damage(profile);
    titlelight = await launch({ web, profile });
    await expectTitlesLit(await titlelight.open(address), starter);
    const popup = await titlelight.openPopup(undefined, 'shelf');
    const [page] = await Promise.all([
      titlelight.context.waitForEvent('page'),
      popup.getByRole('link', { name: 'Restore it' }).click(),
    ]);
    await section(page).getByRole('button', { name: 'Restore the shelf…' }).click();
    await section(page).getByRole('button', { name: 'Restore 1 paper' }).click();
    await eventually(async () => expect(await shelfTitles(titlelight)).toEqual([title]));
  });
});

/** Runs in an own page: what verification reads is gone. */
async function loseCandidates(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('digest');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise((resolve) => {
    const transaction = database.transaction('candidates', 'readwrite');
    transaction.objectStore('candidates').delete('current');
    transaction.oncomplete = resolve;
  });
  database.close();
}

/** Overwrites the middle of what Chromium keeps databases in, of every extension. */
async function damage(profile: string): Promise<void> {
  const folder = join(profile, 'Default', 'IndexedDB');
  let damaged = 0;
  for (const store of await readdir(folder)) {
    if (!store.endsWith('.leveldb')) continue;
    for (const file of await readdir(join(folder, store))) {
      if (!/^(?:MANIFEST|CURRENT)/.test(file)) continue;
      await writeFile(join(folder, store, file), 'not what was here');
      damaged += 1;
    }
  }
  expect(damaged).toBeGreaterThan(0);
}

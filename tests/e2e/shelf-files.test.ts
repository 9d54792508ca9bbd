import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { expectAccessible } from '../support/axe.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { shelfTitles } from '../support/flows.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { ringAlarm } from '../support/stores.ts';
import { generateShelf } from '../unit/shelf/generate.ts';

/** What stands in the extension's own pages. */
declare const chrome: typeof browser;

let web: LocalWeb;
let titlelight: Titlelight;
let page: Page;

beforeAll(async () => {
  web = await startWeb();
});
beforeEach(async () => {
  titlelight = await launch({ web });
  await titlelight.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await titlelight.open(titlelight.address('options.html#shelf'));
});
afterEach(async () => {
  expect(titlelight.problems).toEqual([]);
  await titlelight.close();
});
afterAll(() => web?.close());

const section = () => page.getByRole('region', { name: 'Your shelf' });
const field = () => page.getByLabel('Choose a shelf or bibliography');
const said = (text: string | RegExp) => section().getByRole('status').filter({ hasText: text }).waitFor();

function choose(name: string, content: string | Buffer): Promise<void> {
  return field().setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

async function importNow(name: string, content: string | Buffer): Promise<void> {
  await choose(name, content);
  await section()
    .getByRole('button', { name: /^Import [\d,]+ papers?$/ })
    .click();
  await said(/added|changed/);
}

async function saved(press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

const bibliography = `
@misc{light2023moths, title={Moths Around the Lamp}, author={Light, Ada}, eprint={2309.00001}, archiveprefix={arXiv},
  keywords={insects}, annote={Read again.}}
@misc{dusk, title={Dusk \\& Dawn}, author={Lamp, Bo}, doi={10.1234/dusk}}
@misc{broken, title={
`;

describe('papers from a file', () => {
  it('are shown before they come onto the shelf, and can be taken back', async () => {
    await choose('refs.bib', bibliography);
    await section().getByRole('heading', { name: 'What this BibTeX file would change' }).waitFor();
    await section().getByText('2 new papers').waitFor();
    await section().getByText('Line 5 a value has no end').waitFor();
    expect(await shelfTitles(titlelight)).toEqual([]);
    await page.bringToFront();

    await section().getByRole('radio', { name: 'Reading' }).check({ force: true });
    const tags = section().getByRole('combobox', { name: 'Tag them' });
    await tags.fill('to cite');
    await tags.press('Enter');
    await section().getByRole('button', { name: 'Import 2 papers' }).click();
    await said('2 papers added.');
    expect(await shelfTitles(titlelight)).toEqual(['Moths Around the Lamp', 'Dusk & Dawn']);
    await page.bringToFront();

    const { text } = await saved(() => section().getByRole('button', { name: 'Save file' }).first().click());
    expect(JSON.parse(text).entries).toMatchObject([
      { id: 'arxiv:2309.00001', status: 'reading', tags: ['insects', 'to cite'], note: 'Read again.' },
      { id: 'doi:10.1234/dusk', status: 'reading', tags: ['to cite'], citationKey: 'dusk' },
    ]);

    await section().getByRole('button', { name: 'Undo' }).click();
    await said('Your shelf is as it was before.');
    expect(await shelfTitles(titlelight)).toEqual([]);
  });

  it('add to what is there, field by field, and overwrite nothing', async () => {
    await importNow('refs.bib', bibliography);
    await choose(
      'again.ris',
      'TY  - GEN\nTI  - MOTHS AROUND THE LAMP\nAU  - Someone Else\nDO  - 10.48550/arXiv.2309.00001\nAB  - We count.\nKW  - lamps\nN1  - Twice.\nER  - \n',
    );
    await section().getByText('1 paper changes').waitFor();
    const changes = section().getByRole('listitem').filter({ hasText: 'Moths Around the Lamp' });
    expect((await changes.locator('dt').allInnerTexts()).join()).toBe('Tags,Note,Abstract');
    await section().getByRole('button', { name: 'Import 1 paper' }).click();
    await said('1 changed.');
    const { text } = await saved(() => section().getByRole('button', { name: 'Save file' }).first().click());
    expect(JSON.parse(text).entries[0]).toMatchObject({
      paper: { title: 'Moths Around the Lamp', authors: ['Ada Light'], abstract: 'We count.' },
      tags: ['insects', 'lamps'],
      note: 'Read again.\n\n---\n\nTwice.',
    });
  });

  it('are refused with a sentence where the file is none, and nothing is changed', async () => {
    await importNow('refs.bib', bibliography);
    await choose('shopping.txt', 'milk\nbread\n');
    await section().getByRole('alert').filter({ hasText: 'No papers were found in this file' }).waitFor();
    await section().getByText('Nothing of your shelf was changed.').waitFor();
    expect(await shelfTitles(titlelight)).toHaveLength(2);
  });

  it('are shown so that everyone can tell what would change', async () => {
    await importNow('refs.bib', bibliography);
    await choose('new.bib', bibliography.replace('Read again', 'Read twice').replace('Dusk \\&', 'Dawn \\&'));
    const tags = section().getByRole('combobox', { name: 'Tag them' });
    await tags.fill('in');
    await tags.press('ArrowDown');
    await section().getByRole('option', { name: 'insects', selected: true }).waitFor();
    await expectAccessible(page, { within: '[data-section="shelf"]' });
    await tags.press('Escape');
    await section().getByRole('option', { name: 'insects' }).waitFor({ state: 'detached' });
  });

  it('come and go by keyboard alone', async () => {
    await choose('refs.bib', bibliography);
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
        'What this BibTeX file would change',
      ),
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await eventually(async () =>
      expect(await section().getByRole('radio', { name: 'Reading' }).isChecked()).toBe(true),
    );
    await page.keyboard.press('Tab');
    await page.keyboard.type('vision,');
    await section().getByRole('button', { name: 'Remove vision' }).waitFor();
    const press = section().getByRole('button', { name: 'Import 2 papers' });
    for (let steps = 0; steps < 8; steps += 1) {
      await page.keyboard.press('Tab');
      if (await press.evaluate((button) => button === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await said('2 papers added.');
  });
});

describe('a shelf of 5,000 papers', () => {
  it('goes out and comes back whole', async () => {
    const entries = generateShelf(5_000).map(({ removedAt: _, ...entry }) => entry);
    const file = JSON.stringify({ format: 'titlelight-shelf', version: 1, exportedAt: '', entries });
    await importNow('shelf.json.gz', gzipSync(file));
    await section().getByText('5,000 papers on your shelf').waitFor();

    for (const [format, name] of [
      ['Titlelight JSON', /^titlelight-shelf-\d{4}-\d\d-\d\d\.json$/],
      ['CSL-JSON', /\.csl\.json$/],
      ['BibTeX', /\.bib$/],
      ['RIS', /\.ris$/],
      ['Markdown', /\.md$/],
    ] as const) {
      await section().getByRole('combobox', { name: 'Format' }).selectOption(format);
      const out = await saved(() => section().getByRole('button', { name: 'Save file' }).first().click());
      expect(out.name).toMatch(name);
      await choose(out.name, out.text);
      await section().getByText('Nothing: your shelf has all of it.').waitFor({ timeout: 60_000 });
      await section().getByText('5,000 papers are on your shelf already, as in the file.').waitFor();
      await section().getByRole('button', { name: 'Close' }).click();
    }
    await section().getByRole('button', { name: 'Copy', exact: true }).click();
    await section().getByText('Copied').first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^# Shelf\n/);
  }, 300_000);
});

describe('a backup by itself', () => {
  const schedule = async (settings: object) => {
    await page.evaluate(
      (backupSettings) => chrome.storage.local.set({ backupSettings }),
      settings as Record<string, unknown>,
    );
  };
  const kept = () => section().getByRole('list', { name: 'Backups kept here' }).getByRole('listitem');
  const downloads = () =>
    page.evaluate(async () =>
      (await chrome.downloads.search({ state: 'complete' })).map(({ filename }) => filename),
    );

  it('is made when it is due, also by a worker that was stopped before, and not again', async () => {
    await importNow('refs.bib', bibliography);
    await schedule({ schedule: 'daily', toFile: false, doneAt: Date.now() - 25 * 60 * 60 * 1000 });
    await titlelight.killWorker();
    await ringAlarm(titlelight);
    await eventually(async () =>
      expect(await kept().allInnerTexts()).toEqual([expect.stringContaining('2 papers, as scheduled')]),
    );
    await importNow('more.bib', '@misc{c, title={Third Thoughts}, eprint={2309.00003}}');
    const before = await kept().count();
    await ringAlarm(titlelight);
    await ringAlarm(titlelight);
    await page.reload();
    await eventually(async () => expect(await kept().count()).toBe(before));
  });

  it('is chosen in the settings', async () => {
    await section().getByRole('radio', { name: 'Every day' }).check();
    await eventually(async () =>
      expect(await page.evaluate(() => chrome.storage.local.get('backupSettings'))).toMatchObject({
        backupSettings: { schedule: 'daily' },
      }),
    );
    await section().getByRole('radio', { name: 'Never' }).check();
    await section().getByRole('switch', { name: 'Also as a file' }).waitFor({ state: 'detached' });
  });

  it('is a file too where someone wants one and the browser lets it', async () => {
    await titlelight.close();
    titlelight = await launch({ web, granted: ['downloads'] });
    page = await titlelight.open(titlelight.address('options.html#shelf'));
    await importNow('refs.bib', bibliography);
    await section().getByRole('switch', { name: 'Also as a file' }).click();
    await eventually(async () =>
      expect(await section().getByRole('switch', { name: 'Also as a file' }).isChecked()).toBe(true),
    );
    await ringAlarm(titlelight);
    const [file = ''] = await eventually(async () => {
      const files = await downloads();
      expect(files).toHaveLength(1);
      return files;
    });
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      format: 'titlelight-shelf',
      entries: [{ id: 'arxiv:2309.00001' }, { id: 'doi:10.1234/dusk' }],
    });
  });
});

describe('a backup', () => {
  const kept = () => section().getByRole('list', { name: 'Backups kept here' }).getByRole('listitem');

  it('is saved as a file and kept, and brings the shelf back as it was', async () => {
    await importNow('refs.bib', bibliography);
    const { name, text } = await saved(() =>
      section().getByRole('button', { name: 'Save a backup file now' }).click(),
    );
    expect(name).toMatch(/^titlelight-backup-\d{4}-\d\d-\d\d\.json$/);
    expect(JSON.parse(text).entries).toHaveLength(2);
    await eventually(async () =>
      expect(await kept().allInnerTexts()).toEqual([expect.stringContaining('2 papers, as you asked')]),
    );

    await importNow('more.bib', '@misc{c, title={Third Thoughts}, eprint={2309.00003}}');
    expect(await shelfTitles(titlelight)).toHaveLength(3);
    await page.bringToFront();
    await kept()
      .last()
      .getByRole('button', { name: /^Restore / })
      .click();
    await section().getByText('1 paper leaves your shelf').waitFor();
    await section().getByRole('radio', { name: 'keeps all it has' }).check();
    await section().getByText('Nothing: your shelf has all of it.').waitFor();
    await section().getByRole('radio', { name: 'becomes as it was then' }).check();
    await section().getByRole('button', { name: 'Restore 1 paper' }).click();
    await said('1 taken off your shelf.');
    expect(await shelfTitles(titlelight)).toEqual(['Moths Around the Lamp', 'Dusk & Dawn']);
    await page.bringToFront();
    await section().getByRole('button', { name: 'Undo' }).click();
    await said('Your shelf is as it was before.');
    expect(await shelfTitles(titlelight)).toHaveLength(3);
  });
});

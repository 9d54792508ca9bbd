import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/axe.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { fillLibrary, fullPaper, openLibrary } from '../support/library.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';

let web: LocalWeb;
let titlelight: Titlelight;
let page: Page;

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
  await fillLibrary(titlelight);
});
afterEach(async () => {
  await page.close();
  expect(titlelight.problems).toEqual([]);
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

const reading = () => page.getByRole('region', { name: 'Reading', exact: true });
const nav = () => page.getByRole('navigation', { name: 'Library' });
const place = (name: string) => nav().getByRole('link', { name, exact: true });

async function open(): Promise<void> {
  page = await openLibrary(titlelight, `?day=${fullPaper.date}&paper=arxiv:${fullPaper.id}`);
  await reading().getByRole('heading', { level: 2 }).waitFor();
}

/** The steps happen to one shelf, one after another. */
describe('a paper on the shelf', () => {
  it('has a status, which can be taken back', async () => {
    await open();
    await reading().getByRole('button', { name: 'Save', exact: true }).click();
    await reading().getByRole('radio', { name: 'Reading' }).check({ force: true });
    await page.getByText('Marked “Reading”.').waitFor();
    await place('Reading 1 paper').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await place('To read 1 paper').waitFor();
  });

  it('has tags, each a place to go', async () => {
    await open();
    await reading().getByRole('combobox', { name: 'Tags' }).fill('to cite');
    await page.keyboard.press('Enter');
    await place('to cite 1 paper').click();
    await eventually(async () => expect(await page.getByRole('article').count()).toBe(1));
    await reading().getByText('Choose a paper').waitFor();
    await page.getByRole('article').getByRole('link').click();
    await reading().getByRole('button', { name: 'Remove to cite' }).click();
    await page.getByText('No longer tagged “to cite”.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await place('to cite 1 paper').waitFor();
  });

  it('has a note, which is kept when one goes on', async () => {
    await open();
    await reading().getByRole('textbox', { name: 'Note' }).fill('Ask Bo');
    await page.keyboard.press('Enter');
    await page.keyboard.type('about the wicks.');
    await reading().getByRole('heading', { level: 2 }).click();
    await page.getByText('Note saved.').waitFor();
    await page.reload();
    await eventually(async () =>
      expect(await reading().getByRole('textbox', { name: 'Note' }).inputValue()).toBe(
        'Ask Bo\nabout the wicks.',
      ),
    );
    await expectAccessible(page);
  });

  it('has a note that is kept while one still writes it', async () => {
    await open();
    await reading().getByRole('textbox', { name: 'Note' }).fill('Ask Bo\nabout the wicks. And Cy.');
    // No key and no click leaves the field.
    await page.getByText('Note saved.').waitFor();
    await page.reload();
    await eventually(async () =>
      expect(await reading().getByRole('textbox', { name: 'Note' }).inputValue()).toBe(
        'Ask Bo\nabout the wicks. And Cy.',
      ),
    );
  });

  it('is saved as a file, alone or with all that is listed', async () => {
    await open();
    const choose = async (within: Page | ReturnType<typeof reading>, format: string) => {
      await within.getByRole('button', { name: 'Export' }).click();
      const downloading = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: format, exact: true }).click();
      const download = await downloading;
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
    };
    const alone = await choose(reading(), 'RIS');
    expect(alone.name).toMatch(/^titlelight-shelf-.*\.ris$/);
    expect(alone.text).toContain('Lampwright');
    await page.goto(titlelight.address('library.html?shelf=all'));
    await page.getByRole('article').first().waitFor();
    const listed = await choose(page, 'Markdown');
    expect(listed.text).toContain('about the wicks.');
  });
});

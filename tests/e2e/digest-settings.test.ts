import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { answerPermissions, answerSync } from '../support/stand-in.ts';
import {
  holdSettings,
  putDays,
  putPaper,
  putSettings,
  putSyncState,
  readSettings,
} from '../support/stores.ts';
import { syncStates } from '../support/sync-states.ts';
import { dayBefore } from '../support/whole.ts';

type Place = Parameters<typeof putPaper>[2][number];

let web: LocalWeb;
let titlelight: Titlelight;
let page: Page;
let asked: () => Promise<string[]>;

/** A browser of its own for each: what is chosen has the worker sync, and write how syncing stands. */
function inOneBrowser(): void {
  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
  });
  afterEach(async () => {
    await page.close();
    expect(titlelight.problems).toEqual([]);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });
}

const show = (name: keyof ReturnType<typeof syncStates>) =>
  putSyncState(titlelight, syncStates(Date.now())[name]);
const settings = () => readSettings(titlelight);

describe('the last line of the popup', () => {
  inOneBrowser();
  beforeEach(async () => {
    await show('never');
    page = await titlelight.openPopup();
    asked = await answerSync(page);
  });
  const footer = () => page.locator('footer');

  it('says how syncing stands, as it changes', async () => {
    await footer().getByText('Not synced yet.').waitFor();
    await show('checking');
    await footer().getByText('Checking 3 of 14 daily pages').waitFor();
    expect(await page.getByRole('progressbar', { name: 'Sync' }).getAttribute('value')).toBe('2');
    await show('waiting');
    await footer()
      .getByText('Hugging Face asked us to wait 4 minutes. Your copy is 6 minutes old.')
      .waitFor();
    expect(await footer().getByRole('button').allInnerTexts()).toEqual(['Keys']);
    await show('offline');
    await footer()
      .getByText(/^You are offline\. Your copy is \d minutes old\.$/)
      .waitFor();
    await show('unreachable');
    await footer()
      .getByText(
        /^Hugging Face could not be reached\. Your copy is \d minutes old\. Next try in 2 minutes\.$/,
      )
      .waitFor();
    await show('synced');
    await footer()
      .getByText(/^Updated \d minutes ago\.$/)
      .waitFor();
  });

  it('asks for a sync, and again where one failed', async () => {
    await footer().getByRole('button', { name: 'Sync now' }).click();
    await eventually(async () => expect(await asked()).toEqual(['sync/now']));
    await show('wrong');
    await footer().getByRole('button', { name: 'Try again' }).click();
    await eventually(async () => expect(await asked()).toEqual(['sync/now', 'sync/now']));
  });

  it('asks the browser for access where that is what lacks, then syncs', async () => {
    await show('barred');
    await footer().getByText('Your browser has not given Titlelight access to huggingface.co.').waitFor();
    // Access is there: Chromium answers without asking anyone.
    await footer().getByRole('button', { name: 'Allow' }).click();
    await eventually(async () => expect(await asked()).toEqual(['sync/now']));
  });
});

describe('syncing in the settings', () => {
  inOneBrowser();
  beforeEach(async () => {
    page = await titlelight.open(titlelight.address('options.html'));
    await page.getByRole('button', { name: 'Sync now' }).waitFor();
    asked = await answerSync(page);
  });

  async function expectOneBar(value: number, most: number): Promise<void> {
    const bars = await page.getByRole('progressbar').all();
    const drawn = bars.map(async (bar) => [await bar.getAttribute('value'), await bar.getAttribute('max')]);
    expect(await Promise.all(drawn)).toEqual([[String(value), String(most)]]);
  }

  it('shows how far it has been filled in, pauses, goes on and gives up', async () => {
    await putSettings(titlelight, { keepBefore: '6-months' });
    await show('filling');
    await page.getByText('Filling in: 96 of 183 daily pages are here').waitFor();
    await expectOneBar(96, 183);
    await page.getByRole('button', { name: 'Pause' }).click();
    await show('paused');
    await page.getByText('96 of 183 daily pages are here. Paused.').waitFor();
    await expectOneBar(96, 183);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Cancel, keep 6 months' }).click();
    expect(await asked()).toEqual(['sync/pause', 'sync/resume', 'sync/cancel']);
  });

  it('names what went wrong and what was left out', async () => {
    await show('wrong');
    await page
      .getByText(/^The answer of Hugging Face could not be read: .* Next try in 15 minutes\.$/)
      .waitFor();
    await page.getByText('Last syncs, 2 records skipped').click();
    await page.getByText('Quiet Lamps').waitFor();
    await page.getByText('it has no title').waitFor();
  });
});

describe('the digest in the settings', () => {
  inOneBrowser();
  beforeEach(async () => {
    await putSettings(titlelight, {});
    page = await titlelight.open(titlelight.address('options.html'));
    await page.getByRole('radio').first().waitFor();
  });
  const range = (name: RegExp) => page.getByRole('radio', { name });

  it('is synced by itself until that is switched off', async () => {
    const automatic = page.getByRole('switch', { name: 'Sync by itself' });
    expect(await automatic.isChecked()).toBe(true);
    await automatic.click();
    await eventually(async () => expect(await settings()).toMatchObject({ automatic: false }));
    await eventually(async () => expect(await automatic.isChecked()).toBe(false));
  });

  it('goes further back at once, and says what that costs', async () => {
    await range(/^6 months About 5,700 papers, 31 MB\.$/i).click();
    await eventually(async () =>
      expect(await settings()).toMatchObject({ keep: '6-months', keepBefore: '30-days' }),
    );
    await range(/everything since 4 May 2023/i).click();
    await eventually(async () =>
      expect(await settings()).toMatchObject({ keep: 'everything', keepBefore: '30-days' }),
    );
  });

  it('lets no paper go unasked', async () => {
    await putSettings(titlelight, { keep: '6-months' });
    const [kept, gone, alsoGone] = [1, 50, 100].map((age) => ({
      source: 'hugging-face' as const,
      day: dayBefore(age),
    })) as [Place, Place, Place];
    await putDays(titlelight, [
      { day: kept.day, papers: 2 },
      { day: gone.day, papers: 4 },
      { day: alsoGone.day, papers: 2 },
    ]);
    await putPaper(titlelight, '2601.00001', [gone]);
    // One that stands on two days that go is one, and what was imported or stands on a day that is kept stays.
    await putPaper(titlelight, '2601.00002', [gone, alsoGone]);
    await putPaper(titlelight, '2601.00003', [gone], true);
    await putPaper(titlelight, '2601.00004', [gone, kept]);
    await putPaper(titlelight, '2601.00005', [alsoGone]);
    const papers = page.getByRole('definition').first();
    await eventually(async () => expect(await papers.textContent()).toBe('88'));
    await range(/^30 days/i).click();
    const dialog = page.getByRole('dialog', { name: 'Keep only 30 days?' });
    await dialog.getByText('3 papers leave the copy on this machine. Papers on your shelf stay.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await eventually(async () => expect(await range(/^6 months/i).isChecked()).toBe(true));
    expect(await settings()).toMatchObject({ keep: '6-months' });

    await range(/^30 days/i).click();
    await dialog.getByRole('button', { name: 'Remove 3 papers' }).click();
    await eventually(async () => expect(await settings()).toMatchObject({ keep: '30-days' }));
    // The worker lets them go at once, whatever the server answers: these and no other.
    await eventually(async () => expect(await papers.textContent()).toBe('85'));
  });

  it('takes arXiv categories, and says what is none', async () => {
    const field = page.getByRole('combobox', { name: 'arXiv category' });
    const add = async (typed: string) => {
      await field.fill(typed);
      await field.press('Enter');
    };
    await add('language');
    await page
      .getByText('“language” is not an arXiv category. Write one like cs.CL, stat.ML or hep-th.')
      .waitFor();
    await add('cs.cl');
    await page.getByRole('button', { name: 'Remove cs.CL' }).waitFor();
    expect(await field.inputValue()).toBe('');
    await add('CS.CL');
    await page.getByText('cs.CL is on your list already.').waitFor();
    await add('quant-ph');
    await page.getByRole('button', { name: 'Remove quant-ph' }).waitFor();
    expect((await settings()).topics).toEqual({ arxiv: ['cs.CL', 'quant-ph'] });
    await page.getByRole('button', { name: 'Remove cs.CL' }).click();
    await eventually(async () => expect((await settings()).topics).toEqual({ arxiv: ['quant-ph'] }));
  });

  it('keeps what two windows choose at once', async () => {
    const other = await titlelight.open(titlelight.address('options.html'));
    const fieldOf = (window: Page) => window.getByRole('combobox', { name: 'arXiv category' });
    // Until it is released neither window hears of what the other one chose.
    const release = await holdSettings(titlelight);
    for (const [window, category] of [
      [page, 'cs.CL'],
      [other, 'hep-th'],
    ] as const) {
      await fieldOf(window).fill(category);
      await fieldOf(window).press('Enter');
      await eventually(async () => expect(await fieldOf(window).inputValue()).toBe(''));
    }
    await page.getByRole('radio', { name: /^6 months/i }).click();
    await release();
    await eventually(async () =>
      expect(await settings()).toMatchObject({ topics: { arxiv: ['cs.CL', 'hep-th'] }, keep: '6-months' }),
    );
    await other.getByRole('button', { name: 'Remove cs.CL' }).waitFor();
    await other.close();
  });

  it('tells of a new day only where the browser allows it', async () => {
    const notify = page.getByRole('switch', { name: 'Tell me of a new day' });
    await answerPermissions(page, false);
    await notify.click();
    await page.getByText(/^Your browser was not allowed to show notifications/).waitFor();
    expect(await notify.isChecked()).toBe(false);
    expect((await settings()).notify).toBeUndefined();
    await answerPermissions(page, true);
    await notify.click();
    await eventually(async () => expect(await settings()).toMatchObject({ notify: true }));
    await eventually(async () => expect(await notify.isChecked()).toBe(true));
    await notify.click();
    await eventually(async () => expect(await settings()).toMatchObject({ notify: false }));
  });

  it('asks nothing of arXiv where the browser does not allow it', async () => {
    await answerPermissions(page, false);
    await page.getByRole('combobox', { name: 'arXiv category' }).fill('cs.CL');
    await page.getByRole('button', { name: 'Add category' }).click();
    await page.getByText(/^Your browser was not allowed to reach export\.arxiv\.org/).waitFor();
    expect((await settings()).topics).toBeUndefined();
  });
});

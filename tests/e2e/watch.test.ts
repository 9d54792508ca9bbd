import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { apiDay, madeUp } from '../fixtures/digests.ts';
import { sample } from '../fixtures/pages/sample.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { importFile } from '../support/flows.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { putDays, putLooks, putSettings, readSettings, ringAlarm } from '../support/stores.ts';

let web: LocalWeb;
let titlelight: Titlelight;
let page: Page;

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
  // 28 July; the starter digest is of 29 July.
  await importFile(titlelight, 'day.json', apiDay());
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});
afterEach(async () => {
  await page.close();
  expect(titlelight.problems).toEqual([]);
});

const words = async () => (await readSettings(titlelight)).watchWords;
const rows = () => page.getByRole('article');
const dots = () => page.getByRole('img', { name: 'Unseen' });

async function openDay(steps: number): Promise<void> {
  page = await titlelight.open(titlelight.address('popup.html#today'));
  await rows().first().waitFor();
  for (let step = 0; step < steps; step += 1) await page.getByRole('button', { name: 'Earlier day' }).click();
  await eventually(async () => expect(await rows().count()).toBe(steps === 0 ? 83 : madeUp.length));
}

describe('watch words', () => {
  it('are added, refused twice, removed and brought back', async () => {
    page = await titlelight.open(titlelight.address('options.html'));
    const field = page.getByRole('textbox', { name: 'Watch for' });
    const add = async (typed: string, where: string) => {
      await field.fill(typed);
      await page.getByRole('combobox', { name: 'in' }).selectOption(where);
      await page.getByRole('button', { name: 'Add word' }).click();
    };
    await page.getByText(/^No words yet\./).waitFor();
    await add('', 'anywhere');
    await page.getByText('Type a word, a name or a phrase.').waitFor();
    await add('—', 'anywhere');
    await page.getByText('“—” has no letter to look for.').waitFor();
    await add('Moths', 'title or abstract');
    await add('A.  Author', 'author');
    await page.getByText('A. Author', { exact: true }).waitFor();
    await add('a author', 'author');
    await page.getByText('You watch for “A. Author” already.').waitFor();
    const both = [
      { field: 'text', words: 'Moths' },
      { field: 'author', words: 'A. Author' },
    ];
    expect(await words()).toEqual(both);

    await page.getByRole('button', { name: 'Remove Moths, title or abstract' }).click();
    await page.getByText('“Moths” is no longer watched for.').waitFor();
    expect(await words()).toEqual(both.slice(1));
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Moths', { exact: true }).waitFor();
    expect(await words()).toEqual(both);
  });

  it('set a row apart and say why', async () => {
    await putSettings(titlelight, {
      watchWords: [
        { field: 'text', words: 'moths' },
        { field: 'keyword', words: 'lamp' },
      ],
    });
    await openDay(1);
    const watched = page.locator('article[data-watched]');
    await eventually(async () => expect(await watched.count()).toBe(1));
    await watched.getByText(/^Matches title: On Counting Moths Around/).waitFor();
    expect(await watched.locator('mark').allInnerTexts()).toEqual(['Moths']);
    await putSettings(titlelight, { watchWords: [] });
    await eventually(async () => expect(await watched.count()).toBe(0));
  });
});

describe('what was seen', () => {
  it('keeps its dot while it is looked at, and has none the next time', async () => {
    await openDay(1);
    await eventually(async () => expect(await dots().count()).toBe(madeUp.length));
    await page.getByText('3 unseen').waitFor();
    // A second on view is a look; the dots stay for as long as the list does.
    await eventually(async () => {
      const again = await titlelight.open(titlelight.address('popup.html#today'));
      await again.getByRole('button', { name: 'Earlier day' }).click();
      await again.getByText('Wednesday 29 July 2026').waitFor({ state: 'hidden' });
      const left = await again.getByRole('img', { name: 'Unseen' }).count();
      await again.close();
      expect(left).toBe(0);
    });
    expect(await dots().count()).toBe(madeUp.length);
  });

  it('loses its dot at once where it is opened, or all of it is ticked off', async () => {
    await openDay(0);
    await eventually(async () => expect(await dots().count()).toBeGreaterThan(60));
    const before = await dots().count();
    await rows().last().getByRole('heading').click();
    await eventually(async () => expect(await dots().count()).toBe(before - 1));
    await page.getByRole('button', { name: 'Mark all as seen' }).click();
    await eventually(async () => expect(await dots().count()).toBe(0));
    await page.close();
    await openDay(0);
    expect(await dots().count()).toBe(0);
    expect(await page.getByText(/unseen/).count()).toBe(0);
  });

  it('shows how figures have moved since', async () => {
    await openDay(1);
    const id = (await rows().first().getAttribute('data-paper')) ?? '';
    await page.close();
    await putLooks(titlelight, [{ id, seenAt: 1, upvotes: 5 }]);
    await openDay(1);
    await rows().first().getByText('12 upvotes +7 since you last looked').waitFor();
    expect(await page.getByText(/since you last looked/).count()).toBe(1);
  });
});

describe('a new day', () => {
  it('is counted on the button until the popup is opened, but not over the papers of a page', async () => {
    page = await titlelight.open('about:blank');
    const notes = await titlelight.open(web.serve('https://x.com/notes', sample()));
    const [tab, notesTab] = [await titlelight.tabIdOf(page), await titlelight.tabIdOf(notes)];
    await eventually(async () => expect(await titlelight.badge(notesTab)).toMatch(/^\d+$/));
    const found = await titlelight.badge(notesTab);
    await putDays(titlelight, [{ day: '2026-07-29', papers: 83 }]);
    await ringAlarm(titlelight);
    await eventually(async () => expect(await titlelight.badge(tab)).toBe('83'));
    expect(await titlelight.badge(notesTab)).toBe(found);

    const popup = await titlelight.openPopup();
    await eventually(async () => expect(await titlelight.badge(tab)).toBe(''));
    await popup.close();
    await notes.close();
  });
});

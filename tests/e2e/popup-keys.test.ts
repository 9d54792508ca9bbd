import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { paperOn } from '../fixtures/days.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { importFile } from '../support/flows.ts';
import { marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { type Entry, starter } from '../support/starter.ts';

const day = '2026-08-07';
const [one, two, three] = ['Paper With Code', 'Paper Without Any', 'Third Paper of the Day'] as const;

let web: LocalWeb;
let titlelight: Titlelight;
let popup: Page;

const rows = () => popup.getByRole('article');
const titles = () => rows().getByRole('heading').allInnerTexts();
const tab = (name: string) => popup.getByRole('tab', { name: new RegExp(`^${name}`) });
const focused = () => popup.evaluate(() => document.activeElement?.textContent ?? '');
const expectFocus = (text: string) =>
  eventually(async () => expect(await focused()).toMatch(new RegExp(`^${text}`)));
const expectTitles = (...expected: string[]) =>
  eventually(async () => expect(await titles()).toEqual(expected));

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await popup.keyboard.press(key);
}

async function open(view = '#today'): Promise<void> {
  popup = await titlelight.open(titlelight.address(`popup.html${view}`));
  await tab('Today').waitFor();
}

/** The address that a key opens in a tab of its own. */
async function opened(key: string): Promise<string> {
  const [page] = await Promise.all([titlelight.context.waitForEvent('page'), press(key)]);
  await eventually(() => expect(page.url()).toMatch(/^https:/));
  const address = page.url();
  await page.close();
  await popup.bringToFront();
  return address;
}

beforeAll(async () => {
  web = await startWeb();
  for (const site of ['https://arxiv.org/abs/', 'https://github.com/'])
    web.answer(site, (_, response) => response.end('<!doctype html><title>Elsewhere</title>'));
  titlelight = await launch({ web });
  await importFile(
    titlelight,
    'day.jsonl',
    [
      paperOn(day, { title: one, hasCode: true }),
      paperOn(day, { title: two }),
      paperOn(day, { title: three }),
    ].join('\n'),
  );
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});
afterEach(async () => {
  await popup.close();
  expect(titlelight.problems).toEqual([]);
});

describe('keys', () => {
  it('walk through the list, open a paper in its place and close it', async () => {
    await open();
    await expectTitles(one, two, three);
    await press('j', 'j', 'j', 'j');
    await expectFocus(three);
    await press('k');
    await expectFocus(two);
    await press('Enter');
    await rows().nth(1).getByRole('button', { name: 'Copy BibTeX' }).waitFor();
    await expectFocus(two);
    await expectAccessible(popup);
    await press('Escape');
    await eventually(async () =>
      expect(await rows().getByRole('button', { name: 'Copy BibTeX' }).count()).toBe(0),
    );
    await expectFocus(two);
  });

  it('go to the paper and to its code', async () => {
    await open();
    await expectTitles(one, two, three);
    await press('j');
    expect(await opened('o')).toMatch(/^https:\/\/arxiv\.org\/abs\/2612\./);
    expect(await opened('c')).toMatch(/^https:\/\/github\.com\/a-author\/number-/);
    await press('j', 'c');
    await expectFocus(two);
  });

  it('search, come to what was found, and leave', async () => {
    await open();
    await expectTitles(one, two, three);
    await press('/');
    await popup.keyboard.type('third paper');
    await expectTitles(three);
    await press('Enter');
    await expectFocus(three);
    await press('Escape');
    await expectTitles(one, two, three);
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await popup.keyboard.type('js1?');
    expect(await popup.getByRole('searchbox').inputValue()).toBe('js1?');
    await press('Escape');
    expect(await popup.getByRole('searchbox').inputValue()).toBe('');
  });

  it('go from view to view, and the focus stands on its tab', async () => {
    await open();
    for (const [key, name] of [
      ['3', 'Shelf'],
      ['1', 'This page'],
      ['2', 'Today'],
    ] as const) {
      await press(key);
      await expectFocus(name);
      expect(await tab(name).getAttribute('aria-selected')).toBe('true');
    }
    await press('ArrowRight');
    await expectFocus('Shelf');
    await press('Home');
    await expectFocus('This page');
  });

  it('are explained, each of them', async () => {
    await open();
    await press('?');
    const help = popup.getByRole('dialog', { name: 'Keys' });
    await help.waitFor();
    await expectAccessible(popup, { within: '.keys-dialog' });
    const named = await help.locator('kbd').allInnerTexts();
    expect(named).toEqual('/ j k Enter s o c h l 1 2 3 u Esc ?'.split(' '));
    await press('Escape');
    await eventually(async () => expect(await help.count()).toBe(0));
  });
});

describe('the shelf', () => {
  const part = (name: string) => popup.getByRole('group', { name: 'Show' }).getByRole('button', { name });
  const said = (text: string) => popup.getByRole('status').filter({ hasText: text }).waitFor();

  it('is empty at first and says how to change that', async () => {
    await open('#shelf');
    await popup.getByText('Your shelf is empty.').waitFor();
    await expectAccessible(popup);
  });

  it('takes a paper by key, and gives it back', async () => {
    await open();
    await expectTitles(one, two, three);
    await press('j', 's');
    await said('Saved to your shelf.');
    await expectFocus(one);
    await press('u');
    await said('Removed from your shelf.');
    await press('s');
    await said('Saved to your shelf.');
    await press('j', 's');
    await eventually(async () => expect(await tab('Shelf').textContent()).toBe('Shelf 2'));
  });

  it('holds what is to be read, is being read and was read, last added first', async () => {
    await open('#shelf');
    await expectTitles(two, one);
    await rows().first().getByRole('heading').click();
    await expectAccessible(popup);
    await rows().first().getByRole('button', { name: 'Status: To read' }).click();
    await popup.getByRole('menuitemradio', { name: 'Reading' }).click();
    await said('Now in “reading”.');
    await part('Reading').click();
    await expectTitles(two);
    await part('To read').click();
    await expectTitles(one);
    await press('u');
    await said('As it was before.');
    await expectTitles(two, one);
    await part('Read 0').click();
    await popup.getByText('Nothing is in “Read”.').waitFor();
  });

  it('keeps the focus in the list when its paper goes', async () => {
    await open('#shelf');
    await expectTitles(two, one);
    await press('j', 's');
    await expectTitles(one);
    await expectFocus(one);
    await press('u');
    await expectTitles(two, one);
  });
});

describe('the popup', () => {
  it('opens on the papers of the page where there are any, else on those of the day', async () => {
    const [known] = starter as [Entry];
    const notes = web.serve(
      'https://arxiv.org/notes',
      `<!doctype html><title>Notes</title><p>${known.title}</p>`,
    );
    const page = await titlelight.open(notes);
    await eventually(async () => expect(await marksOn(page)).toHaveLength(1));
    popup = await titlelight.openPopup(page);
    await expectTitles(known.title);
    expect(await tab('This page').getAttribute('aria-selected')).toBe('true');
    await popup.close();
    await page.goto(
      web.serve('https://arxiv.org/empty', '<!doctype html><title>Empty</title><p>Nothing.</p>'),
    );
    popup = await titlelight.openPopup(page);
    await expectTitles(one, two, three);
    expect(await tab('Today').getAttribute('aria-selected')).toBe('true');
    await page.close();
  });
});

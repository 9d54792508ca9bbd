import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { paperOn } from '../fixtures/days.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { importFile } from '../support/flows.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';

/** Later than the starter digest's, which is of Wednesday 29 July 2026. */
const days = [
  paperOn('2026-08-07', { title: 'Friday One', upvotes: 3 }),
  paperOn('2026-08-07', { title: 'Friday Two', upvotes: 40, hasCode: true }),
  paperOn('2026-08-07', { title: 'Friday Three' }),
  paperOn('2026-08-04', { title: 'Tuesday One', upvotes: 7, hasCode: true }),
  paperOn('2026-08-04', { title: 'Tuesday Two', upvotes: 90 }),
  paperOn('2026-07-31', { title: 'Last Friday One', upvotes: 1 }),
];
const manyInJune = Array.from({ length: 420 }, (_, i) =>
  paperOn(`2026-06-${String(1 + (i % 20)).padStart(2, '0')}`),
);

let web: LocalWeb;
let titlelight: Titlelight;
let popup: Page;

const rows = () => popup.getByRole('article');
const titles = () => rows().getByRole('heading').allInnerTexts();
const button = (name: string) => popup.getByRole('button', { name, exact: true });
const line = () => popup.locator('.stepper').getByRole('heading').textContent();
const focused = () => popup.evaluate(() => document.activeElement?.textContent);
const press = (key: string) => popup.keyboard.press(key);

async function expectShown(name: string, ...expected: string[]): Promise<void> {
  await eventually(async () => expect([await line(), ...(await titles())]).toEqual([name, ...expected]));
}

const friday = ['Friday 7 August 2026', 'Friday One', 'Friday Two', 'Friday Three'] as const;
const tuesday = ['Tuesday 4 August 2026', 'Tuesday One', 'Tuesday Two'] as const;

async function open(): Promise<void> {
  popup = await titlelight.open(titlelight.address('popup.html#today'));
  await rows().first().waitFor();
}

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
  await importFile(titlelight, 'days.jsonl', [...days, ...manyInJune].join('\n'));
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});
afterEach(async () => {
  await popup.close();
  expect(titlelight.problems).toEqual([]);
});

describe('days', () => {
  it('counts what is unseen, until it is seen', async () => {
    await open();
    await popup.getByText('3 papers, 3 unseen').waitFor();
    await rows().first().getByRole('heading').click();
    await popup.getByText('3 papers, 2 unseen').waitFor();
    await button('Mark all as seen').click();
    await popup.getByText('3 papers', { exact: true }).waitFor();
    expect(await popup.getByRole('img', { name: 'Unseen' }).count()).toBe(0);
    await popup.close();
    await open();
    await popup.getByText('3 papers', { exact: true }).waitFor();
  });

  it('are stepped through, the newest first', async () => {
    await open();
    await expectShown(...friday);
    await button('Earlier day').click();
    await expectShown(...tuesday);
    await button('Earlier day').click();
    await expectShown('Friday 31 July 2026', 'Last Friday One');
    await button('Later day').click();
    await button('Later day').click();
    await expectShown(...friday);
    expect(await button('Later day').getAttribute('aria-disabled')).toBe('true');
  });

  it('are stepped through by key, and the focus comes along', async () => {
    await open();
    await press('j');
    await press('j');
    expect(await focused()).toBe('Friday Two');
    await press('h');
    await expectShown(...tuesday);
    expect(await focused()).toBe('Tuesday One');
    await press('ArrowLeft');
    await expectShown('Friday 31 July 2026', 'Last Friday One');
    await press('ArrowRight');
    await press('l');
    await expectShown(...friday);
    expect(await focused()).toBe('Friday One');
    // There is no later one; nothing happens.
    await press('l');
    await expectShown(...friday);
    expect(await focused()).toBe('Friday One');
  });

  it('begin at the top, however far another was scrolled', async () => {
    await open();
    await button('Choose a day').click();
    await button('Earlier month').click();
    await popup.getByRole('button', { name: /^Wednesday 29 July 2026/ }).click();
    await eventually(async () => expect(await rows().count()).toBe(83));
    await rows().nth(80).scrollIntoViewIfNeeded();
    await press('h');
    await eventually(async () => expect(await line()).toBe('Saturday 20 June 2026'));
    expect(await popup.getByRole('tabpanel').evaluate((panel) => panel.scrollTop)).toBe(0);
  });
});

describe('the calendar', () => {
  const calendar = () => popup.getByRole('dialog', { name: 'Choose a day' });

  it('goes to a day with papers, and to no other', async () => {
    await open();
    await button('Choose a day').click();
    await expectAccessible(popup, { within: '.calendar' });
    await calendar().getByRole('button', { name: 'Thursday 6 August 2026, 0 papers' }).click({ force: true });
    expect(await calendar().isVisible()).toBe(true);
    await calendar().getByRole('button', { name: 'Tuesday 4 August 2026, 2 papers' }).click();
    expect(await calendar().count()).toBe(0);
    await expectShown(...tuesday);
  });

  it('turns to other months, and not beyond the digest', async () => {
    await open();
    await button('Choose a day').click();
    expect(await button('Later month').getAttribute('aria-disabled')).toBe('true');
    await button('Earlier month').click();
    await calendar()
      .getByRole('button', { name: /^Friday 31 July 2026, 1 paper$/ })
      .waitFor();
    await calendar().getByRole('combobox', { name: 'Month' }).selectOption('June 2026');
    await calendar()
      .getByRole('button', { name: /^Monday 1 June 2026, 21 papers$/ })
      .waitFor();
    expect(await button('Earlier month').getAttribute('aria-disabled')).toBe('true');
  });

  it('is used by keys alone', async () => {
    await open();
    await button('Choose a day').press('Enter');
    const expectFocus = (day: string) => eventually(async () => expect(await focused()).toBe(day));
    await expectFocus('7');
    await press('ArrowLeft');
    await press('ArrowUp');
    await expectFocus('30');
    await press('ArrowRight');
    await expectFocus('31');
    await press('PageUp');
    await expectFocus('30');
    await press('Escape');
    expect(await calendar().count()).toBe(0);
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Choose a day',
    );
    await press('Enter');
    await press('ArrowLeft');
    await press('ArrowLeft');
    await press('ArrowLeft');
    await press('Enter');
    await expectShown(...tuesday);
  });

  it('closes with a click beside it', async () => {
    await open();
    await button('Choose a day').click();
    await popup.mouse.click(20, 500);
    await eventually(async () => expect(await calendar().count()).toBe(0));
  });
});

describe('weeks and months', () => {
  it('list all of their days, each under its name', async () => {
    await open();
    await button('Week').click();
    await expectShown('3 – 9 August 2026', ...friday.slice(1), ...tuesday.slice(1));
    const headings = await popup.getByRole('tabpanel').getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings.filter((text) => /papers?$/.test(text))).toEqual([
      'Friday 7 August 2026 3 papers',
      'Tuesday 4 August 2026 2 papers',
    ]);
    await button('Earlier week').click();
    await eventually(async () => expect(await line()).toBe('27 July – 2 August 2026'));
    await eventually(async () => expect(await rows().count()).toBe(84));
    await button('Later week').click();
    await button('Month').click();
    await expectShown('August 2026', ...friday.slice(1), ...tuesday.slice(1));
    await button('Day').click();
    await eventually(async () => expect(await line()).toBe('Tuesday 4 August 2026'));
  });

  it('hold hundreds of papers, all of them within reach', async () => {
    await open();
    await button('Month').click();
    await button('Earlier month').click();
    await button('Earlier month').click();
    await eventually(async () => expect(await line()).toBe('June 2026'));
    await popup.getByText('420 papers').waitFor();
    expect(await rows().count()).toBeLessThan(420);
    await eventually(async () => {
      await rows().last().scrollIntoViewIfNeeded();
      expect(await rows().count()).toBe(420);
    });
  });
});

describe('the list', () => {
  it('shows only papers with code, or those with most upvotes first, and keeps to that', async () => {
    await open();
    await button('Week').click();
    await button('Sort by upvotes').click();
    const byUpvotes = ['Tuesday Two', 'Friday Two', 'Tuesday One', 'Friday One', 'Friday Three'];
    await expectShown('3 – 9 August 2026', ...byUpvotes);
    await button('Only with code').click();
    await expectShown('3 – 9 August 2026', 'Friday Two', 'Tuesday One');
    await popup.close();
    await open();
    await expectShown('Friday 7 August 2026', 'Friday Two');
    expect(await button('Sort by upvotes').getAttribute('aria-pressed')).toBe('true');

    await press('h');
    await press('h');
    await popup.getByText('No paper of this day has code.').waitFor();
    await expectAccessible(popup);
    await button('Show all papers').click();
    await expectShown('Friday 31 July 2026', 'Last Friday One');
    await button('Sort by upvotes').click();
  });
});

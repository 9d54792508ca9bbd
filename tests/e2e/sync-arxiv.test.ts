import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedPaper, type ServedPaper } from '../support/api/paper.ts';
import { type Api, startApi } from '../support/api/start.ts';
import { type Copy, openCopy } from '../support/copy.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { hurried } from '../support/hurry.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { dayBefore, expectArxivWhole, expectWhole, onArxiv } from '../support/whole.ts';

/** Where what is only on arXiv stands: on no day that Hugging Face is asked for. */
const longAgo = '2020-01-01';
const range = 30;

describe('a category of arXiv', () => {
  let web: LocalWeb;
  let api: Api;
  let titlelight: Titlelight;
  let copy: Copy;
  let page: Page;

  const asked = () => web.requests.filter((one) => one.includes('export.arxiv.org'));
  const paper = (number: number, age: number, ...categories: string[]): ServedPaper => ({
    ...inventedPaper(number, dayBefore(age)),
    categories,
  });
  async function expectListed(category: string): Promise<void> {
    await eventually(async () => {
      await expectArxivWhole(copy, api, category, range);
      const { running, backfill } = await copy.state();
      expect({ running, backfill }).toEqual({});
    }, 60_000);
  }

  beforeAll(async () => {
    web = await startWeb();
    api = startApi(web, { invented: { from: dayBefore(range), to: dayBefore(0), perDay: 2 } });
    api
      .day(longAgo)
      .set([
        ...Array.from({ length: 120 }, (_, at) => paper(70_000 + at, 2, 'hep-th')),
        ...Array.from({ length: range }, (_, age) => paper(80_000 + age, age, 'hep-th', 'cs.CL')),
        ...Array.from({ length: range }, (_, age) => paper(90_000 + age, age, 'cs.CL')),
      ]);
    titlelight = await launch({ web, pinned: true, first: [hurried()] });
    copy = await openCopy(titlelight);
    await copy.sync();
    page = await titlelight.open(titlelight.address('options.html'));
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('is filled in as soon as it is named, page by page, and Hugging Face stays as it is', async () => {
    expect(asked()).toEqual([]);
    await page.getByRole('combobox', { name: 'arXiv category' }).fill('hep-th');
    await page.getByRole('button', { name: 'Add category' }).click();
    await expectListed('hep-th');
    expect(asked().some((one) => one.includes('start=100'))).toBe(true);
    await expectWhole(copy, api, range);
    await page.getByText('Updated just now.').waitFor();
  });

  it('is listed behind the papers of Hugging Face', async () => {
    const popup = await titlelight.openPopup();
    await popup.getByRole('tab', { name: /^Today/ }).click();
    const here = api.day(dayBefore(0)).papers;
    const numbers = onArxiv(api, 'hep-th', dayBefore(0));
    const theirs = api.day(longAgo).papers.filter(({ id }) => numbers.includes(id));
    const titles = [...here, ...theirs].map(({ title }) => title);
    await eventually(async () =>
      expect(await popup.getByRole('article').getByRole('heading').allInnerTexts()).toEqual(titles),
    );
    await popup.close();
  });

  it('outlives what arXiv says in place of a feed', async () => {
    await copy.age(86_400_000);
    api.misbehave({ kind: 'other-text', text: '<feed/>' });
    expect((await copy.sync()).lastFailure?.failure.kind).toBe('nonsense');
    api.behave();
    await copy.age(86_400_000);
    await eventually(async () => expect((await copy.sync()).lastFailure?.isOver).toBe(true));
    await expectListed('hep-th');
  });

  it('takes no paper along that another category has, and asks before others leave', async () => {
    await page.getByRole('combobox', { name: 'arXiv category' }).fill('cs.CL');
    await page.getByRole('button', { name: 'Add category' }).click();
    await eventually(async () => expect((await copy.days('arxiv')).get(dayBefore(29))).toHaveLength(2));
    await eventually(async () => expect((await copy.state()).running).toBeUndefined());
    const before = await copy.papers();
    await page.getByRole('button', { name: 'Remove hep-th' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove hep-th?' });
    await dialog.getByText('120 papers leave the copy on this machine.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await copy.settings()).toMatchObject({ topics: { arxiv: ['hep-th', 'cs.CL'] } });

    await page.getByRole('button', { name: 'Remove hep-th' }).click();
    await dialog.getByRole('button', { name: 'Remove 120 papers' }).click();
    await expectListed('cs.CL');
    expect(await copy.papers()).toBe(before - 120);
  });

  it('leaves nothing behind with the last one', async () => {
    const before = await copy.papers();
    await page.getByRole('button', { name: 'Remove cs.CL' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove 60 papers' }).click();
    await eventually(async () => expect((await copy.days('arxiv')).size).toBe(0));
    await eventually(async () => expect(await copy.papers()).toBe(before - 60));
    await expectWhole(copy, api, range);
  });
});

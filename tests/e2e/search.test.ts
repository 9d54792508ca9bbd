import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { jsonLines, madeUp } from '../fixtures/digests.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { importFile } from '../support/flows.ts';
import { plain } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter, starterPaper } from '../support/starter.ts';
import { putEntries } from '../support/stores.ts';

/** What stands in the extension's worker. */
declare const chrome: typeof browser;

/** Events of an extension can be raised by hand, which no list of types tells. */
interface Raised {
  dispatch(...given: unknown[]): void;
}

const [lanterns, moths, yellow] = madeUp.map(({ title }) => title) as [string, string, string];
const consistency = ['2310.14189', '2502.01441', '2503.20349', '2310.02279'].map(
  (id) => starterPaper(id).title,
);

describe('search', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let popup: Page;

  const rows = () => popup.getByRole('article');
  const titles = async () => (await rows().getByRole('heading').allInnerTexts()).map(plain).sort();
  const search = (query: string) => popup.getByRole('searchbox').fill(query);
  const expectFound = (expected: string[]) =>
    eventually(async () => expect(await titles()).toEqual(expected.map(plain).sort()));
  const marked = () => rows().first().locator('mark').allInnerTexts();

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    await importFile(titlelight, 'made-up.jsonl', jsonLines());
    popup = await titlelight.openPopup();
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it.each([
    ['author:dhariwal', [starterPaper('2310.14189').title]],
    ['consistency author:"di liu"', [starterPaper('2502.01441').title]],
    ['"reading lamp"', [moths]],
    ['lamp -moths', [lanterns]],
    ['bench has:code', [lanterns]],
    ['day:2026-07-27 chair', [yellow]],
    ['title:consistency author:song after:2026-07-29', [starterPaper('2310.14189').title]],
    ['title:consistency before:2026-07-27', []],
    ['https://github.com/a-author/lanterns', [lanterns]],
    ['2310.14', starter.filter(({ id }) => id.startsWith('2310.14')).map(({ title }) => title)],
  ])('finds for %s what it asks for', async (query, expected) => {
    await search(query);
    await expectFound(expected);
  });

  it('marks in titles what was found', async () => {
    await search('reading lamps');
    await expectFound([moths]);
    expect(await marked()).toEqual(['Reading Lamp']);
  });

  it('shows the place where no title has it', async () => {
    await search('painted');
    await expectFound([yellow]);
    expect(await marked()).toEqual(['painted']);
    await rows()
      .getByText(/^Abstract: …?.*painted the wall/)
      .waitFor();
  });

  it('reads a word with a slip as the word that is there, and says so', async () => {
    await search('consitsency trajectry');
    await expectFound([starterPaper('2503.20349').title, starterPaper('2310.02279').title]);
    await popup.getByText('Read “consitsency” as “consistency”.').waitFor();
  });

  it('says what it did not understand, and finds the rest', async () => {
    await search('moths colour:red after:soon');
    await popup.getByText('There is no filter “colour:”.').waitFor();
    await popup.getByText('“after:” wants a date such as 2025-06.').waitFor();
    await search('moths after:soon');
    await expectFound([moths]);
    // Nothing is left of this one to search for, and nothing of the one before may stay.
    await search('is:foo');
    await expectFound([]);
    await popup.getByText('“is:” knows no “foo”.').waitFor();
  });

  it('knows the shelf', async () => {
    await search('moths');
    await expectFound([moths]);
    await rows().hover();
    await rows().getByRole('button', { name: 'Save to your shelf' }).click();
    await search('is:saved');
    await expectFound([moths]);
    await search('is:to-read lamp');
    await expectFound([moths]);
  });

  it('finds tags and notes, and shows them', async () => {
    const { id, title, authors } = starterPaper('2310.02279');
    await putEntries(titlelight, [
      {
        id: `arxiv:${id}`,
        paper: { id: `arxiv:${id}`, title, authors, aliases: [], links: [], keywords: [] },
        status: 'reading',
        tags: ['night shift'],
        note: 'Ask Wick about the lantern proof.',
        addedAt: 1,
        updatedAt: 1,
      },
    ]);
    await search('tag:"night shift"');
    await expectFound([title]);
    await rows().getByText('Tag: night shift').waitFor();
    await search('trajectory lantern proof');
    await expectFound([title]);
    await rows().getByText('Note: Ask Wick about the lantern proof.').waitFor();
  });

  it('finds papers like another one', async () => {
    await search('2310.14189');
    await expectFound([starterPaper('2310.14189').title]);
    await rows().first().getByRole('heading').click();
    await rows().first().getByRole('button', { name: 'More like this' }).click();
    expect(await popup.getByRole('searchbox').inputValue()).toBe('like:arxiv:2310.14189');
    await eventually(async () => {
      const [first] = await rows().getByRole('heading').allInnerTexts();
      expect(consistency.map(plain)).toContain(plain(first ?? ''));
    });
  });

  it('follows the digest while the popup is open', async () => {
    await search('zeppelin');
    await popup.getByText('Nothing found for “zeppelin”.').waitFor();
    const paper = { id: '2999.10009', title: 'A Zeppelin in the Reading Room', abstract: 'It did not fit.' };
    await importFile(titlelight, 'more.jsonl', jsonLines([paper]));
    await expectFound([paper.title]);
  });

  it('suggests papers in the address bar and opens the one that is chosen', async () => {
    const page = await titlelight.open(titlelight.address('options.html'));
    const [worker] = titlelight.context.serviceWorkers();
    const suggested = await worker?.evaluate(
      (text) =>
        new Promise<{ content: string; description: string }[]>((resolve) => {
          (chrome.omnibox.onInputChanged as unknown as Raised).dispatch(text, resolve);
        }),
      'author:dhariwal improved',
    );
    expect(suggested).toEqual([
      {
        content: 'https://arxiv.org/abs/2310.14189',
        description:
          '<match>Improved</match> Techniques for Training Consistency Models<dim> · Yang Song and Prafulla Dhariwal</dim>',
      },
    ]);
    web.serve('https://arxiv.org/abs/2310.14189', '<title>The paper</title>');
    await page.bringToFront();
    await worker?.evaluate((text) => {
      (chrome.omnibox.onInputEntered as unknown as Raised).dispatch(text, 'currentTab');
    }, 'https://arxiv.org/abs/2310.14189');
    await eventually(() => expect(page.url()).toBe('https://arxiv.org/abs/2310.14189'));
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

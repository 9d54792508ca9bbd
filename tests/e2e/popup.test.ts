import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arxivListing } from '../fixtures/pages/arxiv-listing.ts';
import { sample } from '../fixtures/pages/sample.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { expectTitlesLit } from '../support/lit.ts';
import { plain } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter, starterPaper } from '../support/starter.ts';

describe('the popup', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let page: Page;
  let popup: Page;

  const rows = () => popup.getByRole('article');
  const titles = () => rows().getByRole('heading').allInnerTexts();
  const tab = (name: RegExp) => popup.getByRole('tab', { name });

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    page = await titlelight.open(web.serve('https://arxiv.org/list', arxivListing(starter)));
    await expectTitlesLit(page, starter);
  });
  beforeEach(async () => {
    popup = await titlelight.openPopup(page);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('has three views and a search field', async () => {
    for (const name of [/^This page/, /^Today/, /^Shelf/]) await tab(name).waitFor();
    await popup.getByRole('searchbox').waitFor();
  });

  it('lists the papers of the page it was opened on', async () => {
    await tab(/^This page/).click();
    await eventually(async () =>
      expect((await titles()).map(plain).sort()).toEqual(starter.map((entry) => plain(entry.title)).sort()),
    );
  });

  it('lists the 83 papers of the newest day', async () => {
    await tab(/^Today/).click();
    await eventually(async () => expect(await rows().count()).toBe(83));
  });

  it('finds papers as one types, anywhere in the title and in any case', async () => {
    await popup.getByRole('searchbox').fill('consistency TRAJECTORY');
    const wanted = [starterPaper('2503.20349').title, starterPaper('2310.02279').title];
    await eventually(async () => expect((await titles()).sort()).toEqual(wanted.sort()));
  });

  it.each([
    '2310.02279',
    'arXiv:2310.02279',
    ' 2310.02279v3 ',
    'https://arxiv.org/pdf/2310.02279v1',
    'https://huggingface.co/papers/2310.02279',
  ])('finds the paper that "%s" names', async (named) => {
    await popup.getByRole('searchbox').fill(named);
    await eventually(async () => expect(await titles()).toEqual([starterPaper('2310.02279').title]));
  });

  it('says so where nothing is found', async () => {
    await popup.getByRole('searchbox').fill('zzzzqqq');
    await eventually(async () => expect(await rows().count()).toBe(0));
    await popup
      .getByText(/no papers?|nothing/i)
      .first()
      .waitFor();
  });

  it('opens a row to what is known of the paper and its code', async () => {
    await popup.getByRole('searchbox').fill('SimMatchV2');
    const row = rows().first();
    await row.getByRole('heading').click();
    await row.getByRole('link', { name: /mingkai-zheng\/SimMatchV2/ }).waitFor();
  });

  it('shows the number of papers on the badge', async () => {
    const tabId = await titlelight.tabIdOf(page);
    await eventually(async () => expect(await titlelight.badge(tabId)).toBe('83'));
  });

  it('lists other papers on another page', async () => {
    const notes = await titlelight.open(web.serve('https://x.com/notes', sample()));
    const other = await titlelight.openPopup(notes, 'page');
    const listed = other.getByRole('article').getByRole('heading');
    await eventually(async () =>
      expect(await listed.allInnerTexts()).toContain(starterPaper('2106.09516').title),
    );
    const papers = await notes.$$eval('[data-paper]', (all) =>
      all.map((one) => one.getAttribute('data-paper')),
    );
    expect(await listed.count()).toBe(new Set(papers).size);
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

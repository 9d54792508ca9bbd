import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { cardText, clickInCard, closeCard, inCard } from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { hoverMark, marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starterPaper } from '../support/starter.ts';

const paragraph = (text: string) => `<p>${asHtml(text)}</p>`;

/** The steps of this file happen to one profile, one after another. */
describe('"Not this paper"', () => {
  const wrong = starterPaper('2309.06651');
  const right = starterPaper('2310.14189');
  const here = 'https://arxiv.org/here';
  const there = 'https://arxiv.org/there';
  let web: LocalWeb;
  let titlelight: Titlelight;
  let page: Page;

  const expectMarks = (on: Page, titles: string[]) =>
    eventually(async () => expect((await marksOn(on)).map(({ text }) => text)).toEqual(titles));

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    const html = pageOf({ title: 'Notes', body: paragraph(wrong.title) + paragraph(right.title) });
    web.serve(here, html);
    web.serve(there, html);
    page = await titlelight.open(here);
    await expectMarks(page, [wrong.title, right.title]);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('can be taken back while the card is open', async () => {
    await hoverMark(page, wrong.title);
    await clickInCard(page, 'button', 'Not this paper');
    await inCard(page, 'StaticText', /no longer marked on this page/);
    await clickInCard(page, 'button', 'Undo');
    expect(await cardText(page)).toContain(wrong.title);
    await closeCard(page);
    await page.reload();
    await expectMarks(page, [wrong.title, right.title]);
  });

  it('takes the mark away on this page, for good, and on no other', async () => {
    await hoverMark(page, wrong.title);
    await clickInCard(page, 'button', 'Not this paper');
    await inCard(page, 'StaticText', /no longer marked on this page/);
    await closeCard(page);
    await expectMarks(page, [right.title]);
    await titlelight.killWorker();
    await page.reload();
    await expectMarks(page, [right.title]);
    await expectMarks(await titlelight.open(there), [wrong.title, right.title]);
  });

  it('takes it away on every page', async () => {
    const other = await titlelight.open(there);
    await hoverMark(other, wrong.title);
    await clickInCard(other, 'button', 'Not this paper');
    await clickInCard(other, 'button', 'Hide everywhere');
    await inCard(other, 'StaticText', /no longer marked on any page/);
    await closeCard(other);
    await other.reload();
    await expectMarks(other, [right.title]);
  });
});

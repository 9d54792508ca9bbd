import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { launchFirefox, listedTitles, type TitlelightInFirefox } from '../../support/firefox/puppeteer.ts';
import { plain } from '../../support/marks.ts';
import { type LocalWeb, startWeb } from '../../support/server.ts';
import { starterPaper } from '../../support/starter.ts';

describe('search in Firefox', () => {
  let web: LocalWeb;
  let titlelight: TitlelightInFirefox;
  let popup: Page;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launchFirefox(web);
    popup = await titlelight.openOwn('popup.html');
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it.each([
    ['consitsency trajectory', ['2503.20349', '2310.02279']],
    ['title:consistency author:"di liu"', ['2502.01441']],
    ['title:"improved techniques"', ['2310.14189']],
  ])('finds for %s what it asks for', async (query, ids) => {
    const field = await popup.waitForSelector('input');
    await field?.evaluate((input) => input.select());
    await field?.type(query);
    const expected = ids.map((id) => plain(starterPaper(id).title)).sort();
    await eventually(async () => expect((await listedTitles(popup)).map(plain).sort()).toEqual(expected));
  });

  it('marks what was found', async () => {
    const marks = await popup.$$eval('article mark', (all) => all.map((mark) => mark.textContent));
    expect(marks).toEqual(['Improved Techniques']);
  });

  it('says nothing on any console', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { startApi } from '../../support/api/start.ts';
import { eventually } from '../../support/eventually.ts';
import {
  chooseTab,
  launchFirefox,
  listedTitles,
  type TitlelightInFirefox,
} from '../../support/firefox/puppeteer.ts';
import { type LocalWeb, startWeb } from '../../support/server.ts';

/** What stands in the extension's own pages. */
declare const browser: typeof extensionApi;

describe('syncing in Firefox', () => {
  let web: LocalWeb;
  let titlelight: TitlelightInFirefox;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launchFirefox(web);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it("brings today's digest to an empty profile at once", async () => {
    const today = startApi(web).day(new Date().toISOString().slice(0, 10));
    for (let papers = 4; papers > 0; papers--) today.add();
    const popup = await titlelight.openOwn('popup.html');
    await popup.evaluate(() => browser.runtime.sendMessage({ type: 'sync/now' }));
    await chooseTab(popup, 'Today');
    await eventually(
      async () => expect(await listedTitles(popup)).toEqual(today.papers.map(({ title }) => title)),
      60_000,
    );
  });
});

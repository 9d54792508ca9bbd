import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arxivListing } from '../fixtures/pages/arxiv-listing.ts';
import { prose } from '../fixtures/pages/prose.ts';
import { timeline } from '../fixtures/pages/timeline.ts';
import { cardText } from '../support/card.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { expectTitlesLit } from '../support/lit.ts';
import { hoverMark } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter, starterPaper } from '../support/starter.ts';

const serialised = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
const childrenOfRoot = (page: Page) =>
  page.evaluate(() => [...document.documentElement.children].map((child) => child.localName));

describe('the page is left alone', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  for (const [name, html] of Object.entries({
    listing: arxivListing(starter),
    prose: prose(starter),
    timeline: timeline(starter),
  })) {
    it(`serialises byte for byte the same with the ${name} scanned and not`, async () => {
      const untouched = await titlelight.open(web.serve(`https://example.org/${name}`, html));
      const scanned = await titlelight.open(web.serve(`https://arxiv.org/${name}`, html));
      await expectTitlesLit(scanned, starter);
      expect(await serialised(scanned)).toBe(await serialised(untouched));
    });
  }

  it('differs by the host of the card alone while the card is open', async () => {
    const html = prose(starter);
    const untouched = await titlelight.open(web.serve('https://example.org/open', html));
    const page = await titlelight.open(web.serve('https://arxiv.org/open', html));
    await hoverMark(page, starterPaper('2309.06651').title);
    await cardText(page);
    expect(await childrenOfRoot(page)).toEqual(['head', 'body', 'titlelight-card']);
    const withoutHost = await page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      copy.querySelector('titlelight-card')?.remove();
      return copy.outerHTML;
    });
    expect(withoutHost).toBe(await serialised(untouched));
  });

  it('keeps what the card shows from the page', async () => {
    const page = await titlelight.open(web.serve('https://arxiv.org/secret', prose(starter)));
    await hoverMark(page, starterPaper('2309.06651').title);
    await cardText(page);
    const seen = await page.evaluate(() => {
      const host = document.querySelector('titlelight-card');
      return { shadow: host?.shadowRoot ?? null, text: host?.textContent };
    });
    expect(seen).toEqual({ shadow: null, text: '' });
  });
});

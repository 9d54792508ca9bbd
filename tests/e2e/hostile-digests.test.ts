import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileLines } from '../fixtures/digests/hostile.ts';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { cardText } from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { importFile } from '../support/flows.ts';
import { idle } from '../support/idle.ts';
import { hoverMark } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starterPaper } from '../support/starter.ts';

declare const window: { pwned?: boolean };

/** A digest whose text wants to be markup, whose links want to be scripts, and whose records want to be something else. */
describe('a hostile digest', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let report: string;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    report = await importFile(titlelight, 'hostile.jsonl', hostileLines());
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  /** Nothing but what our own components put there, and nowhere to go but the web. */
  async function expectPlain(part: Locator, page: Page): Promise<void> {
    const strangers = part.locator(
      'img:not([src="/icon.svg"]), script:not([src^="/chunks/"]), iframe, object, embed',
    );
    expect(await strangers.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))).toEqual([]);
    const addresses = await part
      .locator('a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses.filter((address) => !/^(?:https?|chrome-extension):/.test(address))).toEqual([]);
    const rels = await part
      .locator('a[target="_blank"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).rel));
    expect(rels.filter((rel) => !/noopener noreferrer/.test(rel))).toEqual([]);
    expect(await page.evaluate(() => [window.pwned, ({} as { pwned?: boolean }).pwned])).toEqual([
      undefined,
      undefined,
    ]);
  }

  it('is read record by record: papers come in, the rest is counted and named', () => {
    expect(report).toMatch(/\b\d+ papers imported/);
    expect(report).toMatch(/\b\d+ skipped/);
  });

  it.each(['Bites', 'Doors', 'Turned Around', 'Prototype', 'Figures Beyond', 'Depths', 'Drawer'])(
    'is shown as text in the popup: %s',
    async (query) => {
      const popup = await titlelight.openPopup();
      await popup.getByRole('searchbox').fill(query);
      const row = popup.getByRole('article').first();
      await row.getByRole('heading').click();
      await idle(popup);
      await expectPlain(popup.locator('body'), popup);
      await popup.close();
    },
  );

  it('is shown as text in the library', async () => {
    const library = await titlelight.open(titlelight.address('library.html'));
    await library.getByRole('searchbox').fill('Bites');
    await library.getByText('A Lamp <img').first().click();
    await idle(library);
    await expectPlain(library.locator('body'), library);
    await library.close();
  });

  it('is shown as text on the card', async () => {
    const named = ['A Reading Room With Doors Onto Every Scheme', 'A Key by the Name of Proto in the Drawer'];
    const body = named.map((title) => `<p style="margin: 80px">${asHtml(title)}</p>`).join('');
    const page = await titlelight.open(
      web.serve('https://arxiv.org/named', pageOf({ title: 'Named', body })),
    );
    for (const title of named) {
      await hoverMark(page, title);
      await eventually(async () => expect(await cardText(page)).toContain(title));
    }
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
    await page.close();
  });

  it('leaves the digest as good as it was', async () => {
    const { title } = starterPaper('2309.06651');
    const page = await titlelight.open(
      web.serve(
        'https://arxiv.org/after',
        pageOf({ title: 'After', body: `<p style="margin: 80px">${asHtml(title)}</p>` }),
      ),
    );
    await hoverMark(page, title);
    expect(await cardText(page)).toContain(title);
    await page.close();
  });

  it('asks nobody for anything and throws nothing', () => {
    expect(web.requests.filter((one) => !one.startsWith('GET https://arxiv.org/'))).toEqual([]);
    expect(titlelight.problems).toEqual([]);
  });
});

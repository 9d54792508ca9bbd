import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHtml, page as html } from '../../fixtures/pages/html.ts';
import { eventually } from '../../support/eventually.ts';
import { launchFirefox, marksInFirefox, type TitlelightInFirefox } from '../../support/firefox/puppeteer.ts';
import { startOf } from '../../support/marks.ts';
import { type LocalWeb, startWeb } from '../../support/server.ts';
import { starterPaper } from '../../support/starter.ts';

const title = asHtml(starterPaper('2309.06651').title);

describe('the card in Firefox', () => {
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

  /** A page with this body, and the pointer at rest on its mark. */
  async function openCard(name: string, body: string, style = ''): Promise<Page> {
    const address = web.serve(`https://arxiv.org/${name}`, html({ title: name, body, style }));
    const page = await titlelight.open(address);
    await eventually(async () => expect(await marksInFirefox(page)).toHaveLength(1));
    const { x, y } = startOf((await marksInFirefox(page))[0]);
    await page.mouse.move(x, y + 40);
    await page.mouse.move(x, y, { steps: 5 });
    await eventually(() => card(page));
    return page;
  }

  /** Where the card stands, in what, and whether it is uppermost there. */
  const card = (page: Page) =>
    page.evaluate(() => {
      const host = document.querySelector('titlelight-card[data-open]');
      if (!host) throw new Error('No card is open.');
      const { x, y, width, height } = host.getBoundingClientRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return { x, y, width, within: host.parentElement?.localName, isUppermost: top === host };
    });

  it('stands below the last line of a broken title', async () => {
    const page = await openCard(
      'lines',
      `<p style="width: 260px; margin: 40px 300px; font-size: 22px">${title}</p>`,
    );
    const { y, width } = await eventually(() => card(page));
    const last = (await marksInFirefox(page))[0]?.lines.at(-1);
    expect(width).toBe(400);
    expect(y).toBeGreaterThanOrEqual((last?.y ?? 0) + (last?.height ?? 0));
  });

  it('keeps its size and its place on a zoomed page', async () => {
    const page = await openCard('zoom', `<p style="margin: 40px">${title}</p>`, 'html { zoom: 1.5 }');
    const pointer = startOf((await marksInFirefox(page))[0]);
    await eventually(async () => {
      const { x, width } = await card(page);
      expect(width).toBeCloseTo(400, 0);
      // Beside the pointer's way to the next line.
      expect(x).toBeCloseTo(pointer.x + 24, 0);
    });
  });

  it('opens under a link stretched over its tile', async () => {
    const link = '<a href="/x" style="position: absolute; inset: 0"></a>';
    const page = await openCard(
      'tile',
      `<div style="position: relative; margin: 40px"><p>${title}</p>${link}</div>`,
    );
    expect((await eventually(() => card(page))).isUppermost).toBe(true);
  });

  it('opens in a modal dialog, above it', async () => {
    const body = `<dialog><p>${title}</p></dialog><script>document.querySelector('dialog').showModal()</script>`;
    const page = await openCard('dialog', body);
    expect(await eventually(() => card(page))).toMatchObject({ within: 'dialog', isUppermost: true });
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

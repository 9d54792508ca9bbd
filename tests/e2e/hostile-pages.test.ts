import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forging } from '../fixtures/pages/hostile/forging.ts';
import { polluted } from '../fixtures/pages/hostile/polluted.ts';
import { prying } from '../fixtures/pages/hostile/prying.ts';
import { spyingFonts } from '../fixtures/pages/hostile/spying-fonts.ts';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { cardIsOpen, cardText, cardTree, clickInCard, closeCard, inCard } from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { shelfTitles } from '../support/flows.ts';
import { idle } from '../support/idle.ts';
import { hoverMark, marksOn, plain } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starterPaper } from '../support/starter.ts';

const { title } = starterPaper('2309.06651');
const cardName = 'titlelight-card';

declare const window: {
  loot: string[];
  proof: string[];
  forge(): void;
  forgeInCard(): boolean;
};

/** What a page may try; docs/security.md says what each must not lead to. */
describe('a hostile page', () => {
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

  const visit = (name: string, html: string) => titlelight.open(web.serve(`https://arxiv.org/${name}`, html));
  const loot = (page: Page) => page.evaluate(() => window.loot);
  const emptyLoot = (page: Page) =>
    page.evaluate(() => {
      window.loot.length = 0;
    });
  const expectLit = (page: Page) =>
    eventually(async () =>
      expect((await marksOn(page)).map(({ text }) => plain(text))).toEqual([plain(title)]),
    );

  it('cannot read the card, by no way that its scripts have', async () => {
    const page = await visit('prying', prying(title, cardName));
    await expectLit(page);
    await hoverMark(page, title);
    expect(await cardText(page)).toContain(title);
    await clickInCard(page, 'button', 'Save');
    await inCard(page, 'button', 'Saved');
    await page.keyboard.press('Tab');
    await idle(page);
    // Its traps work: they hold what the page itself hid.
    expect(await page.evaluate(() => window.proof)).toEqual(['attachShadow', 'kept', 'internals']);
    expect([...new Set(await loot(page))]).toEqual([]);
    await closeCard(page);
    await page.close();
  });

  it('sees nothing pass through what it has bent, and breaks nothing by it', async () => {
    const page = await visit('polluted', polluted(title));
    await eventually(async () => expect(await page.evaluate(() => document.readyState)).toBe('complete'));
    await emptyLoot(page);
    const mark = await eventually(async () => {
      // Read without what is bent.
      const lit = await page.evaluate(() => {
        for (const [, { size }] of CSS.highlights) if (size > 0) return true;
        return false;
      });
      if (!lit) throw new Error('Nothing is lit.');
      return page.locator('p').boundingBox();
    });
    if (!mark) throw new Error('The title has no place.');
    await emptyLoot(page);
    await page.mouse.move(mark.x + 30, mark.y + 60);
    await page.mouse.move(mark.x + 30, mark.y + 8, { steps: 6 });
    const names = await eventually(async () => {
      const said = (await cardTree(page)).map(({ name }) => name);
      expect(said).toContain(title);
      return said;
    });
    expect(names.some((name) => /^Saved?$/.test(name))).toBe(true);
    expect(await page.evaluate(() => window.loot.join())).toBe('');
    // What a script of the page does, it does see.
    await expect(page.evaluate(() => document.querySelector('p'))).rejects.toThrow('bent querySelector');
    await page.close();
  });

  it('opens no card, and presses nothing in one, with events of its own making', async () => {
    const before = await shelfTitles(titlelight);
    const page = await visit('forging', forging(title, cardName));
    await expectLit(page);
    await page.evaluate(() => window.forge());
    await idle(page);
    expect(await cardIsOpen(page)).toBe(false);
    await hoverMark(page, title);
    await cardText(page);
    const said = await cardText(page);
    expect(await page.evaluate(() => window.forgeInCard())).toBe(true);
    await idle(page);
    expect(await cardText(page)).toBe(said);
    expect(await shelfTitles(titlelight)).toEqual(before);
    await page.close();
  });

  it('learns nothing by fonts of the names that the card asks for', async () => {
    const css = await readFile(
      fileURLToPath(new URL('../../.output/chrome-mv3/card.js', import.meta.url)),
      'utf8',
    );
    const tokens = [...css.matchAll(/--(?:serif|sans|mono):([^;}]+)/g)].map(([, stack]) => stack ?? '');
    expect(tokens.length).toBeGreaterThan(0);
    const names = tokens
      .flatMap((stack) => stack.split(','))
      .map((name) => name.replace(/["\\]/g, '').trim());
    const spy = 'https://spy.example/glyphs';
    const from = web.requests.length;
    const page = await visit('fonts', spyingFonts(title, [...names, 'Proof'], spy));
    await expectLit(page);
    await hoverMark(page, title);
    expect(await cardText(page)).toContain(title);
    await idle(page);
    expect(
      web.requests.slice(from).flatMap((one) => names[Number(one.split('glyphs?font=')[1])] ?? []),
    ).toEqual([]);
    // Such a font is fetched where the page itself draws in it.
    await page.evaluate(() => {
      document.body.style.fontFamily = 'Proof';
      document.body.append('Proof');
    });
    await eventually(() => expect(web.requests.some((one) => one.includes('spy.example/glyphs'))).toBe(true));
    await page.close();
  });

  it('finds no file of the extension, and no page of it to put into a frame', async () => {
    const page = await visit('frames', pageOf({ title: 'Frames', body: `<p>${asHtml(title)}</p>` }));
    await expectLit(page);
    const files = [
      'manifest.json',
      'popup.html',
      'options.html',
      'card.js',
      'starter-digest.jsonl',
      'icons/16.png',
    ];
    const got = await page.evaluate(
      async (addresses) => {
        const answers = await Promise.allSettled(addresses.map((address) => fetch(address)));
        return answers.map(({ status }) => status);
      },
      files.map((file) => titlelight.address(file)),
    );
    expect(got).toEqual(files.map(() => 'rejected'));
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.name = 'ours';
      frame.src = address;
      document.body.append(frame);
    }, titlelight.address('options.html'));
    await idle(page);
    expect(await page.frame({ name: 'ours' })?.getByRole('heading', { name: 'Your shelf' }).count()).toBe(0);
    expect(page.frame({ name: 'ours' })?.url()).not.toContain(titlelight.address(''));
    expect(
      await page.evaluate(
        () => 'chrome' in globalThis && 'runtime' in (globalThis as unknown as { chrome: object }).chrome,
      ),
    ).toBe(false);
    await page.close();
  });

  it('makes nothing throw, and nobody is asked for anything but the pages', () => {
    const strange = titlelight.problems.filter(
      (one) =>
        !/Failed to load resource|spy\.example|Denying load|net::ERR|ERR_BLOCKED|bent |Refused/.test(one),
    );
    expect(strange).toEqual([]);
    const others = web.requests.filter(
      (one) => !one.startsWith('GET https://arxiv.org/') && !one.includes('spy.example'),
    );
    expect(others).toEqual([]);
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import {
  cardBox,
  cardIsOpen,
  cardText,
  cardTree,
  clickInCard,
  closeCard,
  inCard,
  pointInCard,
} from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { shelfTitles } from '../support/flows.ts';
import { idle } from '../support/idle.ts';
import { hoverMark, marksOn, startOf } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starterPaper } from '../support/starter.ts';

const paper = starterPaper('2309.06651');
const other = starterPaper('2310.14189');
const address = 'https://arxiv.org/feel';
const filler = '<p>The quiet lines between one thing and the next.</p>'.repeat(80);
const body = `<p><button>Before</button></p>
<p><a href="/elsewhere">${asHtml(paper.title)}</a></p>
<div style="height: 300px"></div>
<p>${asHtml(other.title)}</p>${filler}`;

/** What a hand does with the card. The steps of this file happen in one profile. */
describe('the hand', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let page: Page;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    web.serve(address, pageOf({ title: 'Feel', body }));
    web.serve('https://arxiv.org/elsewhere', pageOf({ title: 'Elsewhere', body: '' }));
  });
  beforeEach(async () => {
    page = await titlelight.open(address);
    await eventually(async () => expect(await marksOn(page)).toHaveLength(2));
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  const expectClosed = () => eventually(async () => expect(await cardIsOpen(page)).toBe(false));
  const expectCard = (title: string) => eventually(async () => expect(await cardText(page)).toContain(title));

  /** Changes settings where a person does, while the page is open. */
  async function inSettings(change: (options: Page) => Promise<unknown>): Promise<void> {
    const options = await titlelight.open(titlelight.address('options.html'));
    await change(options);
    await idle(options);
    await options.close();
    await page.bringToFront();
  }

  describe('pins the card', () => {
    beforeEach(async () => {
      await hoverMark(page, paper.title);
      await cardText(page);
      await clickInCard(page, 'button', 'Pin');
      await inCard(page, 'button', 'Close');
    });

    it('and reads on: pointing, pressing and scrolling leave it where it is', async () => {
      const before = await cardBox(page);
      await page.mouse.click(900, 20);
      await page.mouse.wheel(0, 120);
      await hoverMark(page, other.title);
      await idle(page);
      expect(await cardText(page)).toContain(paper.title);
      expect(await cardBox(page)).toEqual(before);
      await page.keyboard.press('Escape');
      await idle(page);
      expect(await cardIsOpen(page)).toBe(true);
      await clickInCard(page, 'button', 'Close');
      await expectClosed();
    });

    it('and moves it: by its head, by arrow keys, never out of the window', async () => {
      const before = await cardBox(page);
      await page.mouse.move(before.x + 60, before.y + 12);
      await page.mouse.down();
      await page.mouse.move(before.x + 260, before.y + 112, { steps: 5 });
      await page.mouse.up();
      await eventually(async () =>
        expect(await cardBox(page)).toMatchObject({ x: before.x + 200, y: before.y + 100 }),
      );
      await clickInCard(page, 'button', 'Pin');
      await clickInCard(page, 'button', 'Pin');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Shift+ArrowDown');
      await eventually(async () =>
        expect(await cardBox(page)).toMatchObject({ x: before.x + 190, y: before.y + 200 }),
      );
      for (let i = 0; i < 20; i += 1) await page.keyboard.press('Shift+ArrowUp');
      expect((await cardBox(page)).y).toBe(8);
    });

    it('and lets it go: it closes like any other', async () => {
      await clickInCard(page, 'button', 'Pin');
      await page.mouse.move(900, 700, { steps: 5 });
      await expectClosed();
    });
  });

  it('that drags the head of a card pins it', async () => {
    await hoverMark(page, paper.title);
    await cardText(page);
    const { x, y } = await cardBox(page);
    await page.mouse.move(x + 60, y + 12, { steps: 5 });
    await page.mouse.down();
    await page.mouse.move(x + 160, y + 62, { steps: 5 });
    await page.mouse.up();
    await inCard(page, 'button', 'Close');
    await page.mouse.move(1_000, 800, { steps: 3 });
    await idle(page);
    expect(await cardBox(page)).toMatchObject({ x: x + 100, y: y + 50 });
  });

  it('on the keyboard goes in with Tab and comes out where it was with Escape', async () => {
    await page.getByRole('button', { name: 'Before' }).focus();
    await hoverMark(page, paper.title);
    await cardText(page);
    const focused = () =>
      page.evaluate(() => document.activeElement?.localName + (document.activeElement?.textContent ?? ''));
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('titlelight-card');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('titlelight-card');
    await page.keyboard.press('Escape');
    await expectClosed();
    expect(await focused()).toBe('buttonBefore');
  });

  it('selects text in the card, however far the pointer goes, and copies it', async () => {
    await titlelight.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await hoverMark(page, paper.title);
    const { x, y } = await pointInCard(page, 'heading', paper.title);
    const card = await cardBox(page);
    await page.mouse.move(card.x + 18, y - 10, { steps: 8 });
    await page.mouse.down();
    await page.mouse.move(card.x + card.width + 120, y, { steps: 4 });
    await idle(page);
    expect(await cardIsOpen(page)).toBe(true);
    await page.mouse.move(x + 150, y + 8, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(card.x + card.width + 120, y, { steps: 4 });
    await page.keyboard.press('Control+C');
    await eventually(async () =>
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(paper.title),
    );
    await expectClosed();
  });

  it('does in the card what is nothing to the page', async () => {
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'focusin', 'touchstart'])
        document.addEventListener(type, () => heard.push(type));
    });
    await hoverMark(page, paper.title);
    await clickInCard(page, 'button', 'Pin');
    await page.keyboard.press('ArrowDown');
    await clickInCard(page, 'heading', paper.title);
    await clickInCard(page, 'button', 'Close');
    await expectClosed();
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
    await page.getByRole('button', { name: 'Before' }).click();
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toContain(
      'click',
    );
  });

  it('sees the card come and go at once where it wants no motion', async () => {
    const motion = () => page.evaluate(() => document.getAnimations().length);
    const open = async () => {
      await hoverMark(page, paper.title);
      await cardText(page);
    };
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open();
    expect(await motion()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.querySelector('titlelight-card'))).toBeNull();
    await page.emulateMedia({ reducedMotion: null });
  });

  it('takes back what it took off the shelf', async () => {
    await hoverMark(page, paper.title);
    await clickInCard(page, 'button', 'Save');
    await clickInCard(page, 'button', 'Saved');
    await inCard(page, 'StaticText', /^Removed from your shelf\./);
    await inCard(page, 'button', 'Save');
    await clickInCard(page, 'button', 'Undo');
    await inCard(page, 'button', 'Saved');
    await inCard(page, 'button', 'Not this paper');
    expect(await shelfTitles(titlelight)).toEqual([paper.title]);
  });

  it('with a finger opens the card by a long press, and goes nowhere by it', async () => {
    const touch = await touchscreen(page);
    const at = startOf((await marksOn(page))[0]);
    await touch('touchStart', at);
    await expectCard(paper.title);
    await touch('touchEnd');
    await idle(page);
    expect(page.url()).toBe(address);
    expect(await cardIsOpen(page)).toBe(true);
    await touch('touchStart', { x: 900, y: 700 });
    await touch('touchEnd');
    await expectClosed();
    // A tap is a tap.
    await touch('touchStart', at);
    await touch('touchEnd');
    await eventually(() => expect(page.url()).toBe('https://arxiv.org/elsewhere'));
  });

  it('with a finger scrolls from a mark as from anywhere', async () => {
    const touch = await touchscreen(page);
    const { x, y } = startOf((await marksOn(page))[1]);
    await touch('touchStart', { x, y });
    for (let i = 1; i <= 10; i += 1) await touch('touchMove', { x, y: y - 20 * i });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await touch('touchEnd');
    await eventually(async () => expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100));
    expect(await cardIsOpen(page)).toBe(false);
  });

  it('chooses a key that has to be held, and open pages follow', async () => {
    await inSettings((options) => options.getByRole('radio', { name: 'With Shift' }).check());
    await hoverMark(page, paper.title);
    await idle(page);
    expect(await cardIsOpen(page)).toBe(false);
    // Pressed where the pointer rests.
    await page.keyboard.down('Shift');
    await expectCard(paper.title);
    await page.keyboard.up('Shift');
    await idle(page);
    expect(await cardIsOpen(page)).toBe(true);
    await closeCard(page);
    await inSettings((options) => options.getByRole('radio', { name: 'The pointer alone' }).check());
  });

  it('chooses how long to rest', async () => {
    const slide = (value: string) => inSettings((options) => options.getByRole('slider').fill(value));
    await slide('1000');
    await page.evaluate(noteTimes);
    await hoverMark(page, paper.title);
    await expectCard(paper.title);
    // A lower bound alone: no machine is so slow that a timer runs out early.
    expect(await page.evaluate(() => Number(document.title))).toBeGreaterThanOrEqual(999);
    await closeCard(page);
    await slide('0');
    await page.mouse.move(900, 700);
    await hoverMark(page, paper.title);
    await expectCard(paper.title);
    await slide('150');
  });

  it('chooses how marks look, and open pages follow', async () => {
    const css = () =>
      page.evaluate(() =>
        document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)),
      );
    const usual = (await css()).join('\n');
    expect(usual).toMatch(/highlight\(titlelight\) \{[^}]*underline/);
    await inSettings(async (options) => {
      await options.getByRole('radio', { name: 'Wash' }).check();
      await options.getByRole('radio', { name: 'Quiet' }).check();
    });
    await eventually(async () =>
      expect((await css())[0]).toMatch(/highlight\(titlelight\) \{ background-color/),
    );
    await inSettings(async (options) => {
      await options.getByRole('radio', { name: 'Underline' }).check();
      await options.getByRole('radio', { name: 'Normal' }).check();
    });
    await eventually(async () => expect((await css()).join('\n')).toBe(usual));
  });

  it('finds marks in the tone of the page, also when the page changes it', async () => {
    const inHighlight = (name: string) => page.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, name);
    await eventually(async () => expect(await inHighlight('titlelight')).toBe(2));
    await page.evaluate(() => document.body.setAttribute('style', 'background: #111; color: #eee'));
    // The one that is a link keeps a link's own colour.
    await eventually(async () => expect(await inHighlight('titlelight-light')).toBe(1));
    expect(await inHighlight('titlelight')).toBe(1);
  });

  it('hears nothing on any console and sees nothing thrown', async () => {
    expect(await cardTree(page)).toEqual([]);
    expect(titlelight.problems).toEqual([]);
  });
});

/** Runs in the page: its title tells the milliseconds from the pointer's first movement to the card. */
function noteTimes(): void {
  let from = 0;
  addEventListener(
    'pointermove',
    ({ timeStamp }) => {
      from = timeStamp;
    },
    { capture: true, once: true },
  );
  new MutationObserver((_, observer) => {
    observer.disconnect();
    document.title = String(performance.now() - from);
  }).observe(document.documentElement, { childList: true });
}

/** A finger on the screen. */
async function touchscreen(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  return (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
}

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { sample } from '../fixtures/pages/sample.ts';
import { cardBox, cardIsOpen, cardText, clickInCard, closeCard, inCard } from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { idle } from '../support/idle.ts';
import { hoverMark, hoverMarkAt, marksOn, startOf } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starterPaper } from '../support/starter.ts';

const paper = starterPaper('2309.06651');
const other = starterPaper('2310.14189');
const title = asHtml(paper.title);
const filler = '<p>The quiet lines between one thing and the next.</p>'.repeat(60);

/** Places on pages where a card could go wrong. */
describe('the card', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let served = 0;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  /** A page with this body, its marks lit. */
  async function open(body: string, style = ''): Promise<Page> {
    served += 1;
    const address = web.serve(`https://arxiv.org/place-${served}`, pageOf({ title: 'Places', body, style }));
    const page = await titlelight.open(address);
    await eventually(async () => expect(await marksOn(page)).not.toHaveLength(0));
    return page;
  }

  async function openCard(body: string, style?: string): Promise<Page> {
    const page = await open(body, style);
    await hoverMark(page, paper.title);
    expect(await cardText(page)).toContain(paper.title);
    return page;
  }

  const expectClosed = (page: Page) => eventually(async () => expect(await cardIsOpen(page)).toBe(false));

  /** Resolves to the lines of the mark that the card covers any of, and what of the window it leaves. */
  async function faults(page: Page) {
    const card = await cardBox(page);
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const lines = (await marksOn(page)).flatMap((mark) => (mark.text === paper.title ? mark.lines : []));
    expect(lines.length).toBeGreaterThan(0);
    const covered = lines.filter(
      (line) =>
        line.x < card.x + card.width - 1 &&
        line.x + line.width > card.x + 1 &&
        line.y < card.y + card.height - 1 &&
        line.y + line.height > card.y + 1,
    );
    const isInside =
      card.x >= 0 && card.y >= 0 && card.x + card.width <= width && card.y + card.height <= height;
    return { covered, isInside };
  }
  const none = { covered: [], isInside: true };

  it('leaves free every line of a title that is broken over several', async () => {
    const page = await openCard(`<p style="width: 260px; margin: 40px 300px; font-size: 22px">${title}</p>`);
    const lines = (await marksOn(page))[0]?.lines ?? [];
    expect(lines.length).toBeGreaterThan(2);
    expect(await faults(page)).toEqual(none);
    // Down the lines, one by one: it stays, and it is the same.
    for (const line of lines) {
      await page.mouse.move(line.x + 5, line.y + line.height / 2, { steps: 4 });
      expect(await cardIsOpen(page)).toBe(true);
    }
  });

  it.each([
    ['top left', 'top: 0; left: 0'],
    ['top right', 'top: 0; right: 0; width: 300px'],
    ['bottom left', 'bottom: 0; left: 0'],
    ['bottom right', 'bottom: 0; right: 0; width: 300px'],
  ])('stays inside the window at its %s', async (_, style) => {
    const page = await openCard(`<p style="position: fixed; margin: 0; ${style}">${title}</p>`);
    await eventually(async () => expect(await faults(page)).toEqual(none));
  });

  it('leaves free the way of the pointer, straight up and straight down', async () => {
    const page = await openCard(`<p style="margin: 60px">${title}</p>`);
    const { x } = startOf((await marksOn(page))[0]);
    expect((await cardBox(page)).x).toBeCloseTo(x + 24, 0);
    // Near the right edge it stands on the other side.
    await page.setViewportSize({ width: 700, height: 700 });
    await closeCard(page);
    await page.mouse.move(5, 5);
    const [line] = (await marksOn(page))[0]?.lines ?? [];
    if (!line) throw new Error('The mark is not laid out.');
    const end = line.x + line.width - 20;
    await page.mouse.move(end, line.y - 10);
    await page.mouse.move(end, line.y + line.height / 2, { steps: 5 });
    await cardText(page);
    const card = await cardBox(page);
    expect(card.x + card.width).toBeCloseTo(end - 24, 0);
    expect(await faults(page)).toEqual(none);
  });

  it('stands to the left of the pointer, and reads from left to right, on pages that read from right to left', async () => {
    const page = await openCard(
      `<p style="margin: 60px 200px; font-size: 13px">${title}</p>`,
      'html { direction: rtl }',
    );
    const { x } = startOf((await marksOn(page))[0]);
    const card = await cardBox(page);
    expect(card.x + card.width).toBeCloseTo(x - 24, 0);
    expect(
      await page.evaluate(
        () => getComputedStyle(document.querySelector('titlelight-card') as Element).direction,
      ),
    ).toBe('ltr');
    expect(await faults(page)).toEqual(none);
  });

  it.each(['html', 'body', 'p'])(
    'keeps its size and its place where a page zooms its %s',
    async (element) => {
      const page = await openCard(`<p style="margin: 40px 60px">${title}</p>`, `${element} { zoom: 1.5 }`);
      expect((await cardBox(page)).width).toBeCloseTo(400, 0);
      const [mark] = await marksOn(page);
      const [line] = mark?.lines ?? [];
      const card = await cardBox(page);
      expect(card.x).toBeCloseTo(startOf(mark).x + 24, 0);
      expect(card.y - ((line?.y ?? 0) + (line?.height ?? 0))).toBeCloseTo(6, 0);
      expect(await faults(page)).toEqual(none);
    },
  );

  it('stays inside what is seen of a page that is pinched larger', async () => {
    const page = await open(`<p style="margin: 200px 100px 600px">${title}</p>`);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await hoverMark(page, paper.title);
    await cardText(page);
    const { left, right, top, bottom } = await page.evaluate(() => {
      const { offsetLeft, offsetTop, width, height } = visualViewport as VisualViewport;
      return { left: offsetLeft, right: offsetLeft + width, top: offsetTop, bottom: offsetTop + height };
    });
    expect(right - left).toBeLessThan(700);
    const card = await cardBox(page);
    expect(card.x).toBeGreaterThanOrEqual(left);
    expect(card.x + card.width).toBeLessThanOrEqual(right);
    expect(card.y).toBeGreaterThanOrEqual(top);
    expect(card.y + card.height).toBeLessThanOrEqual(bottom);
  });

  it('goes with its mention when a box scrolls, and closes when it has gone out of it', async () => {
    const page = await openCard(
      `<div id="box" style="height: 200px; margin: 100px; overflow: auto"><div style="height: 120px"></div><p>${title}</p>${filler}</div>`,
    );
    const before = await cardBox(page);
    const scroll = (by: number) =>
      page.evaluate((by) => document.querySelector('#box')?.scrollBy({ top: by, behavior: 'instant' }), by);
    await scroll(3);
    await eventually(async () => expect((await cardBox(page)).y).toBeCloseTo(before.y - 3, 0));
    // With the pointer in the card nothing but the mention's being out of sight can close it.
    await page.mouse.move(before.x + 50, before.y + 60, { steps: 5 });
    await scroll(300);
    await expectClosed(page);
  });

  it('does not open because a mention was scrolled under the pointer', async () => {
    const page = await open(`<div style="height: 300px"></div><p>${title}</p>${filler}`);
    const { x, y } = startOf((await marksOn(page))[0]);
    await page.mouse.move(x, y - 100, { steps: 3 });
    await idle(page);
    await page.evaluate(() => scrollBy({ top: 100, behavior: 'instant' }));
    expect(startOf((await marksOn(page))[0])).toEqual({ x, y: y - 100 });
    await idle(page);
    expect(await cardIsOpen(page)).toBe(false);
  });

  it('opens for the one of two close mentions that is pointed at', async () => {
    const page = await open(
      `<p style="line-height: 1.1; margin: 40px">${title}<br>${asHtml(other.title)}</p>`,
    );
    await hoverMark(page, paper.title);
    expect(await cardText(page)).toContain(paper.title);
    await closeCard(page);
    await page.mouse.move(5, 5);
    await hoverMark(page, other.title);
    await eventually(async () => expect(await cardText(page)).toContain(other.title));
  });

  it('stays while the pointer goes to it across another mention', async () => {
    const page = await titlelight.open(web.serve('https://arxiv.org/across', sample()));
    await hoverMark(page, paper.title);
    expect(await cardText(page)).toContain(paper.title);
    const marks = await marksOn(page);
    const from = marks.find(({ text }) => text === paper.title)?.lines[0];
    const between = marks.find(({ text }) => text.startsWith('FedSpeed'))?.lines[0];
    if (!from || !between) throw new Error('The page does not show what it should.');
    // Above the other mention, so that the way to the card leads across it.
    await closeCard(page);
    await page.mouse.move(5, 5);
    const start = { x: between.x + 20, y: from.y + 5 };
    expect(start.x).toBeGreaterThan(from.x);
    expect(between.y).toBeGreaterThan(from.y + from.height / 2);
    await page.mouse.move(start.x, start.y - 30);
    await page.mouse.move(start.x, start.y, { steps: 5 });
    expect(await cardText(page)).toContain(paper.title);
    const card = await cardBox(page);
    expect(card.y).toBeGreaterThanOrEqual(between.y + between.height / 2);
    const isLeft = card.x + card.width < start.x;
    const target = { x: isLeft ? card.x + card.width - 40 : card.x + 40, y: card.y + 20 };
    const steps = 16;
    for (let i = 1; i <= steps; i += 1) {
      const along = (a: number, b: number) => a + ((b - a) * i) / steps;
      await page.mouse.move(along(start.x, target.x), along(start.y, target.y));
      expect(await nextFrameHasCard(page)).toBe(true);
    }
    await idle(page);
    expect(await cardText(page)).toContain(paper.title);
  });

  it('opens in a modal dialog, above it and alive', async () => {
    const page = await open(
      `<dialog><p>${title}</p><button>Inside</button></dialog><button>Outside</button>
       <script>document.querySelector('dialog').showModal()</script>`,
    );
    await hoverMark(page, paper.title);
    expect(await cardText(page)).toContain(paper.title);
    expect(await uppermost(page)).toBe('titlelight-card');
    await clickInCard(page, 'button', 'Save');
    await inCard(page, 'button', 'Saved');
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await expectClosed(page);
  });

  it('that is pinned stays above a dialog that opens later', async () => {
    const page = await openCard(`<dialog>A question</dialog><p>${title}</p>`);
    await clickInCard(page, 'button', 'Pin');
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await eventually(async () => expect(await uppermost(page)).toBe('titlelight-card'));
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await eventually(async () => expect(await uppermost(page)).toBe('titlelight-card'));
    expect(
      await page.evaluate(() => document.querySelector('titlelight-card')?.parentElement?.localName),
    ).toBe('html');
  });

  it('opens in full screen, and a pinned one comes along', async () => {
    const page = await open(
      `<div id="full" style="background: #fff"><p>${title}</p><button>Full screen</button></div>`,
    );
    await page.evaluate(() =>
      document
        .querySelector('button')
        ?.addEventListener('click', () => document.querySelector('#full')?.requestFullscreen()),
    );
    await hoverMark(page, paper.title);
    await cardText(page);
    await clickInCard(page, 'button', 'Pin');
    await page.getByRole('button', { name: 'Full screen' }).press('Enter');
    await eventually(async () =>
      expect(await page.evaluate(() => document.fullscreenElement?.id)).toBe('full'),
    );
    await eventually(async () => expect(await uppermost(page)).toBe('titlelight-card'));
    await clickInCard(page, 'button', 'Close');
    await expectClosed(page);
    await hoverMark(page, paper.title);
    await cardText(page);
    expect(await uppermost(page)).toBe('titlelight-card');
  });

  describe('opens under what lies over its title and shows nothing:', () => {
    const cover = 'position: absolute; inset: 0';
    const tile = (content: string) =>
      `<div style="position: relative; margin: 40px; padding: 10px">${content}</div>`;
    const inShadow = (html: string) =>
      `<title-tile><template shadowrootmode="open">${html}</template></title-tile>`;
    const before = '.wide::before { content: ""; position: absolute; inset: 0 }';

    it.each([
      ['a link beside it', tile(`<p>${title}</p><a href="/x" style="${cover}"></a>`), ''],
      ['the wide edge of its own link', tile(`<p><a href="/x" class="wide">${title}</a></p>`), before],
      ['the wide edge of another link', tile(`<p>${title}</p><a href="/x" class="wide">More</a>`), before],
      [
        'a link, for the title takes no pointer',
        tile(
          `<a href="/x" style="${cover}"></a><p style="position: relative; pointer-events: none">${title}</p>`,
        ),
        '',
      ],
      ['a link in its shadow tree', inShadow(tile(`<p>${title}</p><a href="/x" style="${cover}"></a>`)), ''],
    ])('%s', async (_, body, style) => {
      const page = await openCard(body, style);
      await closeCard(page);
    });

    it.each([
      [
        'what has a background',
        tile(`<p>${title}</p><a href="/x" style="${cover}; background: #ddd"></a>`),
        '',
      ],
      [
        'the coloured edge of a link',
        tile(`<p>${title}</p><a href="/x" class="wide">More</a>`),
        before.replace('content', 'background: #ddd; content'),
      ],
      [
        'a picture',
        tile(`<p>${title}</p><img alt="" src="data:," style="${cover}; width: 100%; height: 100%">`),
        '',
      ],
    ])('but not under %s', async (_, body, style) => {
      const page = await open(body, style);
      await hoverMarkAt(page, 0);
      await idle(page);
      expect(await cardIsOpen(page)).toBe(false);
    });
  });

  it('stands above a mention whose link has a tooltip, which comes up below', async () => {
    const page = await openCard(
      `<p style="margin-top: 400px"><a href="/x" title="A tooltip">${title}</a></p>`,
    );
    const card = await cardBox(page);
    expect(card.y + card.height).toBeLessThan((await marksOn(page))[0]?.lines[0]?.y ?? 0);
  });

  it('is not printed', async () => {
    const page = await openCard(`<p>${title}</p>`);
    const display = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('titlelight-card') as Element).display);
    expect(await display()).toBe('block');
    await page.emulateMedia({ media: 'print' });
    expect(await display()).toBe('none');
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

function nextFrameHasCard(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    for (let i = 0; i < 2; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    return document.querySelector('titlelight-card[data-open]') !== null;
  });
}

/** What is uppermost in the middle of the card. */
function uppermost(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const box = document.querySelector('titlelight-card')?.getBoundingClientRect();
    if (!box) return undefined;
    return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.localName;
  });
}

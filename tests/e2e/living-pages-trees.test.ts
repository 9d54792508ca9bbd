import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { framed } from '../fixtures/pages/living/framed.ts';
import { shadowTrees } from '../fixtures/pages/living/shadow.ts';
import { cardText, closeCard } from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { idle } from '../support/idle.ts';
import { hoverMark, marksOn, plain } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';

/** Titles as long as a sentence: each speaks for itself. */
const titles = starter.map(({ title }) => title).filter((title) => title.length > 50);
const [first, second, third, fourth, fifth, sixth] = titles as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const textsOn = async (page: Page | Frame) => (await marksOn(page)).map((mark) => mark.text);
const expectLit = (page: Page | Frame, expected: string[]) =>
  eventually(async () => expect((await textsOn(page)).sort()).toEqual(expected.toSorted()));

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

/** What badge and popup say of the page's papers. */
async function expectCounted(page: Page, expected: string[]): Promise<void> {
  const tabId = await titlelight.tabIdOf(page);
  await eventually(async () => expect(await titlelight.badge(tabId)).toBe(String(expected.length)));
  const popup = await titlelight.openPopup(page, 'page');
  const listed = popup.getByRole('article').getByRole('heading');
  await eventually(async () =>
    expect((await listed.allInnerTexts()).map(plain).sort()).toEqual(expected.map(plain).sort()),
  );
  await popup.close();
  await page.bringToFront();
}

describe('a page of shadow trees', () => {
  const lit = [first, second, third, fourth];
  const html = shadowTrees({ light: first, outer: second, inner: third, slotted: fourth, closed: fifth });
  let page: Page;
  const call = (name: string, ...args: string[]) => page.evaluate(`${name}(...${JSON.stringify(args)})`);

  it('is lit in the open ones, one inside another, and dark in a closed one', async () => {
    page = await titlelight.open(web.serve('https://www.reddit.com/r/trees', html));
    await expectLit(page, lit);
    await idle(page);
    expect((await textsOn(page)).sort()).toEqual(lit.toSorted());
    await expectCounted(page, lit);
  });

  it('shows its marks there for the eye', async () => {
    const dark = await titlelight.open(web.serve('https://example.org/trees', html));
    const looksAlike = async (selector: string) => {
      const shots: Buffer[] = [];
      for (const shown of [dark, page]) {
        await shown.bringToFront();
        shots.push(await shown.locator(selector).screenshot());
      }
      return shots[0]?.equals(shots[1] as Buffer);
    };
    expect(await looksAlike('#other')).toBe(true);
    expect(await looksAlike('x-card')).toBe(false);
    await dark.close();
  });

  it('opens the card on a mark in the innermost one', async () => {
    await hoverMark(page, third);
    await eventually(async () => expect(await cardText(page)).toContain(third));
    await closeCard(page);
  });

  it('follows text that is rewritten in there', async () => {
    await call('rewriteInner', fifth);
    await expectLit(page, [...lit, fifth]);
    await call('rewriteInner', 'Nothing again.');
    await expectLit(page, lit);
  });

  it('stays lit when the whole tree is moved', async () => {
    await call('move');
    await expectLit(page, lit);
  });

  it('is lit in one that is attached later, though nothing else changes', async () => {
    await call('attach', sixth);
    await expectLit(page, [...lit, sixth]);
  });

  it('is lit in elements that a script defines later, by their names', async () => {
    await call('defineToggle', fifth);
    await expectLit(page, [...lit, fifth, sixth]);
  });
});

describe('a page of frames', () => {
  const ownFrame = pageOf({ title: 'Own', body: `<p>${asHtml(third)}</p>` });
  let page: Page;
  const frame = (name: string) => page.frame({ name }) as Frame;

  it('is lit in those of its own origin, with an address and without, and dark in others', async () => {
    const own = web.serve('https://arxiv.org/own-frame', ownFrame);
    const foreign = web.serve('https://huggingface.co/foreign-frame', ownFrame);
    const parts = { top: first, srcdoc: second, blank: fourth, sandboxed: fifth };
    page = await titlelight.open(web.serve('https://arxiv.org/frames', framed(parts, own, foreign)));
    await expectLit(page, [first]);
    await expectLit(frame('srcdoc'), [second]);
    await expectLit(frame('src'), [third]);
    await expectLit(frame('blank'), [fourth]);
    await idle(page);
    for (const name of ['sandboxed', 'foreign', 'unseen']) expect(await textsOn(frame(name))).toEqual([]);
  });

  it('counts the papers of all its frames, each once', async () => {
    await expectCounted(page, [first, second, third, fourth]);
    await frame('srcdoc').evaluate((title) => document.body.append(title), first);
    await expectLit(frame('srcdoc'), [first, second]);
    await expectCounted(page, [first, second, third, fourth]);
  });

  it('opens the card in the frame of the mark', async () => {
    await page.locator('[name=src]').scrollIntoViewIfNeeded();
    const box = await page.locator('[name=src]').boundingBox();
    const [mark] = await marksOn(frame('src'));
    const line = mark?.lines[0];
    if (!box || !line) throw new Error('The frame shows no mark.');
    await page.mouse.move(box.x + line.x + 20, box.y + line.y + line.height + 60);
    await page.mouse.move(box.x + line.x + 20, box.y + line.y + line.height / 2, { steps: 8 });
    await eventually(async () =>
      expect(await frame('src').locator('titlelight-card[data-open]').count()).toBe(1),
    );
    expect(await page.locator('titlelight-card').count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('counts anew when a frame is taken out', async () => {
    await page.evaluate('removeFrame("src")');
    await expectCounted(page, [first, second, fourth]);
  });

  it('is lit in a frame that gets its size later', async () => {
    await page.evaluate(() => {
      const unseen = document.querySelector<HTMLIFrameElement>('[name=unseen]');
      if (unseen) Object.assign(unseen.style, { width: '700px', height: '90px' });
    });
    await expectLit(frame('unseen'), [first]);
  });
});

it('says nothing on any console and throws nothing', () => {
  expect(titlelight.problems.filter((problem) => !/sandbox/i.test(problem))).toEqual([]);
});

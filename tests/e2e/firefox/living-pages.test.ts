import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changing } from '../../fixtures/pages/changing.ts';
import { asHtml, page as html } from '../../fixtures/pages/html.ts';
import { folded, type Part, partNames } from '../../fixtures/pages/living/folded.ts';
import { framed } from '../../fixtures/pages/living/framed.ts';
import { shadowTrees } from '../../fixtures/pages/living/shadow.ts';
import { eventually } from '../../support/eventually.ts';
import { launchFirefox, listedTitles, type TitlelightInFirefox } from '../../support/firefox/puppeteer.ts';
import { plain, readMarks } from '../../support/marks.ts';
import { type LocalWeb, startWeb } from '../../support/server.ts';
import { starter } from '../../support/starter.ts';

/** Titles as long as a sentence: each speaks for itself. */
const titles = starter.map(({ title }) => title).filter((title) => title.length > 50);
const [first, second, third, fourth, fifth] = titles as [string, string, string, string, string];

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

const textsOn = async (page: Page | Frame) =>
  (await page.evaluate(readMarks, undefined)).map((mark) => mark.text).sort();
const expectLit = (page: Page | Frame, expected: string[]) =>
  eventually(async () => expect(await textsOn(page)).toEqual(expected.toSorted()));
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('reads no page that nobody sees, and catches up when somebody does', async () => {
  const page = await titlelight.open(web.serve('https://x.com/living', changing()));
  await page.bringToFront();
  await page.evaluate(`append(${JSON.stringify(first)})`);
  await expectLit(page, [first]);
  const other = await titlelight.open(
    web.serve('https://example.org/other', html({ title: 'Other', body: '' })),
  );
  await other.bringToFront();
  await eventually(async () => expect(await page.evaluate(() => document.hidden)).toBe(true));
  await page.evaluate(`append(${JSON.stringify(second)})`);
  await pause(1_500);
  expect(await textsOn(page)).toEqual([first]);
  await page.bringToFront();
  await expectLit(page, [first, second]);
});

it('lights open shadow trees for the eye, and leaves a closed one dark', async () => {
  const trees = shadowTrees({ light: first, outer: second, inner: third, slotted: fourth, closed: fifth });
  const shots: string[] = [];
  for (const host of ['example.org', 'www.reddit.com']) {
    const page = await titlelight.open(web.serve(`https://${host}/trees`, trees));
    await page.bringToFront();
    if (host !== 'example.org') await expectLit(page, [first, second, third, fourth]);
    const paragraph = await page.waitForSelector('x-post >>> p');
    const box = await paragraph?.boundingBox();
    if (!box) throw new Error('The tree shows no paragraph.');
    // A line stands below its letters, and so below their box.
    const clip = { ...box, height: box.height + 8 };
    shots.push(await page.screenshot({ clip, encoding: 'base64' }));
  }
  expect(shots[0]).not.toBe(shots[1]);
});

it('lights frames of the page’s own origin, with an address and without, and counts them', async () => {
  const ownFrame = html({ title: 'Own', body: `<p>${asHtml(third)}</p>` });
  const own = web.serve('https://arxiv.org/own-frame', ownFrame);
  const foreign = web.serve('https://huggingface.co/foreign-frame', ownFrame);
  const parts = { top: first, srcdoc: second, blank: fourth, sandboxed: fifth };
  const address = web.serve('https://arxiv.org/frames', framed(parts, own, foreign));
  const page = await titlelight.open(address);
  await page.bringToFront();
  const inFrame = async (name: string, expected: string[]) => {
    const element = await page.waitForSelector(`[name=${name}]`);
    const frame = await element?.contentFrame();
    if (!frame) throw new Error(`There is no frame ${name}.`);
    await expectLit(frame, expected);
  };
  await expectLit(page, [first]);
  await inFrame('srcdoc', [second]);
  await inFrame('src', [third]);
  await inFrame('blank', [fourth]);
  for (const name of ['sandboxed', 'foreign']) await inFrame(name, []);
  const popup = await titlelight.openOwn(`popup.html?tab=${await titlelight.tabIdOf(address)}#page`);
  await eventually(async () =>
    expect((await listedTitles(popup)).map(plain).sort()).toEqual(
      [first, second, third, fourth].map(plain).sort(),
    ),
  );
});

it('marks parts of a page once they are rendered', async () => {
  const hidden = Object.fromEntries(partNames.map((name, at) => [name, titles[at + 2]])) as Record<
    Part,
    string
  >;
  const page = await titlelight.open(web.serve('https://arxiv.org/folded', folded(first, second, hidden)));
  await page.bringToFront();
  await expectLit(page, [first, second]);
  await pause(500);
  expect(await textsOn(page)).toEqual([first, second].toSorted());
  const shown = [first, second];
  for (const name of partNames) {
    await page.evaluate(`show(${JSON.stringify(name)})`);
    shown.push(hidden[name]);
    await expectLit(page, shown);
  }
});

it('says nothing on any console and throws nothing', () => {
  expect(titlelight.problems.filter((problem) => !/sandbox/i.test(problem))).toEqual([]);
});

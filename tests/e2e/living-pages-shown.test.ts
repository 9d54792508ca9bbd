import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { fields } from '../fixtures/pages/living/fields.ts';
import { folded, type Part, partNames } from '../fixtures/pages/living/folded.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { idle } from '../support/idle.ts';
import { marksOn, plain } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';

/** Titles as long as a sentence: each speaks for itself. */
const titles = starter.map(({ title }) => title).filter((title) => title.length > 50);
const [first, second] = titles as [string, string];

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

const texts = async (page: Page) => (await marksOn(page)).map((mark) => mark.text).sort();
const expectLit = (page: Page, expected: string[]) =>
  eventually(async () => expect(await texts(page)).toEqual(expected.toSorted()));

describe('parts of a page that are not rendered', () => {
  const hidden = Object.fromEntries(partNames.map((name, at) => [name, titles[at + 2]])) as Record<
    Part,
    string
  >;
  const address = 'https://arxiv.org/folded';
  const open = async () => {
    const page = await titlelight.open(web.serve(address, folded(first, second, hidden)));
    await expectLit(page, [first, second]);
    return page;
  };
  const show = (page: Page, name: Part) => page.evaluate(`show(${JSON.stringify(name)})`);

  it('are neither marked nor counted nor listed', async () => {
    const page = await open();
    await idle(page);
    expect(await texts(page)).toEqual([first, second].toSorted());
    const tabId = await titlelight.tabIdOf(page);
    expect(await titlelight.badge(tabId)).toBe('2');
    const popup = await titlelight.openPopup(page, 'page');
    const listed = popup.getByRole('article').getByRole('heading');
    await eventually(async () =>
      expect((await listed.allInnerTexts()).map(plain).sort()).toEqual([first, second].map(plain).sort()),
    );
  });

  for (const name of partNames) {
    it(`are once they are shown: ${name}`, async () => {
      const page = await open();
      await show(page, name);
      await expectLit(page, [first, second, hidden[name]]);
      const tabId = await titlelight.tabIdOf(page);
      await eventually(async () => expect(await titlelight.badge(tabId)).toBe('3'));
      await page.close();
    });
  }

  it('are no longer once they are folded away again', async () => {
    const page = await open();
    for (let round = 0; round < 3; round += 1) {
      await show(page, 'menu');
      await expectLit(page, [first, second, hidden.menu]);
      await page.evaluate('fold("menu")');
      await expectLit(page, [first, second]);
    }
  });

  it('stay marked when they have been seen and were scrolled away', async () => {
    const page = await open();
    await show(page, 'farBelow');
    await expectLit(page, [first, second, hidden.farBelow]);
    await page.evaluate(() => scrollTo(0, 0));
    await idle(page);
    expect(await texts(page)).toEqual([first, second, hidden.farBelow].toSorted());
  });
});

describe('places to write in', () => {
  it('are left alone, also where they become such later', async () => {
    const page = await titlelight.open(web.serve('https://arxiv.org/fields', fields(first)));
    await expectLit(page, [first]);
    await idle(page);
    expect(await texts(page)).toEqual([first]);
    for (const kind of ['edit', 'asTextbox']) {
      await page.evaluate(`${kind}(true)`);
      await expectLit(page, []);
      await page.evaluate(() => document.getElementById('note')?.append(' And more.'));
      await idle(page);
      expect(await texts(page)).toEqual([]);
      await page.evaluate(`${kind}(false)`);
      await expectLit(page, [first]);
    }
  });
});

describe('on paper', () => {
  const html = pageOf({ title: 'Paper', body: `<p>${asHtml(first)}</p>` });

  it('nothing of it is printed', async () => {
    const dark = await titlelight.open(web.serve('https://example.org/paper', html));
    const lit = await titlelight.open(web.serve('https://arxiv.org/paper', html));
    await expectLit(lit, [first]);
    const looksAlike = async (media: 'screen' | 'print') => {
      const shots: Buffer[] = [];
      for (const page of [dark, lit]) {
        await page.bringToFront();
        await page.emulateMedia({ media });
        shots.push(await page.screenshot());
      }
      return shots[0]?.equals(shots[1] as Buffer);
    };
    expect(await looksAlike('screen')).toBe(false);
    expect(await looksAlike('print')).toBe(true);
  });
});

it('says nothing on any console and throws nothing', () => {
  expect(titlelight.problems).toEqual([]);
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changing } from '../fixtures/pages/changing.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { idle } from '../support/idle.ts';
import { marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter, starterPaper } from '../support/starter.ts';

describe('a page that changes', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let page: Page;
  const { title } = starterPaper('2308.16898');

  const expectLit = (titles: string[]) =>
    eventually(async () => expect((await marksOn(page)).map((mark) => mark.text)).toEqual(titles));
  /** Calls one of the page's own functions. */
  const call = (name: string, ...args: string[]) => page.evaluate(`${name}(...${JSON.stringify(args)})`);

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    web.serve('https://x.com/', changing());
  });
  beforeEach(async () => {
    page = await titlelight.open('https://x.com/');
    await idle(page);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('is lit where an item is appended', async () => {
    await expectLit([]);
    await call('append', title);
    await expectLit([title]);
  });

  it('is lit where the text of a node becomes a title, and dark again where it stops being one', async () => {
    await call('rewrite', title);
    await expectLit([title]);
    await call('rewrite', 'Something else entirely.');
    await expectLit([]);
  });

  it('is dark again where the item is taken out', async () => {
    await call('append', title);
    await expectLit([title]);
    await call('empty');
    await expectLit([]);
  });

  it('follows a navigation without a load', async () => {
    await call('append', starterPaper('2310.14189').title);
    await expectLit([starterPaper('2310.14189').title]);
    await call('navigate', title);
    await expectLit([title]);
  });

  it('keeps up with a thousand items at once', async () => {
    await page.evaluate(
      (titles) => {
        const append = (window as unknown as { append(title: string): void }).append;
        for (let at = 0; at < 1_000; at += 1) append(titles[at % titles.length] ?? '');
      },
      starter.map((entry) => entry.title),
    );
    await eventually(async () => expect(await marksOn(page)).toHaveLength(1_000));
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changing } from '../fixtures/pages/changing.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { idle } from '../support/idle.ts';
import { marksOn } from '../support/marks.ts';
import { memoryOf } from '../support/page-memory.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';

const titles = starter.map(({ title }) => title).filter((title) => title.length > 50);

describe('a page that comes and goes', () => {
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

  /** Fills the feed with titles in elements of that name, waits until they are lit, and empties it again. */
  async function round(page: Page, name: string): Promise<void> {
    await page.evaluate(
      ({ titles, name }) => {
        const feed = document.getElementById('feed') as HTMLElement;
        for (const title of titles)
          feed.append(Object.assign(document.createElement(name), { textContent: title }));
      },
      { titles, name },
    );
    await eventually(async () => expect(await marksOn(page)).toHaveLength(titles.length));
    await page.evaluate('empty()');
    await eventually(async () => expect(await marksOn(page)).toHaveLength(0));
    await idle(page);
  }

  it.each([
    ['lines', 'li'],
    ['elements that nobody has defined', 'x-post'],
  ])('has none of its %s held once they are gone', async (_which, name) => {
    const page = await titlelight.open(web.serve('https://x.com/memory', changing()));
    await round(page, name);
    const before = (await memoryOf(page)).nodes;
    for (let time = 0; time < 3; time += 1) await round(page, name);
    // Each round brought two nodes for every title; a few may still be on their way.
    await eventually(async () =>
      expect((await memoryOf(page)).nodes - before).toBeLessThan(titles.length / 2),
    );
  });
});

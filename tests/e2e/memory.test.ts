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

  /** Fills the feed with titles, waits until they are lit, and empties it again. */
  async function round(page: Page): Promise<void> {
    await page.evaluate((titles) => {
      const { append } = window as unknown as Record<string, (title: string) => void>;
      for (const title of titles) append?.(title);
    }, titles);
    await eventually(async () => expect(await marksOn(page)).toHaveLength(titles.length));
    await page.evaluate('empty()');
    await eventually(async () => expect(await marksOn(page)).toHaveLength(0));
    await idle(page);
  }

  it('has none of its nodes held once they are gone', async () => {
    const page = await titlelight.open(web.serve('https://x.com/memory', changing()));
    await round(page);
    const before = (await memoryOf(page)).nodes;
    for (let time = 0; time < 3; time += 1) await round(page);
    // Each round brought two nodes for every title; a few may still be on their way.
    expect((await memoryOf(page)).nodes - before).toBeLessThan(titles.length / 2);
  });
});

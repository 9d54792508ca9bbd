import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortened, shownAddresses } from '../fixtures/pages/shortened.ts';
import { cardFacts, closeCard } from '../support/card.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { expectPapersLit } from '../support/lit.ts';
import { hoverMark, marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';

describe('addresses that are shown in part, or lead elsewhere', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let page: Page;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    page = await titlelight.open(web.serve('https://x.com/addresses', shortened()));
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('light up where they can mean one paper alone', async () => {
    await expectPapersLit(page);
  });

  it('light up as a whole, with the parts of them that are kept out of sight', async () => {
    const texts = (await marksOn(page)).map((mark) => mark.text);
    expect(texts).toEqual(expect.arrayContaining(shownAddresses));
  });

  it('say on the card what they are', async () => {
    for (const [address, reason] of [
      ['https://arxiv.org/abs/2310.14189v2', 'id'],
      ['https://github.com/BorealisAI/ConR', 'code'],
      ['https://aigc3d.github.io/VideoMV/', 'project'],
    ] as const) {
      await hoverMark(page, address);
      expect((await cardFacts(page)).reason).toContain(reason);
      await closeCard(page);
    }
  });

  it('say nothing on any console and throw nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

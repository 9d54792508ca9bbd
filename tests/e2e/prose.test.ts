import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prose } from '../fixtures/pages/prose.ts';
import { dressed, dresses } from '../fixtures/pages/variants.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { expectTitlesLit } from '../support/lit.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';

describe('titles as people write them', () => {
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

  it('lights every title in the middle of a sentence', async () => {
    const page = await titlelight.open(web.serve('https://www.lesswrong.com/posts/notes', prose(starter)));
    await expectTitlesLit(page, starter);
  });

  for (const [name, dress] of Object.entries(dresses)) {
    it(`lights every title with ${name}`, async () => {
      const page = await titlelight.open(web.serve('https://lobste.rs/s/list', dressed(starter, dress)));
      await expectTitlesLit(page, starter);
      await page.close();
    });
  }

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifiers } from '../fixtures/pages/identifiers.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { expectPapersLit } from '../support/lit.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';

describe('links and numbers that mean a paper', () => {
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

  it('lights each of them, and no neighbour', async () => {
    const page = await titlelight.open(web.serve('https://news.ycombinator.com/item?id=1', identifiers()));
    await expectPapersLit(page);
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

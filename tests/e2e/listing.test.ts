import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arxivListing } from '../fixtures/pages/arxiv-listing.ts';
import { timeline } from '../fixtures/pages/timeline.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { idle } from '../support/idle.ts';
import { expectTitlesLit } from '../support/lit.ts';
import { marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';

/** As strict as pages come: no script, no style, no string may become code. */
const strictPolicy = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; require-trusted-types-for 'script'",
};

describe('a page that lists every paper of the starter digest', () => {
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

  it('knows 83 papers', () => {
    expect(starter).toHaveLength(83);
  });

  it('lights all of them and nothing else in the listing markup of arxiv.org', async () => {
    const page = await titlelight.open(
      web.serve('https://arxiv.org/list/cs.LG/recent', arxivListing(starter)),
    );
    await expectTitlesLit(page, starter);
  });

  it('lights all of them on x.com, where titles fall apart into spans, under a strict policy', async () => {
    const page = await titlelight.open(web.serve('https://x.com/home', timeline(starter), strictPolicy));
    await expectTitlesLit(page, starter);
  });

  it('leaves a site alone that it was given no access to', async () => {
    const page = await titlelight.open(web.serve('https://example.org/list', arxivListing(starter)));
    await idle(page);
    expect(await marksOn(page)).toEqual([]);
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

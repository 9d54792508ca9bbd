import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { innerWord, setAs, settings } from '../fixtures/pages/sites.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { expectPapersLit } from '../support/lit.ts';
import { marksOn, plain } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';

/** Titles that no tolerance for slips would find with their longest inner word read twice. */
const entries = starter
  .filter(({ title }) => title.length < 70 && innerWord(title).word.length >= 9)
  .slice(0, 8);

describe('titles as sites and renderers set them', () => {
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

  it('are enough to tell', () => {
    expect(entries).toHaveLength(8);
  });

  for (const [name, setting] of Object.entries(settings)) {
    it(`are lit from end to end: ${name}`, async () => {
      const page = await titlelight.open(web.serve('https://lobste.rs/s/sites', setAs(setting, entries)));
      await expectPapersLit(page);
      await eventually(async () => {
        const marks = await marksOn(page);
        for (const { id, title } of entries) {
          const text = plain(marks.find(({ paper }) => paper === id)?.text ?? '');
          // Behind its first word and before its last a mark may run over an unseen copy of the maths.
          expect(text.slice(0, 4)).toBe(plain(title).slice(0, 4));
          expect(text.slice(-4)).toBe(plain(title).slice(-4));
        }
      });
      await page.close();
    });
  }

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

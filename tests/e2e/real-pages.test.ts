import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasShared, type SavedPage, savedPages, shared } from '../support/archive.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { chooseFile, importReport } from '../support/flows.ts';
import { idle } from '../support/idle.ts';
import { type Mark, marksOn, plain } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';

/** Real saved pages that lie beside the project on some machines. Extra: the project's own fixtures say the same. */
describe.runIf(hasShared)('real pages, with 40,000 papers known', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  const pages = hasShared ? savedPages() : [];
  const withPapers = pages.filter(({ certain }) => certain.length > 0);
  const without = pages.filter(({ titles }) => titles.length === 0);

  const open = async ({ address, html }: SavedPage) => {
    const page = await titlelight.open();
    await page.goto(web.serve(address, html), { waitUntil: 'domcontentloaded' });
    return page;
  };

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    const options = await titlelight.open(titlelight.address('options.html'));
    await chooseFile(options, `${shared}archive-40k.jsonl.gz`);
    await importReport(options, 400_000);
    await options.close();
  }, 420_000);
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('finds labelled titles to look for', () => {
    expect(withPapers.length).toBeGreaterThan(9);
    expect(without.length).toBeGreaterThan(100);
  });

  for (const saved of withPapers) {
    it(`lights all ${saved.certain.length} on ${saved.file}`, async () => {
      const page = await open(saved);
      await eventually(async () => expect(unlit(saved, await marksOn(page))).toEqual([]), 10_000);
      await page.close();
    });
  }

  it('leaves pages dark that name no paper of the archive, and seldom wakes the worker for one', {
    timeout: 600_000,
  }, async () => {
    const lit: { file: string; marks: string[] }[] = [];
    const woken: string[] = [];
    for (const saved of without) {
      await titlelight.killWorker();
      const page = await open(saved);
      await idle(page);
      if (await titlelight.workerRuns()) {
        woken.push(saved.file);
        await idle(page);
      }
      const marks = (await marksOn(page)).map((mark) => mark.text);
      if (marks.length > 0) lit.push({ file: saved.file, marks });
      await page.close();
    }
    console.log(`The worker was woken for ${woken.length} of ${without.length} pages:\n${woken.join('\n')}`);
    expect(lit).toEqual([]);
    // Text about the same subjects shares a run of 20 letters with some title of 40,000 now and then.
    expect(woken.length / without.length).toBeLessThan(0.2);
  });
});

/** Certain titles that no mark covers, neither the title's own words nor a link to the paper. */
function unlit({ certain }: SavedPage, marks: Mark[]): string[] {
  return certain
    .filter(({ title, ids }) => {
      const byTitle = marks.some(({ text }) => plain(text).includes(plain(title)));
      const byLink = marks.some(({ text, href }) =>
        ids.some((id) => href?.includes(id) || text.includes(id)),
      );
      return !byTitle && !byLink;
    })
    .map(({ title }) => title);
}

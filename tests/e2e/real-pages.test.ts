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
  const withPapers = pages.filter(({ titles }) => titles.length > 0);
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
    expect(withPapers.length).toBeGreaterThan(10);
    expect(without.length).toBeGreaterThan(100);
  });

  for (const saved of withPapers) {
    it(`lights all ${saved.titles.length} on ${saved.file}`, async () => {
      const page = await open(saved);
      await eventually(async () => expect(unlit(saved, await marksOn(page))).toEqual([]), 10_000);
      await page.close();
    });
  }

  it('leaves pages dark that name no paper of the archive, and does not wake the worker', {
    timeout: 600_000,
  }, async () => {
    const found: { file: string; worker: boolean; marks: string[] }[] = [];
    for (const saved of without) {
      await titlelight.killWorker();
      const page = await open(saved);
      await idle(page);
      const worker = await titlelight.workerRuns();
      if (worker) await idle(page);
      const marks = (await marksOn(page)).map((mark) => mark.text);
      if (worker || marks.length > 0) found.push({ file: saved.file, worker, marks });
      await page.close();
    }
    console.table(found);
    expect(found).toEqual([]);
  });
});

/** Labelled titles that no mark covers, neither the title's own words nor a link to the paper. */
function unlit({ titles }: SavedPage, marks: Mark[]): string[] {
  return titles
    .filter(({ title, ids }) => {
      const byTitle = marks.some(({ text }) => plain(text).includes(plain(title)));
      const byLink = marks.some(({ text, href }) =>
        ids.some((id) => href?.includes(id) || text.includes(id)),
      );
      return !byTitle && !byLink;
    })
    .map(({ title }) => title);
}

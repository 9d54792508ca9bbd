import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiDay, gzipped, jsonLines, madeUp, pageText, short } from '../fixtures/digests.ts';
import { asHtml, page as html } from '../fixtures/pages/html.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { importFile } from '../support/flows.ts';
import { idle } from '../support/idle.ts';
import { marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';

const titles = madeUp.map(({ title }) => title);

describe('importing a digest file', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;

  /** Titles found by the popup's search. */
  const known = async (query: string) => {
    const popup = await titlelight.openPopup();
    await popup.getByRole('searchbox').fill(query);
    const rows = popup.getByRole('article');
    await idle(popup);
    const found = await rows.getByRole('heading').allInnerTexts();
    await popup.close();
    return found;
  };

  beforeAll(async () => {
    web = await startWeb();
  });
  beforeEach(async () => {
    titlelight = await launch({ web });
  });
  afterEach(async () => {
    expect(titlelight.problems).toEqual([]);
    await titlelight.close();
  });
  afterAll(() => web?.close());

  for (const [name, content] of Object.entries({
    'page.txt': pageText(),
    'papers.jsonl': jsonLines(),
    'day.json': apiDay(),
    'page.txt.gz': gzipped(pageText()),
    'papers.jsonl.gz': gzipped(jsonLines()),
    'day.json.gz': gzipped(apiDay()),
  })) {
    it(`takes ${name}, and lights its papers from then on`, async () => {
      const body = titles.map((title) => `<p>${asHtml(title)}</p>`).join('');
      const page = await titlelight.open(web.serve('https://arxiv.org/new', html({ title: 'New', body })));
      await idle(page);
      expect(await marksOn(page)).toEqual([]);

      expect(await importFile(titlelight, name, content)).toMatch(/\b3 papers imported/);
      await eventually(async () => expect((await marksOn(page)).map((mark) => mark.text)).toEqual(titles));
      expect(await known('reading lamp')).toContain(titles[1]);
    });
  }

  it('counts and names what it skips', async () => {
    const damaged = JSON.stringify({ id: '2999.10009', authors: ['A. Author'] });
    const report = await importFile(titlelight, 'papers.jsonl', `${damaged}\n${jsonLines()}`);
    expect(report).toMatch(/\b3 papers imported/);
    expect(report).toMatch(/\b1 skipped/);
  });

  it('refuses what is no digest with a sentence that names the line, and keeps what it has', async () => {
    const report = await importFile(titlelight, 'shopping.jsonl', 'milk\nbread\ntwo lamps\n');
    expect(report).not.toMatch(/imported/);
    expect(report).toMatch(/\bline 1\b/i);
    expect(await known('consistency trajectory')).toHaveLength(2);
  });

  it('lights a short title where it stands alone and not in a sentence', async () => {
    expect(await importFile(titlelight, 'short.jsonl', jsonLines([short]))).toMatch(/\b1 papers? imported/);
    const body = `<h2>${short.title}</h2><p>They were quiet lamps, the quiet lamps of an evening in May.</p>`;
    const page = await titlelight.open(web.serve('https://arxiv.org/short', html({ title: 'Short', body })));
    await eventually(async () =>
      expect((await marksOn(page)).map((mark) => mark.text)).toEqual([short.title]),
    );
    await idle(page);
    expect(await marksOn(page)).toHaveLength(1);
  });

  it('comes to its end with the worker killed again and again', async () => {
    const count = 4_000;
    const lines = Array.from({ length: count }, (_, at) =>
      JSON.stringify({
        id: `2998.${String(at).padStart(5, '0')}`,
        title: `Number ${at} of a long row of lamps at night`,
      }),
    );
    const imported = importFile(titlelight, 'many.jsonl', lines.join('\n'));
    for (let kill = 0; kill < 4; kill += 1) await titlelight.killWorker();
    expect(await imported).toMatch(/\b4,?000 papers imported/);
    const title = 'Number 3999 of a long row of lamps at night';
    const page = await titlelight.open(
      web.serve('https://arxiv.org/row', html({ title: 'Row', body: `<p>${title}</p>` })),
    );
    await eventually(async () => expect((await marksOn(page)).map((mark) => mark.text)).toEqual([title]));
  });

  it('adds nothing twice', async () => {
    expect(await importFile(titlelight, 'papers.jsonl', jsonLines())).toMatch(/\b3 papers imported/);
    expect(await importFile(titlelight, 'again.txt', pageText())).toMatch(/\b3 papers imported/);
    expect(await known('moths around')).toEqual([titles[1]]);
  });
});

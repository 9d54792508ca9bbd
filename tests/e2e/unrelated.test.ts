import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unrelated } from '../fixtures/pages/unrelated.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { idle } from '../support/idle.ts';
import { marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starterPaper } from '../support/starter.ts';

describe('a page with no paper on it', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  const { title } = starterPaper('2309.06651');

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    web.serve('https://arxiv.org/diary', unrelated());
    web.serve(
      'https://arxiv.org/diary-with-a-paper',
      unrelated().replace('</body>', `<p>${title}</p></body>`),
    );
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('stays dark and does not wake the worker', async () => {
    await titlelight.killWorker();
    const page = await titlelight.open('https://arxiv.org/diary');
    await idle(page);
    expect(await marksOn(page)).toEqual([]);
    expect(await titlelight.workerRuns()).toBe(false);
  });

  it('wakes the worker within the same patience once a title is added', async () => {
    await titlelight.killWorker();
    const page = await titlelight.open('https://arxiv.org/diary-with-a-paper');
    await idle(page);
    expect(await titlelight.workerRuns()).toBe(true);
    await eventually(async () => expect((await marksOn(page)).map((mark) => mark.text)).toEqual([title]));
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayLength } from '../../lib/digest/sync/calendar.ts';
import type { Failure } from '../../lib/digest/sync/state.ts';
import type { Fault } from '../support/api/faults.ts';
import { inventedPaper } from '../support/api/paper.ts';
import { type Api, startApi } from '../support/api/start.ts';
import { now } from '../support/clock.ts';
import { type Copy, openCopy } from '../support/copy.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { hurried } from '../support/hurry.ts';
import { marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { dayBefore, expectHonest, expectWhole } from '../support/whole.ts';

describe('syncing', () => {
  let web: LocalWeb;
  let api: Api;
  let titlelight: Titlelight;
  let copy: Copy;

  /** Waits until the popup lists just these titles under Today, and says `last` in its last line. */
  async function expectToday(titles: string[], last = /^Updated/): Promise<void> {
    const popup = await titlelight.openPopup();
    await popup.getByRole('tab', { name: /^Today/ }).click();
    await eventually(async () =>
      expect(await popup.getByRole('article').getByRole('heading').allInnerTexts()).toEqual(titles),
    );
    expect(await popup.locator('time').first().getAttribute('datetime')).toBe(dayBefore(0));
    await popup.locator('footer').getByText(last).waitFor();
    await popup.close();
  }

  const titlesOf = (age: number) => api.day(dayBefore(age)).papers.map(({ title }) => title);

  beforeAll(async () => {
    web = await startWeb();
    api = startApi(web, { invented: { from: dayBefore(40), to: dayBefore(0), perDay: 4 } });
    api.clock = now;
    // One that takes two pages.
    api
      .day(dayBefore(5))
      .set(Array.from({ length: 104 }, (_, at) => inventedPaper(60_000 + at, dayBefore(5))));
    // Also where the test is run on a weekend.
    if (titlesOf(0).length === 0) api.day(dayBefore(0)).add();
    titlelight = await launch({ web, pinned: true, first: [hurried()] });
    copy = await openCopy(titlelight);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it("brings today's digest to an empty profile at once", async () => {
    const state = await copy.sync();
    expect(state.lastFailure).toBeUndefined();
    expect(now() - (state.lastSuccess ?? 0)).toBeLessThan(60_000);
    await expectToday(titlesOf(0));
    await expectWhole(copy, api, 30);
  });

  it('asks the digest and nobody else', () => {
    expect(web.requests.length).toBeGreaterThan(14);
    expect(
      web.requests.filter((one) => !one.startsWith('GET https://huggingface.co/api/daily_papers?')),
    ).toEqual([]);
  });

  it('marks the new papers where they stand', async () => {
    const papers =
      api.day(dayBefore(1)).papers.length > 0 ? api.day(dayBefore(1)).papers : api.day(dayBefore(0)).papers;
    const list = papers.map(({ title }) => `<li>${title}</li>`).join('');
    const page = await titlelight.open(web.serve('https://arxiv.org/new', `<!doctype html><ul>${list}</ul>`));
    await eventually(async () =>
      expect((await marksOn(page)).map(({ text }) => text)).toEqual(papers.map(({ title }) => title)),
    );
    await page.close();
  });

  it('costs two small questions when nothing is new', async () => {
    web.requests.length = 0;
    await copy.sync();
    expect(web.requests.map((one) => new URL(one.replace('GET ', '')).searchParams.get('date'))).toEqual([
      dayBefore(0),
      dayBefore(1),
    ]);
  });

  it('sees papers that came, went, were renamed and lost what was said of them', async () => {
    api.day(dayBefore(0)).add();
    api.day(dayBefore(2)).add();
    const list = api.day(dayBefore(2));
    const [first, second] = list.papers;
    list.change(first?.id ?? '', {
      title: 'Humble Ladders, Renamed and Repainted in the Cellar of Models',
      authors: ['B. Author'],
      keywords: undefined,
      repository: undefined,
      projectPage: undefined,
      tldr: undefined,
    });
    list.remove(second?.id ?? '');
    await copy.age(dayLength);
    await copy.sync();
    await expectWhole(copy, api, 30);
    await expectToday(titlesOf(0));
  });

  const faults: [Fault, Failure['kind'] | undefined][] = [
    [{ kind: 'too-many', retryAfter: 1 }, 'wait'],
    [{ kind: 'status', status: 500 }, 'server'],
    [{ kind: 'status', status: 404 }, 'server'],
    [{ kind: 'hang' }, 'timeout'],
    [{ kind: 'drip' }, 'timeout'],
    [{ kind: 'break' }, 'unreachable'],
    [{ kind: 'truncated' }, 'nonsense'],
    [{ kind: 'other-text', text: '<!doctype html><title>Welcome to our network</title>' }, 'nonsense'],
    [{ kind: 'other-text', text: '{"error": "none"}' }, 'nonsense'],
    [{ kind: 'other-day' }, 'nonsense'],
    [{ kind: 'wrong-types' }, undefined],
    [{ kind: 'unknown-fields' }, undefined],
    [{ kind: 'empty' }, undefined],
    [{ kind: 'shift' }, 'nonsense'],
    [{ kind: 'lost-paper' }, undefined],
  ];

  it.each(faults)('outlives %o', async (fault, failure) => {
    await copy.age(dayLength);
    for (const age of [0, 1, 5]) api.day(dayBefore(age)).add();
    api.misbehave(fault);
    const state = await copy.sync();
    api.behave();
    if (failure) {
      expect(state.lastFailure).toMatchObject({ source: 'hugging-face', failure: { kind: failure } });
      expect(state.lastFailure?.at).toBeGreaterThan(state.lastSuccess ?? 0);
    } else expect(state.lastSuccess).toBeGreaterThan(state.lastFailure?.at ?? 0);
    await expectHonest(copy, api);

    await copy.age(dayLength);
    await eventually(async () =>
      expect((await copy.sync()).lastSuccess).toBeGreaterThan(state.lastSuccess ?? 0),
    );
    await expectWhole(copy, api, 30);
  });

  it('heals a copy that was made under a clock that was ahead', async () => {
    api.day(dayBefore(3)).add();
    await copy.age(-3 * dayLength);
    await copy.sync();
    await expectWhole(copy, api, 30);
  });

  it('goes on where the worker was stopped', async () => {
    await copy.age(dayLength);
    for (const age of [0, 1, 5, 9]) api.day(dayBefore(age)).add();
    web.requests.length = 0;
    await copy.order('sync/now');
    await eventually(() => expect(web.requests.length).toBeGreaterThan(3));
    await titlelight.killWorker();
    await expectHonest(copy, api);
    expect((await copy.state()).running).toBeDefined();
    await copy.sync();
    await expectWhole(copy, api, 30);
  });

  it('says when the server cannot be reached or there is no network, and shows the last copy, dated', async () => {
    await web.close();
    const { lastFailure } = await copy.sync();
    expect(lastFailure?.failure).toEqual({ kind: 'unreachable' });
    await expectToday(titlesOf(0), /^Hugging Face could not be reached\. Your copy is 1 minute old\./);
    await titlelight.goOffline();
    expect((await copy.sync()).lastFailure?.failure).toEqual({ kind: 'offline' });
    await expectToday(titlesOf(0), /^You are offline\. Your copy is \d minutes? old\.$/);
  });
});

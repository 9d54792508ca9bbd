import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayLength } from '../../lib/digest/sync/calendar.ts';
import type { Failure } from '../../lib/digest/sync/state.ts';
import type { Fault } from '../support/api/faults.ts';
import { type Api, startApi } from '../support/api/start.ts';
import { type Copy, openCopy } from '../support/copy.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { hurry } from '../support/hurry.ts';
import { marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';

const day = (age: number) => new Date(Date.now() - age * dayLength).toISOString().slice(0, 10);
const numbers = (papers: readonly { id: string }[]) => papers.map(({ id }) => id);

describe('syncing', () => {
  let web: LocalWeb;
  let api: Api;
  let titlelight: Titlelight;
  let copy: Copy;

  /** Waits until the popup lists just these titles under Today. */
  async function expectToday(titles: string[]): Promise<void> {
    const popup = await titlelight.openPopup();
    await popup.getByRole('tab', { name: /^Today/ }).click();
    await eventually(async () =>
      expect(await popup.getByRole('article').getByRole('heading').allInnerTexts()).toEqual(titles),
    );
    expect(await popup.locator('time').first().getAttribute('datetime')).toBe(day(0));
    await popup.close();
  }

  const titlesOf = (age: number) => api.day(day(age)).papers.map(({ title }) => title);

  /** Every day is as the server has it. */
  async function expectWhole(ages = 30): Promise<void> {
    const stored = await copy.days();
    for (let age = 0; age < ages; age++)
      expect([day(age), stored.get(day(age))]).toEqual([day(age), numbers(api.day(day(age)).papers)]);
  }

  /** Every day is as the server once had it. */
  async function expectHonest(): Promise<void> {
    // Looked for on either side: the worker goes on in between.
    const before = await copy.flawed();
    const stored = await copy.days();
    const flawed = new Set([...before, ...(await copy.flawed())]);
    for (const [day, papers] of stored) {
      const versions = api.versionsOf(day).map(numbers);
      if (flawed.has(day)) expect(new Set(versions.flat())).toEqual(new Set([...versions.flat(), ...papers]));
      else expect(versions, day).toContainEqual(papers);
    }
  }

  beforeAll(async () => {
    web = await startWeb();
    api = startApi(web, { invented: { from: day(40), to: day(0), perDay: 4 } });
    // Also where the test is run on a weekend.
    if (titlesOf(0).length === 0) api.day(day(0)).add();
    titlelight = await launch({ web });
    hurry(titlelight.context);
    copy = await openCopy(titlelight);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it("brings today's digest to an empty profile at once", async () => {
    const state = await copy.sync();
    expect(state.lastFailure).toBeUndefined();
    expect(Date.now() - (state.lastSuccess ?? 0)).toBeLessThan(60_000);
    await expectToday(titlesOf(0));
    await expectWhole();
  });

  it('asks the digest and nobody else', () => {
    expect(web.requests.length).toBeGreaterThan(14);
    expect(
      web.requests.filter((one) => !one.startsWith('GET https://huggingface.co/api/daily_papers?')),
    ).toEqual([]);
  });

  it('marks the new papers where they stand', async () => {
    const papers = api.day(day(1)).papers.length > 0 ? api.day(day(1)).papers : api.day(day(0)).papers;
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
      day(0),
      day(1),
    ]);
  });

  it('sees papers that came, went, were renamed and rose', async () => {
    api.day(day(0)).add();
    api.day(day(2)).add();
    const [first, second] = api.day(day(2)).papers;
    api.day(day(2)).rename(first?.id ?? '', 'Humble Ladders, Renamed and Repainted in the Cellar of Models');
    api.day(day(2)).remove(second?.id ?? '');
    await copy.age(dayLength);
    await copy.sync();
    await expectWhole();
    await expectToday(titlesOf(0));
  });

  const faults: [Fault, Failure['kind'] | undefined][] = [
    [{ kind: 'too-many', retryAfter: 1 }, 'wait'],
    [{ kind: 'status', status: 500 }, 'server'],
    [{ kind: 'status', status: 404 }, 'server'],
    [{ kind: 'hang' }, 'timeout'],
    [{ kind: 'drip' }, 'timeout'],
    [{ kind: 'break' }, 'offline'],
    [{ kind: 'truncated' }, 'nonsense'],
    [{ kind: 'other-text', text: '<!doctype html><title>Welcome to our network</title>' }, 'nonsense'],
    [{ kind: 'other-text', text: '{"error": "none"}' }, 'nonsense'],
    [{ kind: 'wrong-types' }, undefined],
    [{ kind: 'unknown-fields' }, undefined],
    [{ kind: 'empty' }, undefined],
    [{ kind: 'shift' }, undefined],
    [{ kind: 'lost-paper' }, undefined],
  ];

  it.each(faults)('outlives %o', async (fault, failure) => {
    await copy.age(dayLength);
    for (const age of [0, 1, 5]) api.day(day(age)).add();
    api.misbehave(fault);
    const state = await copy.sync();
    api.behave();
    if (failure) {
      expect(state.lastFailure).toMatchObject({ source: 'hugging-face', failure: { kind: failure } });
      expect(state.lastFailure?.at).toBeGreaterThan(state.lastSuccess ?? 0);
    } else expect(state.lastSuccess).toBeGreaterThan(state.lastFailure?.at ?? 0);
    await expectHonest();

    await copy.age(dayLength);
    await eventually(async () =>
      expect((await copy.sync()).lastSuccess).toBeGreaterThan(state.lastSuccess ?? 0),
    );
    await expectWhole();
  });

  it('heals a copy that was made under a clock that was ahead', async () => {
    api.day(day(3)).add();
    await copy.age(-3 * dayLength);
    await copy.sync();
    await expectWhole();
  });

  it('goes on where the worker was stopped', async () => {
    await copy.age(dayLength);
    for (const age of [0, 1, 5, 9]) api.day(day(age)).add();
    web.requests.length = 0;
    await copy.order('sync/now');
    await eventually(() => expect(web.requests.length).toBeGreaterThan(3));
    await titlelight.killWorker();
    await expectHonest();
    expect((await copy.state()).running).toBeDefined();
    await copy.sync();
    await expectWhole();
  });

  it('says when it is offline, and shows the last copy with its day', async () => {
    await web.close();
    const { lastFailure } = await copy.sync();
    expect(lastFailure?.failure).toEqual({ kind: 'offline' });
    await expectToday(titlesOf(0));
  });
});

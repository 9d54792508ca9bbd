import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayLength } from '../../lib/digest/sync/calendar.ts';
import { pick, seededRandom } from '../bench/random.ts';
import type { Fault } from '../support/api/faults.ts';
import { type Api, startApi } from '../support/api/start.ts';
import { type Copy, openCopy } from '../support/copy.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { hurry } from '../support/hurry.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';

const steps = 500;
const day = (age: number) => new Date(Date.now() - age * dayLength).toISOString().slice(0, 10);
const numbers = (papers: readonly { id: string }[]) => papers.map(({ id }) => id);

const faults: Fault[] = [
  { kind: 'too-many', retryAfter: 1 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 400 },
  { kind: 'hang' },
  { kind: 'drip' },
  { kind: 'break' },
  { kind: 'truncated' },
  { kind: 'other-text', text: '<!doctype html>' },
  { kind: 'other-text', text: '{}' },
  { kind: 'wrong-types' },
  { kind: 'unknown-fields' },
  { kind: 'empty' },
  { kind: 'shift' },
  { kind: 'lost-paper' },
];

describe('a storm', () => {
  let web: LocalWeb;
  let api: Api;
  let titlelight: Titlelight;
  let copy: Copy;

  beforeAll(async () => {
    web = await startWeb();
    api = startApi(web, { invented: { from: day(40), to: day(0), perDay: 2 } });
    titlelight = await launch({ web });
    hurry(titlelight.context);
    copy = await openCopy(titlelight);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  async function expectHonest(step: number): Promise<void> {
    // Looked for on either side: the worker goes on in between.
    const before = await copy.flawed();
    const stored = await copy.days();
    const flawed = new Set([...before, ...(await copy.flawed())]);
    for (const [day, papers] of stored) {
      const versions = api.versionsOf(day).map(numbers);
      if (flawed.has(day)) expect(new Set(versions.flat())).toEqual(new Set([...versions.flat(), ...papers]));
      else expect(versions, `step ${step}, ${day}`).toContainEqual(papers);
    }
  }

  async function expectWhole(days: number): Promise<void> {
    const stored = await copy.days();
    for (let age = 0; age < days; age++)
      expect([day(age), stored.get(day(age))]).toEqual([day(age), numbers(api.day(day(age)).papers)]);
    expect([...stored.keys()].sort().at(0)).toBe(day(days - 1));
  }

  it(`of ${steps} steps leaves the copy whole and the shelf alone`, async () => {
    await copy.save(`arxiv:${starter[0]?.id}`, `arxiv:${starter[1]?.id}`);
    const shelf = await copy.shelf();
    expect(shelf).toContain(starter[0]?.id);
    const draw = seededRandom(4);
    const change: (() => unknown)[] = [
      () => api.day(day(pick([0, 0, 1, 2, 6], draw))).add(),
      () => {
        const list = api.day(day(pick([0, 1, 3], draw)));
        const [first] = list.papers;
        if (first) list.remove(first.id);
      },
      () => {
        const list = api.day(day(pick([0, 1, 9], draw)));
        for (const { id } of list.papers.slice(0, 1)) list.vote(id, Math.floor(draw() * 500));
      },
      () => copy.age(pick([1, 1, 1, -1], draw) * Math.floor(draw() * dayLength)),
      () => {
        const off = pick([0, 1, -1], draw) * Math.floor(draw() * dayLength);
        api.clock = () => Date.now() + off;
      },
      () => copy.choose({ keep: pick(['30-days', '30-days', '6-months'], draw) }),
      () => copy.order(pick(['sync/pause', 'sync/resume', 'sync/cancel'], draw)),
    ];
    for (let step = 0; step < steps; step++) {
      await pick(change, draw)();
      if (draw() < 0.5) api.misbehave(pick(faults, draw), 1 + Math.floor(draw() * 3));
      await copy.order('sync/now');
      const pause = draw() ** 3 * 200;
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (draw() < 0.3) await titlelight.killWorker();
      await expectHonest(step);
    }
    expect(await copy.shelf()).toBe(shelf);

    api.behave();
    api.clock = Date.now;
    // A question that hung is forgotten with the worker that asked it.
    await titlelight.killWorker();
    await copy.choose({ keep: '30-days' });
    await copy.order('sync/resume');
    // Older days too: a list that once lost papers unseen is only found out by asking again.
    await copy.age(40 * dayLength, 30);
    const asked = Date.now();
    await eventually(async () => expect((await copy.sync()).lastSuccess).toBeGreaterThan(asked), 60_000);
    await eventually(() => expectWhole(30), 60_000);

    api.misbehave({ kind: 'truncated' }, 1);
    await copy.choose({ keep: '6-months' });
    await eventually(() => expectWhole(183), 60_000);
    expect(await copy.shelf()).toBe(shelf);
  }, 300_000);
});

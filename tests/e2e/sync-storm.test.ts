import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayLength } from '../../lib/digest/sync/calendar.ts';
import { pick, seededRandom } from '../bench/random.ts';
import type { Fault } from '../support/api/faults.ts';
import { inventedPaper, type ServedPaper } from '../support/api/paper.ts';
import { type Api, startApi } from '../support/api/start.ts';
import type { PaperChange } from '../support/api/world.ts';
import { JumpingClock, now } from '../support/clock.ts';
import { type Committed, commitsReported, gatherCommits } from '../support/commits.ts';
import { type Copy, openCopy } from '../support/copy.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { hurried } from '../support/hurry.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';
import {
  dayBefore,
  expectArxivHonest,
  expectArxivWhole,
  expectCommitsHonest,
  expectHonest,
  expectIndexed,
  expectWhole,
} from '../support/whole.ts';

const steps = 500;
/** Another one to look for more. */
const seed = Number(process.env.TITLELIGHT_SEED ?? 4);

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
  { kind: 'other-day' },
  { kind: 'wrong-types' },
  { kind: 'unknown-fields' },
  { kind: 'empty' },
  { kind: 'shift' },
  { kind: 'lost-paper' },
];

/** Where what is only on arXiv stands: on no day that Hugging Face is asked for. */
const longAgo = '2020-01-01';
const category = 'hep-th';

const onArxivAlone = (number: number, age: number): ServedPaper => ({
  ...inventedPaper(70_000 + number, dayBefore(age)),
  categories: [category],
});

/** What a server may come to say of a paper, in the place of what it said. */
function saidAnew(title: string, draw: () => number): PaperChange {
  const maybe = <T>(value: T) => (draw() < 0.5 ? value : undefined);
  return {
    title: draw() < 0.2 ? `${title}, Mended` : title,
    authors: pick([['A. Author'], ['B. Author', 'A. Author']], draw),
    upvotes: Math.floor(draw() * 500),
    comments: Math.floor(draw() * 9),
    keywords: maybe(['lamps', 'moths'].filter(() => draw() < 0.5)),
    tldr: maybe('Lamps again.'),
    repository: maybe('https://github.com/placeholder-lab/lamps'),
    stars: maybe(Math.floor(draw() * 99)),
    projectPage: maybe('https://placeholder-lab.github.io/lamps/'),
    organization: maybe('Placeholder Lab'),
    thumbnail: maybe('https://example.org/lamp.png'),
    media: maybe(['https://example.org/lamp.mp4']),
    withdrawnAt: maybe('2026-03-04'),
  };
}

describe('a storm', () => {
  let web: LocalWeb;
  let api: Api;
  let titlelight: Titlelight;
  let copy: Copy;
  let clock: JumpingClock;

  beforeAll(async () => {
    web = await startWeb();
    api = startApi(web, { invented: { from: dayBefore(40), to: dayBefore(0), perDay: 2 } });
    api.clock = now;
    // One that takes two pages.
    api
      .day(dayBefore(5))
      .set(Array.from({ length: 104 }, (_, at) => inventedPaper(60_000 + at, dayBefore(5))));
    api.day(longAgo).set(Array.from({ length: 40 }, (_, age) => onArxivAlone(age, age)));
    titlelight = await launch({ web, pinned: true, first: [hurried(), commitsReported()] });
    clock = new JumpingClock(titlelight.context);
    copy = await openCopy(titlelight);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  async function addCategory(): Promise<void> {
    const page = await titlelight.open(titlelight.address('options.html'));
    await page.getByRole('combobox', { name: 'arXiv category' }).fill(category);
    await page.getByRole('button', { name: 'Add category' }).click();
    await eventually(async () => expect((await copy.days('arxiv')).size).toBeGreaterThan(0), 60_000);
    await page.close();
  }

  /** Has something come that must be written, and waits until it was, or nothing can be written at present. */
  async function untilCommit(committed: () => Promise<Committed[]>): Promise<Committed[]> {
    api.behave();
    await clock.jump(0);
    for (const age of [0, 1, 2, 3]) api.day(dayBefore(age)).add();
    await copy.age(dayLength);
    await copy.order('sync/now');
    const one = eventually(async () => {
      const seen = await committed();
      if (seen.length === 0) throw new Error('Nothing was written.');
      return seen;
    }, 3_000);
    return one.catch(() => []);
  }

  it(`of ${steps} steps leaves the copy whole and the shelf alone`, async () => {
    const committed = await gatherCommits(titlelight);
    // That commits are seen at all.
    await eventually(async () => expect((await untilCommit(committed)).length).toBeGreaterThan(0), 60_000);
    await addCategory();
    // Of the starter digest, of days whose first papers the servers lose now and then, and of arXiv.
    const kept = [starter[0], starter[1], ...[0, 1, 5].map((age) => api.day(dayBefore(age)).papers[0])];
    const saved = [...kept, api.day(longAgo).papers[0]].map((paper) => paper?.id as string);
    await copy.save(...saved.map((number) => `arxiv:${number}`));
    const shelf = await copy.shelf();
    for (const number of saved) expect(shelf).toContain(number);
    let added = 40;
    const draw = seededRandom(seed);
    const change: (() => unknown)[] = [
      () => api.day(dayBefore(pick([0, 0, 1, 2, 5], draw))).add(),
      () => {
        const list = api.day(dayBefore(pick([0, 1, 3, 5], draw)));
        const [first] = list.papers;
        if (first) list.remove(first.id);
      },
      () => {
        const list = api.day(dayBefore(pick([0, 1, 5, 9], draw)));
        for (const { id, title } of list.papers.slice(0, 1)) list.change(id, saidAnew(title, draw));
      },
      () => api.day(longAgo).add(onArxivAlone(added++, pick([0, 1, 3], draw))),
      () => copy.age(pick([1, 1, 1, -1], draw) * Math.floor(draw() * dayLength)),
      () => {
        const off = pick([0, 1, -1], draw) * Math.floor(draw() * dayLength);
        api.clock = () => now() + off;
      },
      () => clock.jump(pick([0, dayLength, 30 * dayLength, -dayLength], draw)),
      () => copy.choose({ keep: pick(['30-days', '30-days', '6-months'], draw) }),
      () => copy.order(pick(['sync/pause', 'sync/resume', 'sync/cancel'], draw)),
    ];
    for (let step = 0; step < steps; step++) {
      await pick(change, draw)();
      if (draw() < 0.5) api.misbehave(pick(faults, draw), 1 + Math.floor(draw() * 3));
      await copy.order('sync/now');
      const pause = draw() ** 3 * 200;
      await new Promise((resolve) => setTimeout(resolve, pause));
      const seen = draw() < 0.02 ? await untilCommit(committed) : [];
      // Under fair weather pages soon ask about what is stored, and nothing else.
      if (seen.length > 0) await eventually(() => expectIndexed(copy), 20_000);
      if (draw() < 0.3) await titlelight.killWorker();
      await expectHonest(copy, api, `Step ${step}:`);
      await expectArxivHonest(copy, api, `Step ${step}:`);
      seen.push(...(await committed()));
      expectCommitsHonest(seen, api, `A commit in step ${step}:`);
    }
    expect(await copy.shelf()).toBe(shelf);

    api.behave();
    api.clock = now;
    await clock.jump(0);
    // A question that hung is forgotten with the worker that asked it.
    await titlelight.killWorker();
    await copy.choose({ keep: '30-days' });
    await copy.order('sync/resume');
    // Older days too: a list that once lost papers unseen is only found out by asking again.
    await copy.age(40 * dayLength, 30);
    const asked = now();
    await eventually(async () => expect((await copy.sync()).lastSuccess).toBeGreaterThan(asked), 60_000);
    await eventually(() => expectWhole(copy, api, 30), 60_000);
    await eventually(() => expectArxivWhole(copy, api, category, 30), 60_000);
    await eventually(() => expectIndexed(copy));

    api.misbehave({ kind: 'truncated' }, 1);
    await copy.choose({ keep: '6-months' });
    await eventually(() => expectWhole(copy, api, 183), 60_000);
    await eventually(() => expectArxivWhole(copy, api, category, 183), 60_000);
    await eventually(() => expectIndexed(copy));
    expect(await copy.shelf()).toBe(shelf);
  }, 900_000);
});

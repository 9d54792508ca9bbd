import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Place } from '@/lib/digest/places';
import type { SourceId } from '@/lib/digest/sources/registry';
import { addPapers, getPaper, openDigest } from '@/lib/digest/store';
import { dayAt, dayLength, daysBetween, plusDays } from '@/lib/digest/sync/calendar';
import { runSync } from '@/lib/digest/sync/run';
import type { Failure } from '@/lib/digest/sync/state';
import { readSyncState } from '@/lib/digest/sync/state-store';
import type { Tools } from '@/lib/digest/sync/tools';
import { askForSync, pauseBackfill } from '@/lib/digest/sync/wishes';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import { type DigestSettings, defaults } from '@/lib/settings/digest';
import { seededRandom } from '../../../bench/random';
import { onCommit, type Stored } from './commits';
import { FakeServer, idsOf, paper } from './server';

/** What the worker waits for: any of it may be the last thing it did. */
const fate = vi.hoisted(() => ({ pass: async () => {} }));

vi.mock('@/lib/digest/store', async (original) => {
  const real = await original<Record<string, unknown>>();
  const mortal =
    (work: (...given: unknown[]) => unknown) =>
    async (...given: unknown[]) => {
      await fate.pass();
      const value = await work(...given);
      await fate.pass();
      return value;
    };
  return Object.fromEntries(
    Object.entries(real).map(([name, one]) => [name, typeof one === 'function' ? mortal(one as never) : one]),
  );
});

/** Every transaction too: a worker may be stopped just before it and just behind it. */
vi.mock('@/lib/database', async (original) => {
  const real = await original<typeof import('@/lib/database')>();
  const inTransaction = async (...given: Parameters<typeof real.inTransaction>) => {
    await fate.pass();
    const value = await real.inTransaction(...given);
    await fate.pass();
    return value;
  };
  return { ...real, inTransaction };
});

const steps = 500;
/** Every so manieth commit is looked behind. Odd, for a day that is not replaced at once is so in two. */
const commitsSeen = 21;
const minute = 60_000;
const hour = 60 * minute;
const beginning = Date.parse('2026-03-12T12:00:00Z');

beforeEach(() => deleteDB('digest'));

/** What is said of a paper from now on. */
function drawn(id: PaperId, draw: () => number): Paper {
  const some = <T>(from: readonly T[]) => from.filter(() => draw() < 0.5);
  const maybe = <K extends keyof Paper>(key: K, value: Paper[K]) => (draw() < 0.5 ? { [key]: value } : {});
  const stars = Math.floor(draw() * 99);
  return {
    ...paper(id.replace('arxiv:', '')),
    // Seldom, as in life.
    ...(draw() < 0.2 && { title: `Quiet Lanterns, Renamed ${Math.floor(draw() * 9)} ${id}` }),
    authors: ['A. Author', ...some(['B. Author', 'C. Author'])],
    links: some(['one', 'two', 'three']).map((name) => ({
      kind: 'code',
      url: `https://github.com/placeholder-lab/${name}`,
      stars,
    })),
    keywords: some(['lamps', 'moths', 'tea']),
    ...maybe('abstract', 'It is about lamps.'),
    ...maybe('tldr', 'Lamps.'),
    ...maybe('upvotes', Math.floor(draw() * 99)),
    ...maybe('comments', Math.floor(draw() * 9)),
    ...maybe('organization', 'Placeholder Lab'),
    ...maybe('withdrawnAt', '2026-03-12'),
  };
}

/** A digest in bad weather: everything is drawn from the seed. */
class Storm {
  readonly draw: () => number;
  readonly servers = { 'hugging-face': new FakeServer('hugging-face'), arxiv: new FakeServer('arxiv') };
  settings: DigestSettings = { ...defaults };
  /** The true time; the browser's clock may be off by `skew`. */
  time = beginning;
  skew = 0;
  /** A file may say of any day that it has a paper: nothing is asserted of where these stand. */
  readonly imported = new Set<PaperId>();
  #papers = 0;
  readonly #tools: Tools;

  constructor(seed: number) {
    this.draw = seededRandom(seed);
    for (const day of daysBetween(plusDays(dayAt(beginning), -200), dayAt(beginning))) this.publish(day);
    this.#tools = {
      settings: async () => {
        await fate.pass();
        return this.settings;
      },
      sources: ({ topics }) => [
        this.servers['hugging-face'].source,
        ...(topics.arxiv ? [this.servers.arxiv.source] : []),
      ],
      ask: () => async () => {
        await fate.pass();
        return { unchanged: true };
      },
      isAllowed: async () => true,
      publish: () => fate.pass(),
      tellNews: async () => {},
      forgetRangeBefore: async () => {},
      now: () => this.time + this.skew,
      random: this.draw,
    };
  }

  /** Every title that a paper ever had. */
  readonly titles = new Map<PaperId, Set<string>>();

  /** The ids that did not come by import. */
  readonly known = (papers: readonly Paper[]) => idsOf(papers.filter(({ id }) => !this.imported.has(id)));

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.draw() * from.length)] as T;
  }

  /** A new day, or another version of one. */
  publish(day: Day): void {
    for (const [id, server] of Object.entries(this.servers)) {
      const kept = server.papersOf(day).filter(() => this.draw() < 0.8);
      const moved = this.draw() < 0.1 ? server.papersOf(plusDays(day, -1)).slice(0, 1) : [];
      // Some are of both servers.
      const fresh = Array.from({ length: Math.floor(this.draw() * 3) }, () =>
        paper(this.draw() < 0.3 ? `shared.${day}.${this.draw() < 0.5}` : `${id}.${this.#papers++}`),
      );
      const ids = new Set([...fresh, ...kept, ...moved].map((one) => one.id));
      const papers = [...ids].map((one) => drawn(one, this.draw));
      for (const { id, title } of papers) this.titles.set(id, (this.titles.get(id) ?? new Set()).add(title));
      server.set(day, papers);
    }
  }

  /** All that the servers which list a paper on a stored day say of it: Hugging Face first, lists together. */
  serverSays(id: PaperId, stored: Map<string, Paper[]>): Omit<Paper, 'aliases'> {
    const [first, second] = Object.entries(this.servers).flatMap(([source, server]) => {
      const days = [...stored.keys()].filter((key) => key.startsWith(source)).map((key) => key.slice(-10));
      return days.flatMap((day) => server.papersOf(day)).find((one) => one.id === id) ?? [];
    });
    const { aliases: _, ...said } = { ...second, ...first } as Paper;
    if (!first || !second) return said;
    return {
      ...said,
      authors: second.authors.length > first.authors.length ? second.authors : first.authors,
      links: [...new Map([...second.links, ...first.links].map((link) => [link.url, link])).values()],
      keywords: [...new Set([...first.keywords, ...second.keywords])],
    };
  }

  /** Brings on whatever the seed has in store, and lets the worker run into it. */
  async step(): Promise<void> {
    for (let more = 2; more > 0; more--) await this.pick(this.#weather)();
    if (this.draw() < 0.5) await askForSync(this.time + this.skew);
    await this.run(this.draw() < 0.4 ? Math.floor(this.draw() ** 2 * 400) : Infinity);
    for (const server of Object.values(this.servers)) server.faults = [];
  }

  /** @param life how many awaits until the worker is stopped */
  async run(life: number): Promise<void> {
    const death = Promise.withResolvers<void>();
    let left = life;
    fate.pass = async () => {
      if (left-- > 0) return;
      death.resolve();
      // A stopped worker gets no answer.
      await new Promise(() => {});
    };
    await Promise.race([runSync(this.#tools), death.promise]);
    fate.pass = async () => {};
  }

  readonly #weather: (() => unknown)[] = [
    () => {
      this.#advance(Math.floor(this.draw() * 3 * hour));
    },
    () => {
      this.#advance(this.draw() < 0.1 ? 3 * dayLength : 10 * hour);
    },
    () => {
      this.skew = this.draw() < 0.3 ? Math.floor((this.draw() - 0.5) * 40 * dayLength) : 0;
    },
    () => this.publish(plusDays(dayAt(this.time), -this.pick([0, 0, 0, 1, 1]))),
    () => this.#fail(),
    () => this.#fail(),
    () => {
      this.settings = { ...this.settings, keep: this.draw() < 0.1 ? '6-months' : '30-days' };
    },
    () => {
      this.settings = { ...this.settings, topics: this.draw() < 0.5 ? { arxiv: ['cs.CL'] } : {} };
    },
    () => {
      this.settings = { ...this.settings, automatic: this.draw() < 0.8 };
    },
    () => pauseBackfill(this.draw() < 0.3),
    async () => {
      const day = plusDays(dayAt(this.time), -Math.floor(this.draw() * 100));
      const known = this.servers['hugging-face'].papersOf(day).slice(0, 1);
      const papers = [paper(`imported.${this.#papers++}`), ...known].map((one) => ({ ...one, day }));
      await addPapers(papers);
      for (const { id } of papers) this.imported.add(id);
    },
  ];

  #advance(by: number): void {
    const before = dayAt(this.time);
    this.time += by;
    for (const day of daysBetween(plusDays(before, 1), dayAt(this.time)).reverse()) this.publish(day);
  }

  #fail(): void {
    const now = this.time + this.skew;
    const failures: (Failure | undefined)[] = [
      undefined,
      undefined,
      { kind: 'wait', until: now + Math.floor(this.draw() * hour) },
      { kind: 'offline' },
      { kind: 'timeout' },
      { kind: 'server', status: 500 },
      { kind: 'nonsense', why: 'its answer is not JSON' },
    ];
    const count = Math.floor(this.draw() * 8);
    for (const server of Object.values(this.servers))
      server.faults = Array.from({ length: count }, () => this.pick(failures));
  }
}

/** Lists of which nobody says in what order they are, in order. */
const inOrder = <T extends Pick<Paper, 'links' | 'keywords'>>(one: T): T => ({
  ...one,
  links: one.links.toSorted((a, b) => (a.url < b.url ? -1 : 1)),
  keywords: one.keywords.toSorted(),
});

/** The papers stored of every complete day, in order: `hugging-face 2026-03-12`. */
function listsOf({ papers, days }: Stored): Map<string, Paper[]> {
  const places = papers.flatMap((stored) =>
    stored.places.map((place): [Place, Paper] => [place, stored.paper]),
  );
  places.sort(([one], [other]) => one[2] - other[2]);
  const lists = new Map(
    days.filter(({ complete }) => complete).map(({ source, day }) => [`${source} ${day}`, [] as Paper[]]),
  );
  for (const [[source, day], one] of places) lists.get(`${source} ${day}`)?.push(one);
  return lists;
}

async function storedDays(): Promise<Map<string, Paper[]>> {
  const transaction = (await openDigest()).transaction(['papers', 'days']);
  const [papers, days] = await Promise.all([
    transaction.objectStore('papers').getAll(),
    transaction.objectStore('days').getAll(),
  ]);
  return listsOf({ papers, days });
}

it.each([1, 2, 3])(
  'weathers %i',
  async (seed) => {
    const storm = new Storm(seed);
    let seen: Map<string, Paper[]>[] = [];
    const ignore = onCommit(commitsSeen, (stored) => seen.push(listsOf(stored)));
    for (let step = 0; step < steps; step++) {
      await storm.step();
      // Judged behind the step: by then it is known which papers were imported in it.
      for (const [key, papers] of [...seen, await storedDays()].flatMap((lists) => [...lists])) {
        const [source, day = ''] = key.split(' ') as [SourceId, Day];
        const versions = storm.servers[source].versionsOf(day).map(storm.known);
        if (!versions.includes(storm.known(papers)))
          expect.fail(`Step ${step}: ${key} never was "${idsOf(papers)}".`);
      }
      seen = [];
    }
    ignore();

    storm.skew = 0;
    storm.time += dayLength;
    storm.publish(dayAt(storm.time));
    storm.settings = { ...defaults, topics: { arxiv: ['cs.CL'] } };
    await pauseBackfill(false);
    await askForSync(storm.time);
    await storm.run(Infinity);
    await storm.run(Infinity);

    const range = daysBetween(plusDays(dayAt(storm.time), -29), dayAt(storm.time));
    const stored = await storedDays();
    for (const [id, server] of Object.entries(storm.servers)) {
      for (const day of range) {
        const papers = stored.get(`${id} ${day}`);
        expect([id, day, papers && storm.known(papers)]).toEqual([
          id,
          day,
          storm.known(server.papersOf(day)),
        ]);
      }
    }
    const papers = [...stored.values()].flat().filter(({ id }) => !storm.imported.has(id));
    expect(papers.length).toBeGreaterThan(50);
    for (const { aliases, day: _, ...one } of papers) {
      expect(inOrder(one)).toEqual(inOrder(storm.serverSays(one.id, stored)));
      for (const alias of aliases) expect(storm.titles.get(one.id)).toContain(alias);
    }
    for (const id of storm.imported) expect(await getPaper(id)).toBeDefined();
    const { running, backfill, ...state } = await readSyncState();
    expect({ running, backfill }).toEqual({});
    expect(state).toMatchObject({ failures: 0, skipped: [], lastSuccess: storm.time });
  },
  300_000,
);

import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SourceId } from '@/lib/digest/sources/registry';
import type { Paper, PaperId } from '@/lib/paper/types';

/** A fresh store on a fresh database. */
async function freshStore() {
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  return import('@/lib/digest/store');
}

let store: Awaited<ReturnType<typeof freshStore>>;

beforeEach(async () => {
  store = await freshStore();
});

const day = '2026-01-01';
const vouched = { syncedAt: 5, etags: ['"a"'] };
const paper = (id: string, title: string, more: Partial<Paper> = {}): Paper => ({
  id: id as PaperId,
  title,
  aliases: [],
  authors: [],
  links: [],
  keywords: [],
  ...more,
});
const [one, two, three] = ['One', 'Two', 'Three'].map((title, i) => paper(`arxiv:${i + 1}`, title)) as [
  Paper,
  Paper,
  Paper,
];
const titles = async (on: string) => (await store.papersOfDay(on)).map(({ title }) => title);
const record = (papers: number, more = {}) => ({
  source: 'hugging-face',
  day,
  papers,
  own: papers,
  complete: true,
  ...vouched,
  ...more,
});

describe('replacing a day', () => {
  it('makes it hold exactly the list, in its order', async () => {
    await store.replaceDay('hugging-face', day, [one, two], vouched);
    const result = await store.replaceDay('hugging-face', day, [three, one], { syncedAt: 6, etags: [] });
    expect(result).toEqual({ added: 1, merged: 1, renamed: [] });
    expect(await titles(day)).toEqual(['Three', 'One']);
    expect(await store.getPaper('arxiv:2')).toBeUndefined();
    expect(await store.sourceDays('hugging-face')).toEqual([record(2, { syncedAt: 6, etags: [] })]);
    expect((await store.pendingChanges())?.ids).toEqual(['arxiv:1', 'arxiv:2', 'arxiv:3']);
  });

  it('lists a paper once that stands in it twice', async () => {
    await store.replaceDay('hugging-face', day, [one, two, { ...one, upvotes: 3 }], vouched);
    expect(await store.papersOfDay(day)).toMatchObject([{ id: 'arxiv:1', upvotes: 3 }, { id: 'arxiv:2' }]);
    expect(await store.sourceDays('hugging-face')).toEqual([record(2)]);
  });

  it('keeps imported papers that are not listed on their day, behind the list', async () => {
    await store.addPapers([
      { ...two, day },
      { ...one, day, abstract: 'A.' },
    ]);
    for (const list of [[three], [three, paper('arxiv:4', 'Four'), paper('arxiv:5', 'Five')]]) {
      await store.replaceDay('hugging-face', day, list, vouched);
      expect(await titles(day)).toEqual([...list.map(({ title }) => title), 'Two', 'One']);
      expect(await store.sourceDays('hugging-face')).toEqual([record(list.length + 2)]);
    }
    expect(await store.getPaper('arxiv:1')).toEqual({ ...one, day, abstract: 'A.' });
  });

  it('puts an imported paper back on its day once it is listed nowhere', async () => {
    await store.addPapers([{ ...one, day: '2025-12-31' }]);
    await store.replaceDay('hugging-face', day, [one, two], vouched);
    expect(await titles('2025-12-31')).toEqual([]);
    await store.replaceDay('hugging-face', day, [two], vouched);
    expect(await titles('2025-12-31')).toEqual(['One']);
    expect(await titles(day)).toEqual(['Two']);
  });

  it('has the last word on a day of the starter digest, whose papers stay known', async () => {
    await store.addStarter([paper('arxiv:1', 'One', { day }), paper('arxiv:2', 'Two', { day })]);
    expect(await store.papersOfDay(day)).toHaveLength(2);
    await store.replaceDay('hugging-face', day, [paper('arxiv:2', 'Two')], vouched);
    expect((await store.papersOfDay(day)).map(({ id }) => id)).toEqual(['arxiv:2']);
    expect(await store.getPaper('arxiv:1')).toBeDefined();
  });

  it('keeps an imported paper on no day that its import did not name', async () => {
    await store.addPapers([one]);
    await store.replaceDay('hugging-face', day, [one, two], vouched);
    await store.replaceDay('hugging-face', day, [two], vouched);
    expect(await titles(day)).toEqual(['Two']);
    expect(await store.getPaper('arxiv:1')).toEqual(one);
  });

  it('enriches what is listed, and takes it from a day that only an import named', async () => {
    await store.addPapers([{ ...one, day: '2025-12-31', abstract: 'A.' }]);
    await store.replaceDay('hugging-face', day, [one], vouched);
    expect(await store.papersOfDay(day)).toEqual([{ ...one, day, abstract: 'A.' }]);
    expect(await store.listDays()).toEqual([{ day, papers: 1 }]);
  });

  it('takes no paper from another day that the source vouched for', async () => {
    await store.replaceDay('hugging-face', day, [one], vouched);
    await store.replaceDay('hugging-face', '2026-01-02', [one, two], vouched);
    expect(await titles(day)).toEqual(['One']);
    expect((await store.getPaper('arxiv:1'))?.day).toBe('2026-01-02');
    await store.replaceDay('hugging-face', '2026-01-02', [two], vouched);
    expect(await store.papersOfDay(day)).toEqual([{ ...one, day }]);
  });

  it('is not undone by an import that names another day', async () => {
    await store.replaceDay('hugging-face', day, [one], vouched);
    await store.addPapers([{ ...one, day: '2026-01-02', abstract: 'A.' }]);
    expect(await store.listDays()).toEqual([{ day, papers: 1 }]);
    expect(await store.getPaper('arxiv:1')).toEqual({ ...one, day, abstract: 'A.' });
  });

  it('remembers an empty day that the source vouches for', async () => {
    await store.replaceDay('hugging-face', day, [], vouched);
    expect(await store.listDays()).toEqual([{ day, papers: 0 }]);
  });

  it('does nothing where it cannot be done whole', async () => {
    await store.replaceDay('hugging-face', day, [one], vouched);
    const impossible = { ...three, tldr: (() => {}) as unknown as string };
    const replacing = store.replaceDay('hugging-face', day, [two, impossible], { syncedAt: 9, etags: [] });
    await expect(replacing).rejects.toThrow();
    expect(await titles(day)).toEqual(['One']);
    expect(await store.sourceDays('hugging-face')).toEqual([record(1)]);
    expect(await store.countPapers()).toBe(1);
  });

  it('notes no change for the index where the list is the same', async () => {
    await store.replaceDay('hugging-face', day, [one, two], vouched);
    await store.forgetChanges((await store.pendingChanges()) as never);
    await store.replaceDay('hugging-face', day, [{ ...two, upvotes: 8 }, one], vouched);
    expect(await store.pendingChanges()).toBeUndefined();
    expect(await store.papersOfDay(day)).toMatchObject([{ id: 'arxiv:2', upvotes: 8 }, { id: 'arxiv:1' }]);
  });
});

describe('a day of several sources', () => {
  it('shows the leading one first, and each paper once', async () => {
    await store.replaceDay('arxiv', day, [three, one], vouched);
    await store.replaceDay('hugging-face', day, [one, two], vouched);
    expect(await titles(day)).toEqual(['One', 'Two', 'Three']);
    expect(await store.listDays()).toEqual([{ day, papers: 3 }]);
    expect(await store.sourceDays('arxiv')).toEqual([record(2, { source: 'arxiv', own: 1 })]);
    expect(await store.sourceDays('hugging-face')).toEqual([record(2)]);
  });

  it('keeps the places of the others when one is replaced', async () => {
    await store.replaceDay('arxiv', day, [one, two], vouched);
    await store.replaceDay('hugging-face', day, [two, three], vouched);
    await store.replaceDay('hugging-face', day, [three], vouched);
    expect(await titles(day)).toEqual(['Three', 'One', 'Two']);
    expect(await store.countPapers()).toBe(3);
  });

  it('dates a paper by the leading source, else by the other', async () => {
    await store.replaceDay('arxiv', '2026-01-02', [one], vouched);
    expect((await store.getPaper('arxiv:1'))?.day).toBe('2026-01-02');
    await store.replaceDay('hugging-face', day, [one], vouched);
    expect((await store.getPaper('arxiv:1'))?.day).toBe(day);
    await store.dropDay('hugging-face', day);
    expect((await store.getPaper('arxiv:1'))?.day).toBe('2026-01-02');
  });
});

describe('a day without news', () => {
  it('changes in its record alone', async () => {
    await store.replaceDay('hugging-face', day, [one], vouched);
    await store.forgetChanges((await store.pendingChanges()) as never);
    await store.vouchForDay('hugging-face', day, 9);
    expect(await store.sourceDays('hugging-face')).toEqual([record(1, { syncedAt: 9 })]);
    expect(await store.pendingChanges()).toBeUndefined();
  });

  it('is not begun where it is not kept', async () => {
    await store.vouchForDay('hugging-face', day, 9);
    expect(await store.sourceDays('hugging-face')).toEqual([]);
  });
});

describe('dropping a day', () => {
  it('removes its papers and its record, and notes the change', async () => {
    await store.replaceDay('hugging-face', day, [one], vouched);
    await store.replaceDay('hugging-face', '2026-01-02', [two], vouched);
    await store.forgetChanges((await store.pendingChanges()) as never);
    await store.dropDay('hugging-face', day);
    expect(await store.listDays()).toEqual([{ day: '2026-01-02', papers: 1 }]);
    expect(await store.countPapers()).toBe(1);
    expect((await store.pendingChanges())?.ids).toEqual(['arxiv:1']);
  });

  it('spares what was imported and what another day lists', async () => {
    await store.addPapers([{ ...one, day }]);
    await store.replaceDay('hugging-face', day, [one, two, three], vouched);
    await store.replaceDay('arxiv', day, [two], vouched);
    await store.dropDay('hugging-face', day);
    expect(await store.getPapers(['arxiv:1', 'arxiv:2', 'arxiv:3'])).toEqual([
      { ...one, day },
      { ...two, day },
      undefined,
    ]);
    expect(await titles(day)).toEqual(['One', 'Two']);
    expect(await store.sourceDays('hugging-face')).toEqual([
      record(1, { complete: false, syncedAt: 0, etags: [] }),
    ]);
  });

  it('removes an empty one', async () => {
    await store.replaceDay('hugging-face', day, [], vouched);
    await store.dropDay('hugging-face', day);
    expect(await store.listDays()).toEqual([]);
  });
});

describe('whatever happens', () => {
  const sources = fc.constantFrom<SourceId>('hugging-face', 'arxiv');
  const days = fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03');
  const papers = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()).map(([number, isNamed]) => {
      // The same six titles with an id and without one.
      const title = `Title ${number}`;
      return paper(isNamed ? `arxiv:${number}` : `title:000000000000000${number}`, title);
    }),
    { maxLength: 5 },
  );
  const step = fc.oneof(
    fc.record({ kind: fc.constant('replace' as const), source: sources, day: days, papers }),
    fc.record({ kind: fc.constant('drop' as const), source: sources, day: days }),
    fc.record({ kind: fc.constant('add' as const), day: days, papers }),
  );

  it('days are counted as they are listed, and complete days hold what their source said last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        store = await freshStore();
        for (const one of steps) {
          if (one.kind === 'add')
            await store.addPapers(one.papers.map((each) => ({ ...each, day: one.day })));
          else if (one.kind === 'drop') await store.dropDay(one.source, one.day);
          else await store.replaceDay(one.source, one.day, one.papers, vouched);
        }
        const listed = await store.listDays();
        for (const { day, papers } of listed) expect(await store.papersOfDay(day)).toHaveLength(papers);
        const placed = new Set<string>();
        for (const { day } of listed) for (const { id } of await store.papersOfDay(day)) placed.add(id);
        const all = await store.readBatch(undefined, 100);
        expect(new Set(all.filter(({ day }) => day !== undefined).map(({ id }) => id))).toEqual(placed);
        for (const source of ['hugging-face', 'arxiv'] as const) {
          const last = new Map<string, Paper[] | undefined>(
            steps.flatMap((one) =>
              one.kind !== 'add' && one.source === source
                ? [[one.day, one.kind === 'replace' ? one.papers : undefined] as const]
                : [],
            ),
          );
          for (const { day, complete } of await store.sourceDays(source)) {
            const said = last.get(day);
            expect(complete).toBe(said !== undefined);
            const there = new Set((await store.papersOfDay(day)).map(({ title }) => title));
            for (const { title } of said ?? []) expect(there).toContain(title);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

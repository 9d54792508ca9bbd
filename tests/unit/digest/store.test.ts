import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { openDB, unwrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Candidates } from '@/lib/match/index-builder';
import { emptyLedger, type Ledger } from '@/lib/match/ledger';
import type { Paper, PaperId } from '@/lib/paper/types';

/** A fresh store on a fresh database for each test. */
async function freshStore() {
  vi.resetModules();
  return import('@/lib/digest/store');
}

let store: Awaited<ReturnType<typeof freshStore>>;
let titleId: typeof import('@/lib/match/title-id').titleId;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = await freshStore();
  ({ titleId } = await import('@/lib/match/title-id'));
});

const paper = (id: string, title: string, more: Partial<Paper> = {}): Paper => ({
  id: id as PaperId,
  title,
  aliases: [],
  authors: [],
  links: [],
  keywords: [],
  ...more,
});
const byTitle = (title: string, more: Partial<Paper> = {}) => paper(titleId(title) as string, title, more);
const ledger = (...papers: PaperId[]): Ledger => ({ ...emptyLedger(), papers, changed: papers.length });
const titles = async (day: string) => (await store.papersOfDay(day)).map((one) => one.title);

describe('adding papers', () => {
  it('stores exactly what was given', async () => {
    const given = paper('arxiv:1', 'One', { day: '2026-01-01', abstract: 'A.' });
    expect(await store.addPapers([given])).toEqual({ added: 1, merged: 0, renamed: [] });
    expect(await store.getPaper('arxiv:1')).toEqual(given);
    expect(await store.papersOfDay('2026-01-01')).toEqual([given]);
    expect(await store.listDays()).toEqual([{ day: '2026-01-01', papers: 1 }]);
    expect((await store.pendingChanges())?.ids).toEqual(['arxiv:1']);
  });

  it('enriches and never takes away', async () => {
    await store.addPapers([
      paper('arxiv:1', 'One', { day: '2026-01-01', abstract: 'A.', tldr: 'S.', upvotes: 3 }),
    ]);
    const again = await store.addPapers([paper('arxiv:1', 'One', { upvotes: 4 })]);
    expect(again).toEqual({ added: 0, merged: 1, renamed: [] });
    expect(await store.getPaper('arxiv:1')).toMatchObject({
      day: '2026-01-01',
      abstract: 'A.',
      tldr: 'S.',
      upvotes: 4,
    });
    expect(await store.countPapers()).toBe(1);
  });

  it('keeps the order of the list, across calls', async () => {
    const day = '2026-01-01';
    await store.addPapers([paper('arxiv:9', 'Z', { day }), paper('arxiv:1', 'M', { day })]);
    await store.addPapers([paper('arxiv:5', 'A', { day }), paper('arxiv:9', 'Z', { day })]);
    expect(await titles(day)).toEqual(['Z', 'M', 'A']);
  });

  it('counts days anew when a paper moves', async () => {
    await store.addPapers([paper('arxiv:1', 'One', { day: '2026-01-01' })]);
    await store.addPapers([paper('arxiv:1', 'One', { day: '2026-01-02' })]);
    expect(await store.listDays()).toEqual([{ day: '2026-01-02', papers: 1 }]);
    expect(await titles('2026-01-01')).toEqual([]);
  });

  it('counts a paper that stands twice in a list once', async () => {
    const twice = [paper('arxiv:1', 'One'), paper('arxiv:1', 'One', { tldr: 'S.' })];
    expect(await store.addPapers(twice)).toEqual({ added: 1, merged: 1, renamed: [] });
    expect((await store.getPaper('arxiv:1'))?.tldr).toBe('S.');
  });

  it('keeps nothing of a list that cannot be stored', async () => {
    const impossible = { ...paper('arxiv:2', 'Two'), tldr: (() => {}) as unknown as string };
    await expect(
      store.addPapers([paper('arxiv:1', 'One', { day: '2026-01-01' }), impossible]),
    ).rejects.toThrow();
    expect(await store.countPapers()).toBe(0);
    expect(await store.listDays()).toEqual([]);
    expect(await store.pendingChanges()).toBeUndefined();
  });
});

describe('a paper known by its title', () => {
  it('joins the identified paper of that title', async () => {
    await store.addPapers([paper('arxiv:1', 'Con-R: A Loss', { aliases: ['The Other Name'] })]);
    expect(await store.addPapers([byTitle('ConR: a loss', { abstract: 'A.' })])).toEqual({
      added: 0,
      merged: 1,
      renamed: [],
    });
    await store.addPapers([byTitle('The other name', { upvotes: 2 })]);
    expect(await store.countPapers()).toBe(1);
    expect(await store.getPaper('arxiv:1')).toMatchObject({
      title: 'Con-R: A Loss',
      abstract: 'A.',
      upvotes: 2,
    });
  });

  it('is absorbed by the identified paper that comes later', async () => {
    const old = byTitle('ConR: a loss', { abstract: 'A.', day: '2026-01-01' });
    await store.addPapers([old, paper('arxiv:7', 'Seven', { day: '2026-01-01' })]);
    const result = await store.addPapers([paper('arxiv:1', 'ConR: A Loss', { authors: ['A'] })]);
    const joined = paper('arxiv:1', 'ConR: A Loss', { authors: ['A'], abstract: 'A.', day: '2026-01-01' });
    expect(result).toEqual({
      added: 0,
      merged: 1,
      renamed: [{ from: old.id, to: 'arxiv:1', paper: joined }],
    });
    expect(await store.getPapers([old.id, 'arxiv:1'])).toEqual([undefined, joined]);
    expect(await titles('2026-01-01')).toEqual(['ConR: A Loss', 'Seven']);
    expect((await store.listDays())[0]?.papers).toBe(2);
  });

  it('is absorbed within one list', async () => {
    const old = byTitle('One');
    const result = await store.addPapers([old, paper('arxiv:1', 'One')]);
    expect(result).toMatchObject({ added: 1, merged: 1, renamed: [{ from: old.id, to: 'arxiv:1' }] });
    expect(await store.countPapers()).toBe(1);
  });

  it('has an id of 16 digits that spelling does not change', () => {
    expect(titleId('Con-R: A Loss')).toMatch(/^title:[0-9a-f]{16}$/);
    expect(titleId('Con-R: A Loss')).toBe(titleId('CONR a loss'));
    expect(titleId('ConR')).not.toBe(titleId('ConS'));
    // FNV-1a, 64 bits, of "a": from the published test vectors.
    expect(titleId('a')).toBe('title:af63dc4c8601ec8c');
    expect(titleId('?!')).toBeUndefined();
  });
});

it('keeps two identified papers of one title apart', async () => {
  await store.addPapers([
    paper('arxiv:1', 'Same'),
    paper('arxiv:2', 'Same'),
    byTitle('same', { tldr: 'S.' }),
  ]);
  expect((await store.getPapers(['arxiv:1', 'arxiv:2'])).map((one) => one?.tldr)).toEqual(['S.', undefined]);
  expect(await store.countPapers()).toBe(2);
});

describe('reading', () => {
  it('lists days newest first', async () => {
    const days = ['2025-12-31', '2026-01-02', '2026-01-01'];
    await store.addPapers(days.map((day, i) => paper(`arxiv:${i}`, `Title ${i}`, { day })));
    expect((await store.listDays()).map(({ day }) => day)).toEqual([
      '2026-01-02',
      '2026-01-01',
      '2025-12-31',
    ]);
  });

  it('goes through all papers in slices', async () => {
    await store.addPapers(['b', 'a', 'c', 'e', 'd'].map((id) => paper(`arxiv:${id}`, id)));
    const seen: string[] = [];
    for (let after: PaperId | undefined; ; ) {
      const batch = await store.readBatch(after, 2);
      if (batch.length === 0) break;
      seen.push(...batch.map(({ title }) => title));
      after = batch.at(-1)?.id;
    }
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('gives candidates and ledger back as they were', async () => {
    expect(await store.readCandidates()).toBeUndefined();
    expect(await store.readLedger('1')).toBeUndefined();
    const hashes = new Uint32Array([1, 2]);
    const candidates: Candidates = {
      generation: 7,
      hashes,
      owners: hashes,
      papers: ['arxiv:1', 'title:b c'],
    };
    await store.writeCandidates(candidates);
    await store.writeLedger(ledger('arxiv:1', 'arxiv:2'), '1', 7);
    expect(await store.readCandidates()).toEqual(candidates);
    expect(await store.readLedger('1')).toEqual(ledger('arxiv:1', 'arxiv:2'));
    await store.writeLedger(emptyLedger(), '1', 8);
    expect(await store.readLedger('1')).toEqual(emptyLedger());
  });

  it('knows a ledger of one form from those of others, and keeps the last', async () => {
    await store.writeLedger(ledger('arxiv:1'), '1', 1);
    expect([await store.hasLedger('1'), await store.hasLedger('2')]).toEqual([true, false]);
    await store.writeLedger(ledger('arxiv:2'), '2', 2);
    expect([await store.hasLedger('1'), await store.hasLedger('2')]).toEqual([false, true]);
    expect(await store.readLedger('2')).toEqual(ledger('arxiv:2'));
  });

  it('keeps the ledger before one that was not written to its end, and no part of that for long', async () => {
    await store.writeLedger(ledger('arxiv:1'), '1', 1);
    const impossible = { ...ledger('arxiv:2'), ends: (() => {}) as unknown as Uint32Array };
    await expect(store.writeLedger(impossible, '1', 2)).rejects.toThrow();
    expect(await store.readLedger('1')).toEqual(ledger('arxiv:1'));
    await store.writeLedger(ledger('arxiv:3'), '1', 3);
    const keys = await (await store.openDigest()).getAllKeys('candidates');
    expect(keys).toContain('ledger 1 3 papers');
    expect(keys.filter((key) => /^ledger 1 [12] /.test(key))).toEqual([]);
  });

  it('has the pieces of the search index that its manifest names, and no others', async () => {
    expect(await store.readManifest()).toBeUndefined();
    const write = (...names: string[]) =>
      store.writeSegments(new Map(names.map((name) => [name, `of ${name}`])));
    const read = async () => Object.fromEntries(await store.readSegments(['a', 'b', 'c']));
    await write('a', 'b');
    await store.writeManifest('first', new Set(['a', 'b']));
    await write('c');
    expect(await store.readManifest()).toBe('first');
    expect(await read()).toEqual({ a: 'of a', b: 'of b', c: 'of c' });
    await store.writeManifest('second', new Set(['b', 'c']));
    expect(await store.readManifest()).toBe('second');
    expect(await read()).toEqual({ a: undefined, b: 'of b', c: 'of c' });
  });
});

describe('what the index does not know of', () => {
  const changed = async () => (await store.pendingChanges())?.ids;

  it('is every paper that was added, changed or removed', async () => {
    expect(await changed()).toBeUndefined();
    await store.addPapers([paper('arxiv:1', 'One'), byTitle('Two')]);
    expect(await changed()).toEqual(['arxiv:1', titleId('Two')]);
    await store.addPapers([paper('arxiv:2', 'Two')]);
    expect(new Set(await changed())).toEqual(new Set(['arxiv:1', titleId('Two'), 'arxiv:2']));
  });

  it('is not a paper whose numbers alone changed', async () => {
    await store.addPapers([paper('arxiv:1', 'One')]);
    await store.forgetChanges((await store.pendingChanges()) as never);
    await store.addPapers([paper('arxiv:1', 'One', { upvotes: 3, comments: 1 })]);
    expect(await changed()).toBeUndefined();
    for (const more of [
      { aliases: ['Uno'] },
      { abstract: 'A.' },
      { authors: ['Ada Wick'] },
      { keywords: ['flint'] },
      { organization: 'Harbour Labs' },
      { links: [{ kind: 'code' as const, url: 'https://github.com/a/b' }] },
      { day: '2026-01-01' },
    ]) {
      await store.addPapers([paper('arxiv:1', 'One', more)]);
      expect(await changed()).toEqual(['arxiv:1']);
      await store.forgetChanges((await store.pendingChanges()) as never);
    }
  });

  it('is not forgotten with what was noted before it', async () => {
    await store.addPapers([paper('arxiv:1', 'One')]);
    const noted = await store.pendingChanges();
    await store.addPapers([paper('arxiv:2', 'Two')]);
    await store.forgetChanges(noted as never);
    expect(await changed()).toEqual(['arxiv:2']);
  });
});

describe('the connection', () => {
  it('gives way to a newer version, and says why it cannot be opened then', async () => {
    await store.addPapers([paper('arxiv:1', 'One')]);
    const newer = await openDB('digest', 99);
    await expect(store.countPapers()).rejects.toThrow(
      'The digest on this machine was written by a newer version of Titlelight.',
    );
    newer.close();
  });

  it('is opened again after it was closed by force', async () => {
    await store.addPapers([paper('arxiv:1', 'One')]);
    const database = await store.openDigest();
    expect(await store.openDigest()).toBe(database);
    forceCloseDatabase(unwrap(database) as never);
    expect(await store.countPapers()).toBe(1);
    expect(await store.openDigest()).not.toBe(database);
  });
});

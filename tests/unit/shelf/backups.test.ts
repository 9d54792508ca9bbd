import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isBackupDue } from '@/lib/settings/backup';
import { openWindow, paper } from './shelf.ts';

/** What the browser keeps apart from the databases. */
const kept: Record<string, unknown> = {};
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: structuredClone(kept[key]) }),
        // As the browser does: through JSON.
        set: async (values: object) => void Object.assign(kept, JSON.parse(JSON.stringify(values))),
        remove: async (key: string) => void delete kept[key],
      },
    },
  },
}));

/** As after the browser has lost every database. */
async function fresh() {
  globalThis.indexedDB = new IDBFactory();
  return { ...(await openWindow()), ...(await import('@/lib/shelf/backups')) };
}

let shelf: Awaited<ReturnType<typeof fresh>>;
beforeEach(async () => {
  for (const key of Object.keys(kept)) delete kept[key];
  shelf = await fresh();
});
afterEach(() => vi.restoreAllMocks());

const read = async (at: number) => JSON.parse((await (await shelf.backupFile(at))?.text()) ?? 'null');

it('holds all of the shelf, also what is off it, as a file that brings it back', async () => {
  await shelf.save([paper('arxiv:1'), paper('arxiv:2', { abstract: '注意 🦋' })]);
  await shelf.setNote('arxiv:1', 'Read again.');
  await shelf.remove('arxiv:2');
  const entries = await shelf.listEntries();
  const backup = await shelf.takeBackup('request', 5_000);
  expect(backup).toMatchObject({ at: 5_000, reason: 'request', papers: 1 });
  const file = (await shelf.backupFile(5_000)) as File;
  expect(file.name).toBe('titlelight-backup-1970-01-01.json');

  shelf = await fresh();
  await shelf.applyImport(await shelf.readShelfFile(file), 'merge');
  expect(await shelf.listEntries()).toEqual(entries);
});

it('is made only of a shelf that has changed', async () => {
  expect(await shelf.takeBackup('schedule', 1)).toBeUndefined();
  const { undo } = await shelf.save(paper('arxiv:1'));
  expect((await shelf.takeBackup('schedule', 10))?.at).toBe(10);
  expect((await shelf.takeBackup('import', 20))?.at).toBe(10);
  await shelf.setStatus(['arxiv:1'], 'read');
  expect((await shelf.takeBackup('import', 30))?.at).toBe(30);
  await shelf.save(paper('arxiv:2'));
  await shelf.undo(undo);
  expect((await shelf.takeBackup('import', 40))?.at).toBe(40);
  expect((await shelf.listBackups()).map(({ at }) => at)).toEqual([40, 30, 10]);
});

it('is kept among the newest, also where the clock was set back', async () => {
  for (let at = 1; at <= shelf.mostBackups + 3; at += 1) {
    await shelf.save(paper(`arxiv:${at}`));
    await shelf.takeBackup('schedule', at === 5 ? 1 : at * 10);
  }
  const backups = await shelf.listBackups();
  expect(backups).toHaveLength(shelf.mostBackups);
  expect(backups.slice(-2).map(({ at }) => at)).toEqual([41, 40]);
  expect((await read(41)).entries).toHaveLength(5);
  expect(await shelf.backupFile(10)).toBeUndefined();
});

it('that finds no room leaves those there are', async () => {
  await shelf.save(paper('arxiv:1'));
  await shelf.takeBackup('schedule', 10);
  await shelf.save(paper('arxiv:2'));
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Full.', 'QuotaExceededError');
  });
  await expect(shelf.takeBackup('schedule', 20)).rejects.toThrow('The disk is full: no backup was made.');
  vi.restoreAllMocks();
  expect((await shelf.listBackups()).map(({ at }) => at)).toEqual([10]);
  expect((await read(10)).entries).toHaveLength(1);
});

it('goes with everything else that is erased', async () => {
  await shelf.save(paper('arxiv:1'));
  await shelf.takeBackup('request', 10);
  await shelf.eraseBackups();
  expect(await shelf.listBackups()).toEqual([]);
  expect(await shelf.backupFile(10)).toBeUndefined();
});

describe('where the browser loses every database', () => {
  beforeEach(async () => {
    await shelf.save([paper('arxiv:1'), paper('arxiv:2')]);
    await shelf.takeBackup('schedule', 10);
    await shelf.save(paper('arxiv:3'));
    await shelf.takeBackup('schedule', 20);
  });

  it('the newest backup is there all the same, and brings the shelf back', async () => {
    const entries = await shelf.listEntries();
    shelf = await fresh();
    expect(await shelf.listEntries()).toEqual([]);
    expect((await shelf.listBackups()).map(({ at }) => at)).toEqual([20]);
    expect(await shelf.backupOfLostShelf()).toMatchObject({ at: 20, papers: 3 });
    await shelf.applyImport(await shelf.readShelfFile((await shelf.backupFile(20)) as File), 'restore');
    expect(await shelf.listEntries()).toEqual(entries);
    expect(await shelf.backupOfLostShelf()).toBeUndefined();
  });

  it('it does not give way to backups of what comes then', async () => {
    shelf = await fresh();
    expect(await shelf.takeBackup('schedule', 30)).toMatchObject({ at: 20 });
    await shelf.save(paper('arxiv:9'));
    expect(await shelf.takeBackup('schedule', 30)).toMatchObject({ at: 30, papers: 1 });
    expect((await shelf.listBackups()).map(({ at }) => at)).toEqual([30, 20]);
    expect((await read(20)).entries).toHaveLength(3);
  });

  it('it is of no use where it cannot be read, and does no harm', async () => {
    shelf = await fresh();
    for (const [key, value] of Object.entries(kept))
      kept[key] = { ...(value as object), content: 'not base64!' };
    expect(await shelf.listBackups()).toEqual([]);
    expect(await shelf.backupOfLostShelf()).toBeUndefined();
  });

  it('is told from a shelf that someone emptied', async () => {
    await shelf.remove(['arxiv:1', 'arxiv:2', 'arxiv:3']);
    expect(await shelf.listShelf()).toEqual([]);
    expect(await shelf.backupOfLostShelf()).toBeUndefined();
  });

  it('is told from one that was erased', async () => {
    const { eraseShelf } = await import('@/lib/shelf/erase');
    await eraseShelf();
    await shelf.eraseBackups();
    shelf = await fresh();
    expect(await shelf.backupOfLostShelf()).toBeUndefined();
  });
});

describe('a schedule', () => {
  const day = 24 * 60 * 60 * 1000;
  const due = (schedule: 'never' | 'daily' | 'weekly', doneAt: number | undefined, now: number) =>
    isBackupDue({ schedule, toFile: false, doneAt }, now);

  it('is due from the first day on, then every day or week', () => {
    expect(due('daily', undefined, 0)).toBe(true);
    expect(due('daily', 0, day - 1)).toBe(false);
    expect(due('daily', 0, day)).toBe(true);
    expect(due('weekly', 0, 7 * day - 1)).toBe(false);
    expect(due('weekly', 0, 7 * day)).toBe(true);
    expect(due('never', undefined, 99 * day)).toBe(false);
  });

  it('begins anew where the clock ran ahead', () => {
    expect(due('weekly', 9 * day, 8 * day)).toBe(true);
  });
});

import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DayFacts } from '@/lib/digest/catalogue/facts';
import type { Paper, PaperId } from '@/lib/paper/types';
import type { WatchWord } from '@/lib/settings/digest';

async function fresh() {
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  const [store, read, catalogue, archive] = await Promise.all([
    import('@/lib/digest/store'),
    import('@/lib/digest/catalogue/read'),
    import('@/lib/digest/catalogue/store'),
    import('@/lib/digest/archive'),
  ]);
  return { ...store, ...read, ...catalogue, ...archive };
}
let digest: Awaited<ReturnType<typeof fresh>>;

beforeEach(async () => {
  digest = await fresh();
});

const paper = (id: number, more: Partial<Paper> = {}): Paper => ({
  id: `arxiv:2601.0000${id}` as PaperId,
  title: `Lanterns Number ${id}`,
  aliases: [],
  authors: [],
  links: [],
  keywords: [],
  ...more,
});
const put = (day: string, papers: Paper[], syncedAt = 5) =>
  digest.replaceDay('hugging-face', day, papers, { syncedAt, etags: [] });

async function catalogued(words: WatchWord[] = []): Promise<DayFacts[]> {
  const days: DayFacts[] = [];
  await digest.readCatalogue({
    words,
    onMonth: (month) => days.push(...month),
    signal: new AbortController().signal,
  });
  return days;
}
const idsOf = (days: DayFacts[]) =>
  days.map(({ day, papers }) => [day, papers.map(({ id }) => id.slice(-1)).join('')]);

describe('ids of a day', () => {
  it('come as its papers do: the leading source first, each once', async () => {
    await digest.replaceDay('arxiv', '2026-01-05', [paper(3), paper(1)], { syncedAt: 5, etags: [] });
    await put('2026-01-05', [paper(2), paper(1)]);
    const papers = await digest.papersOfDay('2026-01-05');
    expect(await digest.idsOfDay('2026-01-05')).toEqual(papers.map(({ id }) => id));
    expect(papers.map(({ id }) => id.slice(-1)).join('')).toBe('213');
  });
});

describe('the catalogue', () => {
  it('holds the facts of every day, newest first, month by month', async () => {
    await put('2026-01-05', [
      paper(1, { upvotes: 7, organization: 'Lamp Works' }),
      paper(2, { links: [{ kind: 'code', url: 'https://github.com/a/b' }] }),
    ]);
    await put('2026-02-02', [paper(3)]);
    await put('2026-01-06', [paper(4)]);
    const days = await catalogued();
    expect(idsOf(days)).toEqual([
      ['2026-02-02', '3'],
      ['2026-01-06', '4'],
      ['2026-01-05', '12'],
    ]);
    expect(days[2]?.papers).toEqual([
      { id: paper(1).id, upvotes: 7, hasCode: false, organization: 'Lamp Works' },
      { id: paper(2).id, upvotes: 0, hasCode: true },
    ]);
  });

  it('reads no paper of a day that is as it was', async () => {
    await put('2026-01-05', [paper(1)]);
    await catalogued();
    const database = await digest.openDigest();
    await database.clear('papers');
    expect(idsOf(await catalogued())).toEqual([['2026-01-05', '1']]);
  });

  it('follows a day that its source has given anew, and one that is gone', async () => {
    await put('2026-01-05', [paper(1, { upvotes: 1 })]);
    await put('2026-01-06', [paper(2)]);
    await catalogued();
    await put('2026-01-05', [paper(1, { upvotes: 9 })], 6);
    await digest.dropDay('hugging-face', '2026-01-06');
    const days = await catalogued();
    expect(days.map(({ papers }) => papers.map(({ upvotes }) => upvotes))).toEqual([[9]]);
    expect((await digest.readDays('2026-01-01', '2026-01-31')).map(({ day }) => day)).toEqual(['2026-01-05']);
  });

  it('follows an import that adds nothing but knows more', async () => {
    const day = '2026-01-05';
    await digest.addPapers([paper(1, { day })]);
    await catalogued();
    await digest.addPapers([paper(1, { day, upvotes: 4 })]);
    expect((await catalogued())[0]?.papers[0]?.upvotes).toBe(4);
  });

  it('finds watch words, those that come later too, and forgets those that go', async () => {
    await put('2026-01-05', [paper(1, { authors: ['Ada Lamp'] }), paper(2)]);
    const author: WatchWord = { field: 'author', words: 'Lamp' };
    const title: WatchWord = { field: 'text', words: 'number 2' };
    expect((await catalogued([author]))[0]?.watched).toEqual({ 'author:lamp': [paper(1).id] });
    expect((await catalogued([author, title]))[0]?.watched).toEqual({
      'author:lamp': [paper(1).id],
      'text:number 2': [paper(2).id],
    });
    expect((await catalogued([title]))[0]?.watched).toEqual({ 'text:number 2': [paper(2).id] });
  });

  it('counts keywords, whatever their case', async () => {
    await put('2026-01-05', [
      paper(1, { keywords: ['Oil', 'wick'] }),
      paper(2, { keywords: ['oil ', 'oil', ''] }),
    ]);
    await catalogued();
    expect(await digest.readKeywords('2026-01-05', '2026-01-05')).toEqual([
      {
        day: '2026-01-05',
        papers: 2,
        keywords: [
          ['oil', 2],
          ['wick', 1],
        ],
      },
    ]);
  });

  it('ends early once nobody waits for it', async () => {
    await put('2026-01-05', [paper(1)]);
    await put('2026-02-02', [paper(2)]);
    const leaving = new AbortController();
    const months: DayFacts[][] = [];
    await digest.readCatalogue({
      words: [],
      signal: leaving.signal,
      onMonth(days) {
        months.push(days);
        leaving.abort();
      },
    });
    expect(months.length).toBe(1);
  });
});

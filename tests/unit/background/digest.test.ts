import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Paper, PaperId } from '@/lib/paper/types';

vi.mock('wxt/browser', () => ({ browser: {} }));
const announce = vi.hoisted(() => vi.fn());
vi.mock('@/lib/messages', () => ({ announce }));

async function fresh() {
  vi.resetModules();
  const [digest, store, shelf] = await Promise.all([
    import('@/entrypoints/background/digest'),
    import('@/lib/digest/store'),
    import('@/lib/shelf/store'),
  ]);
  return { ...digest, ...store, shelf };
}

let app: Awaited<ReturnType<typeof fresh>>;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  announce.mockClear();
  app = await fresh();
});

const paper = (id: string, title: string): Paper => ({
  id: id as PaperId,
  title,
  aliases: [],
  authors: [],
  links: [],
  keywords: [],
});
const nameless = (title: string) => paper(`title:${title.toLowerCase().padStart(16, '0')}`, title);
const day = '2026-01-01';
const replace = (papers: Paper[]) => app.replaceDay('hugging-face', day, papers, { syncedAt: 1, etags: [] });
const pending = async () => (await app.pendingRenames()).map(({ from, to }) => [from, to]);
const onShelf = async () => (await app.shelf.listShelf()).map(({ id }) => id);

describe('a paper that gets an id', () => {
  it.each([
    ['by an import', (papers: Paper[]) => app.addPapers(papers)],
    ['by a sync', replace],
  ])('%s is noted until the shelf has followed', async (_, bring) => {
    await app.addPapers([nameless('One')]);
    await app.shelf.save(nameless('One'));
    await bring([paper('arxiv:1', 'One')]);
    expect(await pending()).toEqual([[nameless('One').id, 'arxiv:1']]);
    app = await fresh();
    await app.followRenames();
    expect(await onShelf()).toEqual(['arxiv:1']);
    expect(await pending()).toEqual([]);
  });

  it('is followed once by all who ask at the same time', async () => {
    await app.addPapers([nameless('One')]);
    await app.addPapers([paper('arxiv:1', 'One')]);
    await Promise.all([app.followRenames(), app.followRenames(), app.followRenames()]);
    expect(announce).toHaveBeenCalledTimes(1);
  });

  it('is followed also where it comes while others are', async () => {
    await app.addPapers([nameless('One'), nameless('Two')]);
    await app.shelf.save(nameless('Two'));
    await app.addPapers([paper('arxiv:1', 'One')]);
    const first = await app.pendingRenames();
    await app.forgetRenames(first);
    await app.addPapers([paper('arxiv:2', 'Two')]);
    await app.forgetRenames(first);
    expect(await pending()).toEqual([[nameless('Two').id, 'arxiv:2']]);
    await app.followRenames();
    expect(await onShelf()).toEqual(['arxiv:2']);
  });
});

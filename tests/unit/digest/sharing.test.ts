import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Paper, PaperId } from '@/lib/paper/types';

const paper = (number: number, title: string, ...urls: string[]): Paper => ({
  id: `arxiv:2603.0000${number}` as PaperId,
  title,
  aliases: [],
  authors: [],
  links: urls.map((url) => ({ kind: /github/.test(url) ? 'code' : 'project', url })),
  keywords: [],
});

const repository = 'https://github.com/example-lab/anchors';
const anchors = paper(1, 'Anchors: A Method for Ships', repository);
const sequel = paper(2, 'Anchors Revisited', `${repository}/`, 'https://lab.example.org/anchors/');
const page = paper(3, 'On Quite Another Matter', 'https://www.lab.example.org/anchors/index.html');
const alone = paper(4, 'Nobody Shares This One', 'https://github.com/example-lab/alone');
const bare = paper(5, 'Nothing to Share');
const everyone = [anchors, sequel, page, alone, bare];

describe('papers that share a place', () => {
  let sharing: typeof import('@/lib/digest/sharing');
  let store: typeof import('@/lib/digest/store');

  beforeEach(async () => {
    vi.resetModules();
    globalThis.indexedDB = new IDBFactory();
    store = await import('@/lib/digest/store');
    sharing = await import('@/lib/digest/sharing');
    await store.addPapers(everyone);
  });

  async function index(): Promise<void> {
    const { IndexBuilder } = await import('@/lib/match/index-builder');
    const builder = new IndexBuilder();
    builder.add(everyone);
    const { candidates } = await builder.build(1);
    await store.writeCandidates(candidates);
  }

  const idsOf = async (papers: Paper[]) =>
    [...(await sharing.papersSharing(papers))].map(([id, others]) => [id, others.map((other) => other.id)]);

  it('are found by code and by project page, however the address is written', async () => {
    await index();
    expect(await idsOf(everyone)).toEqual([
      [anchors.id, [sequel.id]],
      [sequel.id, [anchors.id, page.id]],
      [page.id, [sequel.id]],
    ]);
  });

  it('are none before there is an index', async () => {
    expect(await idsOf(everyone)).toEqual([]);
  });
});

import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { PackedFilter } from '@/lib/match/membership';
import type { Paper, PaperId } from '@/lib/paper/types';

let filter: PackedFilter | undefined;
vi.mock('@/lib/published-filter', () => ({
  publishFilter: async (published: PackedFilter) => {
    filter = published;
  },
  readFilter: async () => filter,
}));
vi.mock('wxt/browser', () => ({ browser: { runtime: { getManifest: () => ({ version: '1.0.0' }) } } }));
vi.mock('@/lib/messages', () => ({ announce: () => {} }));

const store = await import('@/lib/digest/store');
const { updateIndex } = await import('@/entrypoints/background/reindex');
const { mentionsIn } = await import('@/lib/digest/lookup');
const { subjectOf } = await import('@/entrypoints/popup/state/subject');

const paper = (id: PaperId, title: string, more: Partial<Paper> = {}): Paper => ({
  id,
  title,
  aliases: [],
  authors: [],
  links: [],
  keywords: [],
  ...more,
});
const lanterns = paper(
  'arxiv:2406.00001',
  'Keeping a Thousand Paper Lanterns Alight in Strong Autumn Winds',
  {
    links: [
      { kind: 'code', url: 'https://github.com/someone/paper-lanterns' },
      { kind: 'project', url: 'https://paper-lanterns.github.io/' },
    ],
  },
);
const wicks = paper('arxiv:2406.00002', 'Wickworks');
const titled = paper('title:00000001', 'What a Lighthouse Keeper Knows About Moths');

beforeAll(async () => {
  await store.addPapers([lanterns, wicks, titled]);
  await updateIndex();
});

const about = async (address: string, title = '', isUnreadable = false) =>
  (await subjectOf({ address, title, isUnreadable }))?.id;

describe('a page is about', () => {
  it.each([
    ['https://arxiv.org/abs/2406.00001v3', '[2406.00001] Whatever', lanterns.id],
    ['https://huggingface.co/papers/2406.00002', 'Paper page - Wickworks', wicks.id],
    ['https://github.com/someone/paper-lanterns', 'GitHub - someone/paper-lanterns', lanterns.id],
    ['https://paper-lanterns.github.io/', 'Paper lanterns', lanterns.id],
    ['https://openreview.net/forum?id=aBcDeF', `${lanterns.title} | OpenReview`, lanterns.id],
    ['https://openreview.net/forum?id=aBcDeF', 'Wickworks | OpenReview', wicks.id],
    ['https://aclanthology.org/2024.acl-long.1/', `${titled.title} - ACL Anthology`, 'any title'],
  ])('the paper that %s, “%s” names', async (address, title, id) => {
    const found = await about(address, title);
    expect(id === 'any title' ? found?.startsWith('title:') : found === id).toBe(true);
  });

  it.each([
    ['https://arxiv.org/abs/2406.99999', '[2406.99999] Something else'],
    ['https://github.com/someone/paper-lanterns/issues', 'Issues'],
    ['https://github.com/someone/else', 'GitHub - someone/else'],
    ['https://openreview.net/group?id=ICLR.cc', 'Wickworks | OpenReview'],
    ['https://x.com/someone/status/1', `Someone on X: "${lanterns.title}" / X`],
    ['https://example.org/', ''],
  ])('none that %s, “%s” does not name', async (address, title) => {
    expect(await about(address, title)).toBeUndefined();
  });

  it.each([
    ['https://example.org/files/lamps.pdf', lanterns.title, lanterns.id],
    ['https://example.org/files/lamps.pdf', 'Wickworks', wicks.id],
    ['https://example.org/files/2406.00002v2.pdf', 'Microsoft Word - draft.doc', wicks.id],
    ['https://blog.example.org/', `${lanterns.title} – a blog`, lanterns.id],
    ['https://example.org/files/wickworks-manual.pdf', 'The Wickworks Manual', undefined],
    ['https://example.org/', '', undefined],
  ])('what its title says where nobody can look into it: %s, “%s”', async (address, title, id) => {
    expect(await about(address, title, true)).toBe(id);
  });
});

it("a link to a paper's own code is no mention on the paper's own page", async () => {
  const text = 'Code and data';
  const link = { start: 0, end: text.length, href: 'https://github.com/someone/paper-lanterns' };
  const block = { text, links: [link], startsBlock: true, endsBlock: true, seams: [] };
  expect((await mentionsIn([block], [])).flat().map(({ paper }) => paper)).toEqual([lanterns.id]);
  expect((await mentionsIn([block], [wicks.id])).flat()).toHaveLength(1);
  expect((await mentionsIn([block], [lanterns.id])).flat()).toEqual([]);
});

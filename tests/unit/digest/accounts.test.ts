import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '@/lib/digest/sources/registry';
import {
  addPapers,
  dropDay,
  getPaper,
  openDigest,
  papersOfDay,
  readBatch,
  replaceDay,
} from '@/lib/digest/store';
import { titleId } from '@/lib/match/title-id';
import type { Paper, PaperId } from '@/lib/paper/types';
import { paper } from './sync/server';

const day = '2026-01-01';
const later = '2026-01-02';
const vouched = { syncedAt: 5, etags: [] };

beforeEach(() => deleteDB('digest'));

const code = (name: string, stars?: number) => ({
  kind: 'code' as const,
  url: `https://github.com/placeholder-lab/${name}`,
  ...(stars !== undefined && { stars }),
});
const says = (source: SourceId, ...papers: Paper[]) => replaceDay(source, day, papers, vouched);
const one = (more: Partial<Paper> = {}) => paper('1', { title: 'One', ...more });

const full = one({
  authors: ['A. Author', 'B. Author'],
  abstract: 'All of it is here.',
  tldr: 'Short.',
  publishedAt: '2025-12-30',
  links: [code('first', 7), { kind: 'project', url: 'https://placeholder-lab.github.io/' }],
  keywords: ['lamps', 'moths'],
  upvotes: 30,
  comments: 4,
  organization: 'Placeholder Lab',
  submitter: 'S. Submitter',
  media: ['https://example.org/film.mp4'],
  thumbnail: 'https://example.org/small.png',
  withdrawnAt: '2026-01-03',
});

describe('what one source says', () => {
  it('is the whole paper, and gone where it is no longer said', async () => {
    await says('hugging-face', full);
    expect(await getPaper('arxiv:1')).toEqual({ ...full, day });
    const less = one({ authors: ['A. Author'], links: [code('second')], keywords: ['moths'], upvotes: 2 });
    await says('hugging-face', less);
    expect(await getPaper('arxiv:1')).toEqual({ ...less, day });
  });

  it('leaves an earlier title behind as an alias, each once', async () => {
    for (const title of ['One', 'Two', 'ONE', 'Three']) await says('hugging-face', one({ title }));
    expect(await getPaper('arxiv:1')).toMatchObject({ title: 'Three', aliases: ['Two', 'ONE'] });
  });

  it('on one day holds for the others that list the paper', async () => {
    await says('hugging-face', full);
    await replaceDay('hugging-face', later, [one({ upvotes: 31 })], vouched);
    expect(await papersOfDay(day)).toEqual([{ ...one({ upvotes: 31 }), day: later }]);
  });
});

describe('what several say', () => {
  const arxiv = one({ title: 'One, as Submitted', keywords: ['cs.CL'], links: [code('arxiv')] });
  const short = one({ keywords: ['moths'], links: [code('face', 3)], upvotes: 9 });

  it.each([
    ['leading', 'other'],
    ['other', 'leading'],
  ])('is put together, whoever speaks first: the %s, then the %s', async (first) => {
    const speak = [() => says('hugging-face', short), () => says('arxiv', arxiv)];
    if (first === 'other') speak.reverse();
    for (const say of speak) await say();
    const found = await getPaper('arxiv:1');
    expect(found).toMatchObject({ title: 'One', aliases: ['One, as Submitted'], upvotes: 9 });
    expect(new Set(found?.keywords)).toEqual(new Set(['cs.CL', 'moths']));
    expect(found?.links).toHaveLength(2);
  });

  it('loses only what its own speaker takes back', async () => {
    await says('arxiv', arxiv);
    await says('hugging-face', short);
    await says('hugging-face', one({ keywords: ['lamps'] }));
    const found = await getPaper('arxiv:1');
    expect(new Set(found?.keywords)).toEqual(new Set(['cs.CL', 'lamps']));
    expect(found?.links).toEqual([code('arxiv')]);
    expect(found?.upvotes).toBeUndefined();
  });

  it('is what the other says once a source lists the paper nowhere', async () => {
    await says('arxiv', arxiv);
    await says('hugging-face', short);
    await says('hugging-face');
    expect(await getPaper('arxiv:1')).toEqual({ ...arxiv, aliases: ['One'], day });
    await dropDay('arxiv', day);
    expect(await getPaper('arxiv:1')).toBeUndefined();
  });

  it('has what imports said for good, with the last word at the source', async () => {
    await addPapers([one({ keywords: ['mine'], upvotes: 1, tldr: 'By hand.' })]);
    await says('hugging-face', short);
    await addPapers([one({ keywords: ['too'], upvotes: 2 })]);
    const found = await getPaper('arxiv:1');
    expect(found).toMatchObject({ upvotes: 9, tldr: 'By hand.', links: [code('face', 3)] });
    expect(new Set(found?.keywords)).toEqual(new Set(['mine', 'too', 'moths']));
    await says('hugging-face');
    expect(await getPaper('arxiv:1')).toEqual(
      one({ keywords: ['mine', 'too'], upvotes: 2, tldr: 'By hand.' }),
    );
  });

  it('is no longer what a source said that lists the paper nowhere, though an import holds it on a day', async () => {
    await replaceDay('hugging-face', later, [], vouched);
    await addPapers([one({ day: later })]);
    await says('hugging-face', short);
    await says('hugging-face');
    expect(await getPaper('arxiv:1')).toEqual(one({ day: later }));
  });

  it('keeps the id that any of them knew', async () => {
    const byTitle = { ...one({ abstract: 'A.' }), id: titleId('One') as PaperId };
    await addPapers([byTitle]);
    await says('hugging-face', short);
    await says('hugging-face');
    expect(await readBatch(undefined, 9)).toEqual([{ ...byTitle, id: 'arxiv:1' }]);
  });

  it('is taken by the account that knows the id where one source gives both', async () => {
    await says('hugging-face', short, { ...one({ abstract: 'A.' }), id: titleId('One') as PaperId });
    expect(await getPaper('arxiv:1')).toEqual({ ...short, abstract: 'A.', day });
  });
});

it('takes a paper without accounts, as earlier versions wrote it, for what each of its sources said', async () => {
  await says('arxiv', full);
  await says('hugging-face', full);
  const digest = await openDigest();
  const { accounts, ...stored } = (await digest.get('papers', 'arxiv:1')) ?? {};
  expect(accounts).toBeDefined();
  await digest.put('papers', stored as never);
  await says('hugging-face');
  expect(await getPaper('arxiv:1')).toEqual({ ...full, day });
});

describe('whatever is said, in whatever order', () => {
  const sources = fc.constantFrom<SourceId>('hugging-face', 'arxiv');
  const days = fc.constantFrom(day, later);
  const keywords = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 });
  const papers = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('1', '2', '3'),
      keywords,
      upvotes: fc.option(fc.nat(9), { nil: undefined }),
    }),
    { selector: ({ id }) => id, maxLength: 3 },
  );
  const step = fc.oneof(
    fc.record({ kind: fc.constant('list' as const), source: sources, day: days, papers }),
    fc.record({ kind: fc.constant('drop' as const), source: sources, day: days }),
    fc.record({ kind: fc.constant('import' as const), day: days, papers }),
  );
  const paperOf = ({
    id,
    keywords,
    upvotes,
  }: {
    id: string;
    keywords: string[];
    upvotes: number | undefined;
  }) => paper(id, { keywords, ...(upvotes !== undefined && { upvotes }) });

  it('a paper is what its sources say now, and what imports said', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        await deleteDB('digest');
        const listed = new Map<string, Set<string>>();
        const said = new Map<string, Paper>();
        for (const one of steps) {
          if (one.kind === 'import') {
            await addPapers(one.papers.map((each) => ({ ...paperOf(each), day: one.day })));
            for (const each of one.papers) {
              const before = said.get(`import ${each.id}`);
              const all = [...new Set([...(before?.keywords ?? []), ...each.keywords])];
              said.set(
                `import ${each.id}`,
                paperOf({ ...each, keywords: all, upvotes: each.upvotes ?? before?.upvotes }),
              );
            }
            continue;
          }
          const list = one.kind === 'list' ? one.papers : [];
          if (one.kind === 'list') await replaceDay(one.source, one.day, list.map(paperOf), vouched);
          else await dropDay(one.source, one.day);
          listed.set(`${one.source} ${one.day}`, new Set(list.map(({ id }) => id)));
          for (const each of list) said.set(`${one.source} ${each.id}`, paperOf(each));
        }
        for (const id of ['1', '2', '3']) {
          const isListed = (source: string) =>
            [day, later].some((one) => listed.get(`${source} ${one}`)?.has(id));
          const heard = ['hugging-face', 'arxiv', 'import']
            .filter((one) => one === 'import' || isListed(one))
            .flatMap((one) => said.get(`${one} ${id}`) ?? []);
          const found = await getPaper(`arxiv:${id}`);
          expect(found !== undefined).toBe(heard.length > 0);
          expect(new Set(found?.keywords)).toEqual(new Set(heard.flatMap(({ keywords }) => keywords)));
          expect(found?.upvotes).toBe(heard.find(({ upvotes }) => upvotes !== undefined)?.upvotes);
        }
      }),
      { numRuns: 150 },
    );
  });
});

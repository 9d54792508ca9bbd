import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleId } from '@/lib/match/title-id';
import type { PaperId } from '@/lib/paper/types';
import { mergeEntries } from '@/lib/shelf/entry';
import { changesOf, findDuplicates, mergeAll, planMerge } from '@/lib/shelf/shelves';
import { readingStatuses, type ShelfEntry } from '@/lib/shelf/types';
import { entry, paper } from './shelf.ts';

/** The shelf that an import leaves, by id, lists in order. */
function mergeShelves(one: readonly ShelfEntry[], other: readonly ShelfEntry[]): ShelfEntry[] {
  const shelf = new Map(one.map((entry) => [entry.id, entry]));
  for (const { id, after } of changesOf(planMerge(one, other, mergeAll))) {
    if (after) shelf.set(id, after);
    else shelf.delete(id);
  }
  return [...shelf.values()]
    .map((entry) => mergeEntries(entry, entry))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Papers of the world, each with what it may be known by. No two share a title. */
const world = [
  {
    ids: ['arxiv:2301.00001', 'doi:10.1/one'],
    titles: ['Moths Around a Lamp', 'Moths and Lamps', 'MothNet'],
    author: 'Ada Light',
  },
  { ids: ['arxiv:2301.00002'], titles: ['Counting Lamps by Night', 'LampCount'], author: 'Bo Lamp' },
  { ids: ['doi:10.1/three'], titles: ['A Survey of Moths'], author: 'Ada Light' },
  { ids: [], titles: ['Night Light', 'Light at Night'], author: 'Cy Dusk' },
] as const satisfies { ids: PaperId[]; titles: string[]; author: string }[];

const time = fc.integer({ min: 1, max: 4 });
const tags = fc.subarray(['a', 'b', 'c']);

/** One account of a paper of the world: under one of its names, knowing some of its titles. */
const anyEntry: fc.Arbitrary<ShelfEntry> = fc.constantFrom(...world).chain(({ ids, titles, author }) =>
  fc
    .record(
      {
        known: fc.shuffledSubarray([...titles], { minLength: 1 }),
        id: fc.option(fc.constantFrom<PaperId | undefined>(...ids, undefined), { nil: undefined }),
        status: fc.constantFrom(...readingStatuses),
        tags,
        note: fc.constantFrom('', 'n', 'n and more', 'm'),
        addedAt: time,
        updatedAt: time,
        removedAt: time,
        keywords: tags,
        isWhole: fc.boolean(),
      },
      {
        requiredKeys: [
          'known',
          'id',
          'status',
          'tags',
          'note',
          'addedAt',
          'updatedAt',
          'keywords',
          'isWhole',
        ],
      },
    )
    .map(({ known, id, keywords, isWhole, ...rest }) => {
      const [title = '', ...aliases] = known;
      const own = (isWhole ? ids[0] : id) ?? (titleId(title) as PaperId);
      const otherIds = isWhole ? ids.slice(1) : [];
      return entry(own, {
        ...rest,
        paper: paper(own, { title, aliases, authors: [author], keywords }),
        ...(otherIds.length > 0 && { otherIds }),
      });
    }),
);
/** A shelf as any merge leaves it. */
const anyShelf = fc.array(anyEntry, { maxLength: 8 }).map((entries) => mergeShelves([], entries));

describe('whatever the shelves', () => {
  const check = (...[property]: Parameters<typeof fc.assert>) =>
    fc.assert(property as never, { numRuns: 400 });

  it('they come to the same in either order', () => {
    check(
      fc.property(anyShelf, anyShelf, (a, b) => {
        expect(mergeShelves(a, b)).toEqual(mergeShelves(b, a));
      }),
    );
  });

  it('they come to the same in any grouping', () => {
    check(
      fc.property(anyShelf, anyShelf, anyShelf, (a, b, c) => {
        expect(mergeShelves(mergeShelves(a, b), c)).toEqual(mergeShelves(a, mergeShelves(b, c)));
      }),
    );
  });

  it('meeting again changes nothing', () => {
    check(
      fc.property(anyShelf, anyShelf, (a, b) => {
        const once = mergeShelves(a, b);
        expect(mergeShelves(once, a)).toEqual(once);
        expect(mergeShelves(b, once)).toEqual(once);
        expect(mergeShelves(once, once)).toEqual(once);
      }),
    );
  });

  it('nothing of either is lost', () => {
    check(
      fc.property(anyShelf, anyShelf, (a, b) => {
        const merged = mergeShelves(a, b);
        for (const one of [...a, ...b]) {
          const kept = merged.find(({ paper }) => [paper.title, ...paper.aliases].includes(one.paper.title));
          expect(kept?.tags).toEqual(expect.arrayContaining(one.tags));
          expect(kept?.paper.keywords).toEqual(expect.arrayContaining(one.paper.keywords));
          for (const note of one.note.split('\n\n---\n\n')) expect(kept?.note).toContain(note);
          if (one.removedAt === undefined) expect(kept).not.toHaveProperty('removedAt');
        }
      }),
    );
  });
});

describe('one paper of two entries', () => {
  const titled = (id: PaperId, title: string, author = 'Ada Light') =>
    entry(id, { paper: paper(id, { title, authors: [author] }) });
  const ids = (...entries: ShelfEntry[]) => mergeShelves([], entries).map(({ id }) => id);
  const byTitle = titleId('Moths Around a Lamp') as PaperId;

  it('is found by its title, and goes by its number', () => {
    expect(ids(titled(byTitle, 'Moths around a lamp'), titled('arxiv:1', 'Moths Around a Lamp'))).toEqual([
      'arxiv:1',
    ]);
  });

  it('is a preprint with its publication where title and first author agree', () => {
    const [one] = mergeShelves([titled('doi:10.1/a', 'Moths')], [titled('arxiv:1', 'Moths')]);
    expect(one).toMatchObject({ id: 'arxiv:1', paper: { id: 'arxiv:1' }, otherIds: ['doi:10.1/a'] });
    expect(ids(titled('doi:10.1/a', 'Moths'), titled('arxiv:1', 'Moths', 'Bo Lamp'))).toHaveLength(2);
  });

  it('is not taken for another one of the same title', () => {
    expect(ids(titled('arxiv:1', 'Moths'), titled('arxiv:2', 'Moths'))).toEqual(['arxiv:1', 'arxiv:2']);
    expect(
      ids(
        titled('arxiv:1', 'Moths'),
        titled('arxiv:2', 'Moths'),
        titled(titleId('Moths') as PaperId, 'Moths'),
      ),
    ).toHaveLength(3);
  });

  it('is shown to a person where it may be one', () => {
    expect(
      findDuplicates([
        { ...titled('arxiv:2', 'Moths'), addedAt: 2 },
        titled('arxiv:1', 'Moths'),
        titled('arxiv:3', 'Lamps'),
      ]),
    ).toEqual([['arxiv:1', 'arxiv:2']]);
  });
});

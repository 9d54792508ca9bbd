import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkKind, Paper } from '@/lib/paper/types';
import { mergeEntries } from '@/lib/shelf/entry';
import type { ReadingStatus, ShelfEntry } from '@/lib/shelf/types';

const entry = (more: Partial<ShelfEntry> = {}): ShelfEntry => ({
  id: 'arxiv:1',
  paper: { id: 'arxiv:1', title: 'T', aliases: [], authors: [], links: [], keywords: [] },
  status: 'to-read',
  tags: [],
  note: '',
  addedAt: 1,
  updatedAt: 1,
  ...more,
});

describe('one entry of two', () => {
  const noteOf = (one: string, other: string) =>
    mergeEntries(entry({ note: one }), entry({ note: other })).note;

  it('has the status of the one changed last, the further one where both were at once', () => {
    const read = entry({ status: 'read' });
    expect(mergeEntries(read, entry({ status: 'reading', updatedAt: 2 })).status).toBe('reading');
    expect(mergeEntries(entry({ status: 'reading' }), read).status).toBe('read');
  });

  it('keeps both notes, and no part of one twice', () => {
    expect(noteOf('b\n\na', 'c')).toBe('b\n\na\n\n---\n\nc');
    expect(noteOf('a\n\nb', 'a')).toBe('a\n\nb');
    expect(noteOf('', 'a')).toBe('a');
  });

  it('is off the shelf only if both were', () => {
    expect(mergeEntries(entry({ removedAt: 1 }), entry({ removedAt: 2 })).removedAt).toBe(2);
    expect(mergeEntries(entry({ removedAt: 1 }), entry())).not.toHaveProperty('removedAt');
  });

  it('is titled as the one changed last, and knows the other title', () => {
    const named = (title: string, updatedAt: number) =>
      entry({ updatedAt, paper: { ...entry().paper, title } });
    expect(mergeEntries(named('New', 2), named('Old', 1)).paper).toMatchObject({
      title: 'New',
      aliases: ['Old'],
    });
  });
});

const word = fc.constantFrom('a', 'b', 'c');
const words = fc.uniqueArray(word).map((list) => list.sort());
const time = fc.integer({ min: 1, max: 3 });
const link = fc.record(
  {
    kind: fc.constantFrom<LinkKind>('code', 'project'),
    url: fc.constantFrom('https://github.com/o/a', 'https://github.com/o/a/tree/main/x', 'https://a.org/'),
    stars: time,
  },
  { requiredKeys: ['kind', 'url'] },
);
const paper: fc.Arbitrary<Paper> = fc.record(
  {
    id: fc.constant<Paper['id']>('arxiv:1'),
    title: word,
    aliases: words,
    authors: fc.array(word),
    links: fc.array(link),
    keywords: words,
    abstract: fc.constantFrom('Long.', 'L...', 'M...'),
    publishedAt: fc.constantFrom('2025-02', '2025-02-03'),
    upvotes: time,
    submitter: word,
    media: words,
  },
  { requiredKeys: ['id', 'title', 'aliases', 'authors', 'links', 'keywords'] },
);
const note = fc
  .array(fc.constantFrom('a', 'b', 'ab', ' ', '\n', '\n\n', '---', '\n---\n', '\n\n---\n\n'))
  .map((parts) => parts.join(''));
const anyEntry: fc.Arbitrary<ShelfEntry> = fc.record(
  {
    id: fc.constant<ShelfEntry['id']>('arxiv:1'),
    paper,
    status: fc.constantFrom<ReadingStatus>('to-read', 'reading', 'read'),
    tags: words,
    note,
    addedAt: time,
    updatedAt: time,
    removedAt: time,
  },
  { requiredKeys: ['id', 'paper', 'status', 'tags', 'note', 'addedAt', 'updatedAt'] },
);

describe('whatever the entries', () => {
  it('they come to the same in either order', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (a, b) => {
        expect(mergeEntries(a, b)).toEqual(mergeEntries(b, a));
      }),
    );
  });

  it('they come to the same in any grouping', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, anyEntry, (a, b, c) => {
        expect(mergeEntries(mergeEntries(a, b), c)).toEqual(mergeEntries(a, mergeEntries(b, c)));
      }),
    );
  });

  it('meeting again changes nothing', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (a, b) => {
        const once = mergeEntries(a, b);
        expect(mergeEntries(once, a)).toEqual(once);
        expect(mergeEntries(once, b)).toEqual(once);
        expect(mergeEntries(once, once)).toEqual(once);
      }),
    );
  });

  it('an entry that meets itself keeps all it has', () => {
    fc.assert(
      fc.property(anyEntry, (a) => {
        const { note: _, paper: __, ...plain } = a;
        expect(mergeEntries(a, a)).toMatchObject(plain);
        expect(mergeEntries(a, a).paper.title).toBe(a.paper.title);
        expect(mergeEntries(a, a).paper.authors).toEqual(a.paper.authors);
      }),
    );
  });
});

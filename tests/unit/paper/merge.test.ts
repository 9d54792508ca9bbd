import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkKey } from '@/lib/paper/links';
import { mergePapers } from '@/lib/paper/merge';
import type { LinkKind, Paper, PaperId } from '@/lib/paper/types';

const bare = (id: PaperId, title: string, more: Partial<Paper> = {}): Paper => ({
  id,
  title,
  aliases: [],
  authors: [],
  links: [],
  keywords: [],
  ...more,
});

describe('merging two accounts of a paper', () => {
  it('fills what the other lacks', () => {
    const media = ['https://example.org/a.png'];
    const starter = bare('arxiv:1', 'T', {
      submitter: 'S. Submitter',
      media,
      tldr: 'Short.',
      day: '2026-07-29',
      authors: ['A'],
    });
    const page = bare('title:0', 'T', { abstract: 'Long.', upvotes: 3 });
    expect(mergePapers(starter, page)).toEqual({ ...starter, abstract: 'Long.', upvotes: 3 });
    expect(mergePapers(page, starter)).toEqual({ ...starter, abstract: 'Long.', upvotes: 3 });
  });

  it('takes the later word where both speak', () => {
    const merged = mergePapers(
      bare('arxiv:1', 'LLaVA-o1', { upvotes: 3, abstract: 'First.', authors: ['A. B'] }),
      bare('arxiv:1', 'LLaVA-CoT', { upvotes: 2, abstract: 'Second.', authors: ['A. C'] }),
    );
    expect(merged).toMatchObject({ title: 'LLaVA-CoT', upvotes: 2, abstract: 'Second.', authors: ['A. C'] });
    expect(merged.aliases).toEqual(['LLaVA-o1']);
  });

  it('keeps the earlier word where it says more', () => {
    const merged = mergePapers(
      bare('arxiv:1', 'T', {
        publishedAt: '2025-02-03',
        authors: ['A', 'B'],
        abstract: 'All of it is here.',
      }),
      bare('arxiv:1', 'T', { publishedAt: '2025-02', authors: ['A'], abstract: 'All of...' }),
    );
    expect(merged).toMatchObject({
      publishedAt: '2025-02-03',
      authors: ['A', 'B'],
      abstract: 'All of it is here.',
    });
  });

  it('keeps the title of the account that has an id, and the other as an alias', () => {
    const merged = mergePapers(bare('arxiv:1', 'New Name'), bare('title:0', 'Old Name'));
    expect(merged).toMatchObject({ id: 'arxiv:1', title: 'New Name', aliases: ['Old Name'] });
  });

  it('takes no title for an alias that differs in case or punctuation alone', () => {
    expect(mergePapers(bare('arxiv:1', 'A: b-c'), bare('arxiv:1', 'A  B C')).aliases).toEqual([]);
  });
});

const title = fc.constantFrom('One', 'one!', 'Two: a Thing', 'Three');
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const link = fc.record({
  kind: fc.constant<LinkKind>('code'),
  url: fc.constantFrom(
    'https://github.com/o/a',
    'https://github.com/O/a/tree/main/x',
    'https://github.com/o/b',
  ),
});
const account: fc.Arbitrary<Paper> = fc
  .record({
    title,
    aliases: fc.uniqueArray(title),
    authors: fc.array(fc.constantFrom('A', 'B')),
    links: fc.uniqueArray(link, { selector: ({ url }) => linkKey(url) }),
    keywords: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
    abstract: maybe(fc.constantFrom('Long abstract.', 'Long...')),
    tldr: maybe(fc.constantFrom('s', 't')),
    upvotes: maybe(fc.nat()),
    publishedAt: maybe(fc.constantFrom('2025-02', '2025-02-03')),
    day: maybe(fc.constant('2026-01-01')),
  })
  .map((fields) => {
    const known = Object.entries(fields).filter(([, value]) => value !== undefined);
    return { id: 'arxiv:1', ...(Object.fromEntries(known) as Omit<Paper, 'id'>) };
  });

const fold = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
/** What must not depend on the order of two accounts. */
const substance = (paper: Paper) => ({
  fields: Object.keys(paper).sort(),
  titles: [...new Set([paper.title, ...paper.aliases].map(fold))].sort(),
  links: paper.links.map(({ url }) => url.toLowerCase()).sort(),
  keywords: [...paper.keywords].sort(),
  authors: paper.authors.length,
  publishedAt: paper.publishedAt,
  abstract: paper.abstract,
});

describe('whatever the accounts', () => {
  it('nothing is lost in either order', () => {
    fc.assert(
      fc.property(account, account, (a, b) => {
        expect(substance(mergePapers(a, b))).toEqual(substance(mergePapers(b, a)));
      }),
    );
  });

  it('the same account again changes nothing', () => {
    fc.assert(
      fc.property(account, account, (a, b) => {
        const once = mergePapers(a, b);
        expect(mergePapers(once, b)).toEqual(once);
        expect(mergePapers(once, once)).toEqual(once);
      }),
    );
  });

  it('three accounts come to the same in any grouping', () => {
    fc.assert(
      fc.property(account, account, account, (a, b, c) => {
        expect(substance(mergePapers(mergePapers(a, b), c))).toEqual(
          substance(mergePapers(a, mergePapers(b, c))),
        );
      }),
    );
  });
});

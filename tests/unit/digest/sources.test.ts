import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSources } from '@/lib/digest/places';
import { isDailyItem, readDailyItem } from '@/lib/digest/sources/daily-item';
import { readFlat } from '@/lib/digest/sources/flat';
import { dayInName } from '@/lib/digest/sources/paper';
import { sourceIds } from '@/lib/digest/sources/registry';
import { parseStarter } from '@/lib/digest/sources/starter';
import { titleId } from '@/lib/match/title-id';

const items: { paper: Record<string, unknown> }[] = JSON.parse(
  readFileSync(new URL('../../fixtures/digests/daily_papers_2026-03-03.json', import.meta.url), 'utf8'),
);
const [full, sparse] = items as [(typeof items)[0], (typeof items)[0]];

it('are registered in the order in which their papers are listed', () => {
  expect(sourceIds.toSorted(compareSources)).toEqual(sourceIds);
});

describe('an item of the API', () => {
  it('becomes a paper', () => {
    expect(readDailyItem(full, '2026-03-04')).toEqual({
      paper: {
        id: 'arxiv:2603.00001',
        title: 'Is a Toaster All You Need?',
        aliases: [],
        authors: ['A. Author', 'C. Author'],
        publishedAt: '2026-03-01',
        day: '2026-03-03',
        abstract:
          'An invented abstract about toasters,\nwrapped over lines.\nCode is at https://github.com/placeholder-lab/Toaster.',
        tldr: 'A toaster, summed up.',
        links: [
          { kind: 'code', url: 'https://github.com/placeholder-lab/Toaster', stars: 31 },
          { kind: 'project', url: 'https://placeholder-lab.github.io/toaster/' },
        ],
        keywords: ['toast', 'bread'],
        upvotes: 12,
        comments: 4,
        organization: 'Placeholder Lab',
        submitter: 'someone',
        thumbnail: 'https://example.org/2603.00001.png',
      },
    });
  });

  it('takes null and what is missing for unknown, and the day that was asked', () => {
    expect(readDailyItem(sparse, '2026-03-03')).toEqual({
      paper: {
        id: 'arxiv:2603.00002',
        title: 'Teapots as Kernels',
        aliases: [],
        authors: ['D. Author'],
        publishedAt: '2026-03-02',
        day: '2026-03-03',
        abstract: 'An invented abstract about teapots.',
        links: [],
        keywords: [],
        upvotes: 0,
        comments: 0,
      },
    });
    expect(readDailyItem(sparse)).not.toHaveProperty('paper.day');
  });

  it('may be the bare paper, which is a flat record', () => {
    expect(isDailyItem(full)).toBe(true);
    expect(isDailyItem(full.paper)).toBe(false);
    expect(readFlat(full.paper)).toEqual(readDailyItem({ paper: full.paper }));
  });

  it('keeps the title beside the paper as an alias where it differs', () => {
    const renamed = { ...full, title: 'An Earlier Name' };
    expect(readDailyItem(renamed)).toHaveProperty('paper.aliases', ['An Earlier Name']);
  });

  it('has what stands beside the paper, and good addresses only', () => {
    const item = {
      paper: { title: 'T', mediaUrls: [] },
      submittedBy: { name: 'someone', fullname: 'S. Submitter', avatarUrl: '/avatars/s.svg' },
      organization: { name: 'placeholder-lab' },
      mediaUrls: ['https://example.org/a.png', '/relative.png', 'javascript:alert()'],
      thumbnail: '/relative.png',
    };
    expect(readDailyItem(item)).toMatchObject({
      paper: {
        submitter: 'S. Submitter',
        organization: 'placeholder-lab',
        media: ['https://example.org/a.png'],
      },
    });
    expect(readDailyItem(item)).not.toHaveProperty('paper.thumbnail');
  });

  it.each([
    ['no title', { ...full, paper: { ...full.paper, title: null } }, 'it has no title'],
    ['a count in words', { ...full, paper: { ...full.paper, upvotes: [] } }, 'its upvotes are not a number'],
    ['names as text', { ...full, paper: { ...full.paper, authors: 'A' } }, 'its authors are not names'],
    ['no paper', { title: 'T', paper: 'x' }, 'it is not a record'],
    ['a number', 5, 'it is not a record'],
  ])('is named where it is malformed: %s', (_, record, why) => {
    expect(readDailyItem(record)).toMatchObject({ why });
  });

  it('says of which day it is even where it is malformed', () => {
    const paper = { title: null, submittedOnDailyAt: '2026-03-04T00:00:00.000Z' };
    expect(readDailyItem({ paper })).toMatchObject({ day: '2026-03-04' });
    expect(readDailyItem({ paper: { ...paper, submittedOnDailyAt: 5 } })).not.toHaveProperty('day');
  });
});

describe('a flat record', () => {
  it('becomes a paper', () => {
    const flat = {
      id: '2310.19909v2',
      title: 'A Wrapped   Title\n of Two Lines',
      arxivTitle: 'An Older Title',
      abstract: 'Code: https://github.com/o/n.',
      authors: ['A.  Author', ''],
      publishedAt: '2023-10',
      date: '2023-10-31',
      submittedOnDailyAt: '2023-11-01T00:00:00.000Z',
      githubRepo: 'https://github.com/o/n',
      githubStars: '1.3k',
      projectPage: 'https://o.github.io/n',
      links: ['https://huggingface.co/spaces/o/n', 'not a link'],
      organization: 'O',
      thumbnail: '/relative.png',
      src: 'hf',
    };
    expect(readFlat(flat, '2020-01-01')).toEqual({
      paper: {
        id: 'arxiv:2310.19909',
        title: 'A Wrapped Title of Two Lines',
        aliases: ['An Older Title'],
        authors: ['A. Author'],
        publishedAt: '2023-10',
        day: '2023-11-01',
        abstract: 'Code: https://github.com/o/n.',
        links: [
          { kind: 'code', url: 'https://github.com/o/n', stars: 1300 },
          { kind: 'project', url: 'https://o.github.io/n' },
          { kind: 'demo', url: 'https://huggingface.co/spaces/o/n' },
        ],
        keywords: [],
        organization: 'O',
      },
    });
  });

  it.each([
    ['1211.4246', 'arxiv:1211.4246'],
    ['arXiv:2309.06651v3', 'arxiv:2309.06651'],
    ['cs/0112017', 'arxiv:cs/0112017'],
    ['10.1145/1234.5678', 'doi:10.1145/1234.5678'],
    ['doi:10.48550/arXiv.2309.06651', 'arxiv:2309.06651'],
    ['65a103d5230f8846b1b99cfa', titleId('T')],
    ['', titleId('T')],
    [null, titleId('T')],
  ])('with the id %s', (id, expected) => {
    expect(readFlat({ id, title: 'T' })).toHaveProperty('paper.id', expected);
  });

  it('takes its summary for the abstract where it has no other', () => {
    const flat = { title: 'T', summary: 'S', authors: ['A. Author'] };
    expect(readFlat(flat)).toMatchObject({ paper: { abstract: 'S', authors: ['A. Author'] } });
    expect(readFlat({ ...flat, abstract: 'A' })).toHaveProperty('paper.abstract', 'A');
  });

  it('takes its day from date, else from what was asked', () => {
    expect(readFlat({ title: 'T', date: '2024-01-02' }, '2020-01-01')).toHaveProperty(
      'paper.day',
      '2024-01-02',
    );
    expect(readFlat({ title: 'T', date: '2024-01' }, '2020-01-01')).toHaveProperty('paper.day', '2020-01-01');
    expect(readFlat({ title: 'T' })).not.toHaveProperty('paper.day');
  });

  it.each([
    [{}, 'it has no title'],
    [{ title: ' ' }, 'it has no title'],
    [{ title: '???' }, 'its title has no letters'],
    [{ title: 5 }, 'its title is not text'],
    [{ title: 'x'.repeat(1_001) }, 'its title is too long'],
    [{ title: 'T', authors: ['A', 7] }, 'its authors are not names'],
    [{ title: 'T', authors: 'A. Author' }, 'its authors are not names'],
    [{ title: 'T', upvotes: -1 }, 'its upvotes are not a whole number'],
    [{ title: 'T', links: [{}] }, 'its links are not addresses'],
    [{ title: 'T', organization: 5 }, 'its organization is not a name'],
    [[], 'it has no title'],
    [null, 'it is not a record'],
  ])('that is none: %j', (record, why) => expect(readFlat(record)).toMatchObject({ why }));

  it('is read or refused, never thrown at', () => {
    const field = fc.constantFrom(
      'id',
      'title',
      'authors',
      'links',
      'date',
      'organization',
      'githubStars',
      'paper',
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(field, fc.jsonValue())), (record) => {
        for (const reading of [readFlat(record), readDailyItem(record)]) {
          expect('paper' in reading ? reading.paper.id : reading.why).toMatch(/./);
        }
      }),
    );
  });
});

describe('the starter digest', () => {
  const text = readFileSync(new URL('../../../public/starter-digest.jsonl', import.meta.url), 'utf8');

  it('holds 83 papers of one day, each with an id, authors and a summary, none with an abstract', () => {
    const { day, papers } = parseStarter(text);
    expect(papers).toHaveLength(83);
    expect(new Set(papers.map((paper) => paper.id)).size).toBe(83);
    for (const paper of papers) {
      expect(paper).toMatchObject({ id: expect.stringMatching(/^arxiv:\d{4}\.\d{4,5}$/), day });
      expect(paper.authors.length).toBeGreaterThan(0);
      expect(paper.tldr?.length).toBeGreaterThan(40);
      expect(paper).not.toHaveProperty('abstract');
    }
  });

  it('is refused where a line of it is wrong', () => {
    expect(() => parseStarter('{"id":"1"}')).toThrow('Starter digest, line 1: it has no title.');
    expect(() => parseStarter('{"title":"T"}')).toThrow('names no day');
  });
});

it('finds a day in the name of a file', () => {
  expect(dayInName('daily_papers_2024-08-01.json')).toBe('2024-08-01');
  expect(dayInName('2024-08-01.json.gz')).toBe('2024-08-01');
  expect(dayInName('papers-12024-08-011.json')).toBeUndefined();
  expect(dayInName('2024-13-01.json')).toBeUndefined();
  expect(dayInName(undefined)).toBeUndefined();
});

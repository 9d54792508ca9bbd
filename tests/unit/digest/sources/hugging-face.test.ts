import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Span, SpanAnswer } from '@/lib/digest/sources/source';
import { inventedPaper } from '../../../support/api/paper';
import { type Served, serve, switchedOn } from './api';

let served: Served;

beforeEach(async () => {
  served = await serve();
});
afterEach(() => served.web.close());

const huggingFace = switchedOn('hugging-face');
const read = (span: Span, etags: readonly string[] = []) => huggingFace.read(span, served.ask, etags);

async function answer(span: Span): Promise<SpanAnswer> {
  const found = await read(span);
  if (typeof found === 'string') throw new Error(`The answer is ${found}.`);
  return found;
}

const idsOf = ({ days }: SpanAnswer, day: string) => days.get(day)?.map(({ id }) => id);
const listOf = (day: string) => served.api.day(day).papers.map(({ id }) => `arxiv:${id}`);

/** Puts `count` papers of their own on a day. */
function fill(day: string, count: number): void {
  const from = Date.parse(day) / 86_400_000;
  served.api
    .day(day)
    .set(Array.from({ length: count }, (_, number) => inventedPaper(from * 1_000 + number, day)));
}

describe('a day', () => {
  it('is read as the server lists it', async () => {
    fill('2026-03-02', 40);
    const found = await answer({ day: '2026-03-02' });
    expect(idsOf(found, '2026-03-02')).toEqual(listOf('2026-03-02'));
    expect(found.days.size).toBe(1);
    expect(found.skipped).toEqual([]);
    expect(served.asked()).toEqual(['/api/daily_papers?date=2026-03-02&limit=100&p=0']);
  });

  it('has every field of interest', async () => {
    served.api
      .day('2026-03-02')
      .set([{ ...inventedPaper(3, '2026-03-01'), withdrawnAt: '2026-03-04T00:00:00.000Z' }]);
    const { days } = await answer({ day: '2026-03-02' });
    expect(days.get('2026-03-02')).toEqual([
      {
        id: 'arxiv:2603.00003',
        title: 'Quiet Teapots for Folding in the Mountain of Models',
        aliases: [],
        authors: ['D. Author', 'E. Author', 'F. Author'],
        publishedAt: '2026-03-01',
        day: '2026-03-02',
        abstract: 'We look at teapots of the quiet kind.\nThey help with folding, as invented figures show.',
        tldr: 'Teapots make folding easier.',
        links: [
          { kind: 'code', url: 'https://github.com/placeholder-lab/quiet-teapots-3', stars: 3 },
          { kind: 'project', url: 'https://placeholder-lab.github.io/quiet-teapots-3/' },
        ],
        keywords: ['teapots', 'folding'],
        upvotes: 3,
        comments: 3,
        organization: 'Placeholder Lab',
        submitter: 'submitter-3',
        media: ['https://example.org/media/2603.00003.png'],
        thumbnail: 'https://example.org/thumbnails/2603.00003.png',
        withdrawnAt: '2026-03-04',
      },
    ]);
  });

  it('may be empty', async () => {
    expect(await answer({ day: '2026-03-01' })).toMatchObject({ days: new Map([['2026-03-01', []]]) });
  });

  it('before 2025 is that which was asked for', async () => {
    fill('2024-08-01', 2);
    const { days } = await answer({ day: '2024-08-01' });
    expect(days.get('2024-08-01')?.map((paper) => paper.day)).toEqual(['2024-08-01', '2024-08-01']);
  });

  it('leaves out papers that say they are of another day, by name', async () => {
    const item = (title: string, day: string) => ({
      paper: { title, submittedOnDailyAt: `${day}T03:55:12.777Z` },
    });
    const text = JSON.stringify([
      item('T', '2026-03-02'),
      item('U', '2026-03-09'),
      { paper: { title: 'V' } },
    ]);
    const found = await huggingFace.read({ day: '2026-03-02' }, async () => ({ unchanged: false, text }), []);
    expect(found).toMatchObject({
      days: new Map([
        [
          '2026-03-02',
          [
            { title: 'T', day: '2026-03-02' },
            { title: 'V', day: '2026-03-02' },
          ],
        ],
      ]),
      skipped: [{ title: 'U', why: 'it is of 2026-03-09' }],
    });
  });

  it('has its titles on one line', async () => {
    served.api
      .day('2026-03-02')
      .set([{ ...inventedPaper(1, '2026-03-02'), title: 'A Title  that\n  was wrapped' }]);
    const { days } = await answer({ day: '2026-03-02' });
    expect(days.get('2026-03-02')?.[0]?.title).toBe('A Title that was wrapped');
  });

  it('lists a paper once that stands there twice', async () => {
    const twice = inventedPaper(1, '2026-03-02');
    served.api.day('2026-03-02').set([twice, inventedPaper(2, '2026-03-02'), twice]);
    expect(idsOf(await answer({ day: '2026-03-02' }), '2026-03-02')).toEqual(
      listOf('2026-03-02').slice(0, 2),
    );
  });
});

describe('a list of several pages', () => {
  it('is read to its end, and once more', async () => {
    fill('2026-03-02', 205);
    const found = await answer({ day: '2026-03-02' });
    expect(idsOf(found, '2026-03-02')).toEqual(listOf('2026-03-02'));
    expect(served.asked().map((path) => path.at(-1))).toEqual(['0', '1', '2', '0', '1', '2']);
    expect(found.etags).toHaveLength(3);
  });

  it('ends with an empty page where the last one is full', async () => {
    fill('2026-03-02', 100);
    expect(idsOf(await answer({ day: '2026-03-02' }), '2026-03-02')).toHaveLength(100);
    expect(served.asked()).toHaveLength(4);
  });

  it('is read again until it stands still', async () => {
    fill('2026-03-02', 150);
    served.api.misbehave({ kind: 'shift' }, 3);
    expect(idsOf(await answer({ day: '2026-03-02' }), '2026-03-02')).toEqual(listOf('2026-03-02'));
    expect(listOf('2026-03-02')).toHaveLength(153);
  });

  it('is given up where it never does', async () => {
    fill('2026-03-02', 150);
    served.api.misbehave({ kind: 'shift' });
    await expect(read({ day: '2026-03-02' })).rejects.toMatchObject({
      failure: { kind: 'nonsense', why: 'the list kept changing' },
    });
  });

  it('is given up where it does not end, and a month is asked for by days', async () => {
    const items = Array.from({ length: 100 }, (_, number) => ({ paper: { title: `Title ${number}` } }));
    const endless = async () => ({ unchanged: false as const, text: JSON.stringify(items) });
    await expect(huggingFace.read({ day: '2026-03-02' }, endless, [])).rejects.toMatchObject({
      failure: { kind: 'nonsense', why: 'the list does not end' },
    });
    expect(await huggingFace.read({ month: '2026-03' }, endless, [])).toBe('undivided');
  });
});

describe('asking again', () => {
  it('finds nothing new where every page is as before', async () => {
    fill('2026-03-02', 150);
    const { etags } = await answer({ day: '2026-03-02' });
    expect(await read({ day: '2026-03-02' }, etags)).toBe('unchanged');
    expect(served.asked()).toHaveLength(4 + 2);
  });

  it.each([
    ['first', 0],
    ['last', 149],
  ])('reads all where only the %s page is another', async (_, at) => {
    fill('2026-03-02', 150);
    const { etags } = await answer({ day: '2026-03-02' });
    served.api
      .day('2026-03-02')
      .change(served.api.day('2026-03-02').papers[at]?.id ?? '', { upvotes: 4_000 });
    const found = (await read({ day: '2026-03-02' }, etags)) as SpanAnswer;
    expect(idsOf(found, '2026-03-02')).toEqual(listOf('2026-03-02'));
    expect(found.days.get('2026-03-02')?.[at]?.upvotes).toBe(4_000);
    expect(found.etags).not.toEqual(etags);
  });
});

describe('a week and a month', () => {
  it('are divided by the days that papers name', async () => {
    fill('2026-03-02', 60);
    fill('2026-03-03', 70);
    fill('2026-03-09', 5);
    const week = await answer({ week: '2026-W10' });
    expect([...week.days.keys()]).toEqual(
      ['02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-03-${day}`),
    );
    const month = await answer({ month: '2026-03' });
    expect(month.days.size).toBe(31);
    for (const { days } of [week, month]) {
      for (const day of days.keys()) {
        expect(days.get(day)?.map(({ id }) => id)).toEqual(days.size === 7 || listOf(day) ? listOf(day) : []);
      }
    }
  });

  it.each([{ week: '2026-W53' }, { week: '2025-W01' }, { month: '2024-12' }, { week: '2024-W20' }])(
    'are not asked for where the server cannot divide them: %o',
    async (span) => {
      expect(await read(span)).toBe('undivided');
      expect(served.asked()).toEqual([]);
    },
  );

  it.each([
    ['none', {}],
    ['one outside', { submittedOnDailyAt: '2026-04-01T00:00:00Z' }],
  ])('are undivided where a paper names %s', async (_, day) => {
    const text = JSON.stringify([{ paper: { title: 'T', ...day } }]);
    const ask = async () => ({ unchanged: false as const, text });
    expect(await huggingFace.read({ month: '2026-03' }, ask, [])).toBe('undivided');
  });
});

describe('a server that is not itself', () => {
  beforeEach(() => fill('2026-03-02', 12));

  it.each([
    [{ kind: 'truncated' }, 'its answer is not JSON'],
    [{ kind: 'other-text', text: '<!doctype html><title>Sign in</title>' }, 'its answer is not JSON'],
    [{ kind: 'other-text', text: '{"error":"later"}' }, 'its answer is not a list'],
    [{ kind: 'other-text', text: '' }, 'its answer is not JSON'],
    [{ kind: 'other-text', text: '[1, "two", null, {}]' }, 'none of its papers can be read'],
  ] as const)('is found out: %o', async (fault, why) => {
    served.api.misbehave(fault);
    await expect(read({ day: '2026-03-02' })).rejects.toMatchObject({ failure: { kind: 'nonsense', why } });
  });

  it('is found out where it gives the list of another day', async () => {
    fill('2026-03-03', 5);
    served.api.misbehave({ kind: 'other-day' });
    await expect(read({ day: '2026-03-03' })).rejects.toMatchObject({
      failure: { kind: 'nonsense', why: 'its papers are of another day' },
    });
  });

  it('loses only the records that are wrong, and they are named', async () => {
    served.api.misbehave({ kind: 'wrong-types' });
    const found = await answer({ day: '2026-03-02' });
    expect(idsOf(found, '2026-03-02')).toHaveLength(8);
    expect(found.skipped.map(({ why }) => why)).toEqual([
      'its title is not text',
      'its upvotes are not a number',
      'its authors are not names',
      'its summary is not text',
    ]);
    expect(found.skipped[1]).toHaveProperty('title', served.api.day('2026-03-02').papers[5]?.title);
    const readable = listOf('2026-03-02').filter((_, at) => at % 3 !== 2);
    expect(idsOf(found, '2026-03-02')).toEqual(readable);
  });

  it('may say more than it used to', async () => {
    served.api.misbehave({ kind: 'unknown-fields' });
    expect(idsOf(await answer({ day: '2026-03-02' }), '2026-03-02')).toEqual(listOf('2026-03-02'));
  });

  it.each([{ kind: 'empty' }, { kind: 'lost-paper' }] as const)('is taken by its word: %o', async (fault) => {
    served.api.misbehave(fault);
    const found = idsOf(await answer({ day: '2026-03-02' }), '2026-03-02');
    const versions = served.api.versionsOf('2026-03-02').map((list) => list.map(({ id }) => `arxiv:${id}`));
    expect(versions).toContainEqual(found);
    expect(found).not.toEqual(listOf('2026-03-02'));
  });
});

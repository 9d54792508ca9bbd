import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultNamed } from '../../support/api/fault-named';
import { inventedPaper } from '../../support/api/paper';
import { type Api, startApi } from '../../support/api/start';
import { hasShared } from '../../support/archive';
import { fetchThrough, type LocalWeb, startWeb } from '../../support/server';

let web: LocalWeb;
let api: Api;

beforeEach(async () => {
  web = await startWeb();
  api = startApi(web, { invented: { from: '2026-12-24', to: '2027-01-05' } });
});
afterEach(() => web.close());

const ask = (path: string, init?: RequestInit) => fetchThrough(web)(`https://huggingface.co${path}`, init);

async function list(query: string): Promise<{ paper: { id: string; upvotes: number } }[]> {
  return (await ask(`/api/daily_papers?${query}`)).json();
}

it('knows a fault by what is typed, and which there are', () => {
  expect(faultNamed('too-many 60')).toEqual({ kind: 'too-many', retryAfter: 60 });
  expect(faultNamed('too-many')).toEqual({ kind: 'too-many', retryAfter: null });
  expect(faultNamed(' status 404 ')).toEqual({ kind: 'status', status: 404 });
  expect(faultNamed('other-text Hello there')).toEqual({ kind: 'other-text', text: 'Hello there' });
  expect(faultNamed('constructor')).toMatch(/^There is no such fault\. There are: too-many, status, /);
});

describe('the list', () => {
  it('is empty on weekends and past its end', async () => {
    expect(api.days()).toContain('2026-12-25');
    expect(await list('date=2026-12-26')).toEqual([]);
    expect(await list('date=2026-12-25&p=9')).toEqual([]);
  });

  it('has 50 papers on a page unless it is asked for others', async () => {
    expect(await list('')).toHaveLength(50);
    expect(await list('limit=7')).toHaveLength(7);
    const [first, second] = [await list('month=2026-12&limit=30'), await list('month=2026-12&limit=30&p=1')];
    expect([...first, ...second].map(({ paper }) => paper.id)).toEqual(
      (await list('month=2026-12&limit=60')).map(({ paper }) => paper.id),
    );
  });

  it('knows weeks over the turn of the year, newest day first', async () => {
    const week = await list('week=2027-W01&limit=100');
    const ids = ['2027-01-05', '2027-01-04'].flatMap((day) => api.day(day).papers.map(({ id }) => id));
    expect(week.map(({ paper }) => paper.id)).toEqual(ids.slice(0, 100));
  });

  it('of what is trending has no date', async () => {
    const votes = (await list('sort=trending&date=2026-12-25&limit=100')).map(({ paper }) => paper.upvotes);
    expect(votes).toEqual(votes.toSorted((one, other) => other - one));
    expect(votes).toHaveLength(100);
  });

  it('may be that of one submitter', async () => {
    const items = await list('submitter=submitter-3&limit=100');
    expect(items.length).toBeGreaterThan(0);
    expect(
      new Set(items.map((item) => (item as { submittedBy?: { name: string } }).submittedBy?.name)),
    ).toEqual(new Set(['submitter-3']));
  });

  it.each([
    'date=2026-02-30',
    'date=today',
    'week=2026-W53',
    'month=2026-13',
    'limit=101',
    'limit=0',
    'p=-1',
    'sort=new',
  ])('is refused for %s', async (query) => {
    const response = await ask(`/api/daily_papers?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringContaining(query.split('=')[0] as string) });
  });

  it('is not sent again to who has it', async () => {
    const etag = (await ask('/api/daily_papers?date=2026-12-25')).headers.get('etag') ?? '';
    const again = () => ask('/api/daily_papers?date=2026-12-25', { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    api.day('2026-12-25').add();
    expect((await again()).status).toBe(200);
  });

  it('is recorded where it is asked for', async () => {
    await list('date=2026-12-25');
    expect(web.requests).toEqual(['GET https://huggingface.co/api/daily_papers?date=2026-12-25']);
  });
});

it('knows single papers', async () => {
  const paper = api.day('2026-12-25').papers[0];
  expect(await (await ask(`/api/papers/${paper?.id}`)).json()).toMatchObject({ title: paper?.title });
  expect((await ask('/api/papers/0000.00000')).status).toBe(404);
});

it('remembers every list a day ever had', () => {
  const [one, two] = [inventedPaper(90_001, '2026-12-24'), inventedPaper(90_002, '2026-12-24')];
  const day = api.day('2026-12-26');
  day.set([one]);
  day.add(two);
  day.change(one.id, { title: 'Another Title' });
  day.change(one.id, { upvotes: 12 });
  day.remove(two.id);
  const renamed = { ...one, title: 'Another Title' };
  expect(api.versionsOf('2026-12-26')).toEqual([
    [],
    [one],
    [two, one],
    [two, renamed],
    [two, { ...renamed, upvotes: 12 }],
    [{ ...renamed, upvotes: 12 }],
  ]);
});

it('behaves again after as many faults as were asked for, or when it is told to', async () => {
  const statuses = async () => [(await ask('/api/papers/0')).status, (await ask('/api/papers/0')).status];
  api.misbehave({ kind: 'status', status: 500 }, 1);
  expect(await statuses()).toEqual([500, 404]);
  api.misbehave({ kind: 'status', status: 500 });
  expect(await statuses()).toEqual([500, 500]);
  api.behave();
  expect(await statuses()).toEqual([404, 404]);
});

it('invents 40,000 papers without giving two of them one title or one number', () => {
  const papers = Array.from({ length: 40_000 }, (_, number) => inventedPaper(number, '2026-03-02'));
  expect(new Set(papers.map(({ title }) => title)).size).toBe(40_000);
  expect(new Set(papers.map(({ id }) => id)).size).toBe(40_000);
});

describe.runIf(hasShared)('the archive', () => {
  it('is served day by day', async () => {
    const archive = startApi(web, { archive: true });
    expect(archive.days().reduce((sum, day) => sum + archive.day(day).papers.length, 0)).toBe(40_000);
    const full = archive.days().find((day) => archive.day(day).papers.length > 100) ?? '';
    expect((await list(`date=${full}&limit=100`)).map(({ paper }) => paper.id)).toEqual(
      archive
        .day(full)
        .papers.slice(0, 100)
        .map(({ id }) => id),
    );
  });
});

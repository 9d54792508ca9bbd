import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCategory } from '@/lib/digest/sources/arxiv-category';
import { readFeed } from '@/lib/digest/sources/atom';
import type { Ask, SpanAnswer } from '@/lib/digest/sources/source';
import { inventedPaper, type ServedPaper } from '../../../support/api/paper';
import { type Served, serve, switchedOn } from './api';

let served: Served;
const day = '2026-03-02';

beforeEach(async () => {
  served = await serve();
});
afterEach(() => served.web.close());

const read = (categories = ['cs.CL']) =>
  switchedOn('arxiv', ...categories).read({ day }, served.ask, []) as Promise<SpanAnswer>;

const paper = (number: number, more: Partial<ServedPaper> = {}): ServedPaper => ({
  ...inventedPaper(number, day),
  categories: ['cs.CL', 'cs.LG'],
  ...more,
});

const many = (count: number) => Array.from({ length: count }, (_, number) => paper(number));

const idsOf = ({ days }: SpanAnswer) => days.get(day)?.map(({ id }) => id);

describe('a day of a category', () => {
  it('has papers with all that the feed says of them', async () => {
    served.api.day(day).set([paper(3, { title: 'Fish & Chips < Soup, or So It Was Said' })]);
    const found = await read();
    expect(found).toEqual({ days: new Map([[day, found.days.get(day)]]), skipped: [], etags: [] });
    expect(found.days.get(day)).toEqual([
      {
        id: 'arxiv:2603.00003',
        title: 'Fish & Chips < Soup, or So It Was Said',
        aliases: [],
        authors: ['D. Author', 'E. Author', 'F. Author'],
        publishedAt: day,
        day,
        abstract: 'We look at teapots of the quiet kind.\nThey help with folding, as invented figures show.',
        links: [{ kind: 'code', url: 'https://github.com/placeholder-lab/quiet-teapots-3' }],
        keywords: ['cs.CL', 'cs.LG'],
      },
    ]);
  });

  it('says when a paper was taken back, and not where it is only one of a conference', async () => {
    served.api.day(day).set([paper(1), paper(2, { withdrawnAt: '2026-04-01T08:00:00Z' })]);
    const ask: Ask = async (address) => {
      const reply = await served.ask(address);
      if (reply.unchanged) return reply;
      return { ...reply, text: reply.text.replace('9 pages', 'Withdrawn from a workshop') };
    };
    const found = (await switchedOn('arxiv', 'cs.CL').read({ day }, ask, [])) as SpanAnswer;
    expect(found.days.get(day)?.map(({ withdrawnAt }) => withdrawnAt)).toEqual([undefined, '2026-04-01']);
  });

  it('holds the papers of that day and those categories only', async () => {
    served.api
      .day(day)
      .set([
        paper(1),
        paper(2, { categories: ['cs.CV'] }),
        paper(3, { publishedAt: '2026-03-01' }),
        paper(4, { categories: ['hep-th', 'stat.ML'] }),
      ]);
    expect(idsOf(await read())).toEqual(['arxiv:2603.00001']);
    expect(idsOf(await read(['cs.CL', 'stat.ML']))).toEqual(['arxiv:2603.00001', 'arxiv:2603.00004']);
  });

  it('may be empty', async () => {
    expect(idsOf(await read())).toEqual([]);
  });

  it('is read page by page up to its total', async () => {
    served.api.day(day).set(many(230));
    expect(idsOf(await read())).toHaveLength(230);
    expect(served.asked().map((path) => /start=(\d+)/.exec(path)?.[1])).toEqual(['0', '100', '200']);
  });

  it('is begun again where a paper came in between', async () => {
    served.api.day(day).set(many(150).map((one) => ({ ...one, id: one.id.replace('.0', '.9') })));
    served.api.misbehave({ kind: 'shift' }, 1);
    const ids = idsOf(await read()) ?? [];
    expect(new Set(ids).size).toBe(151);
    expect(served.asked()).toHaveLength(4);
  });

  it('is begun again where a page comes empty that should not be', async () => {
    served.api.day(day).set(many(3));
    let asked = 0;
    const flaky: Ask = async (address) => {
      const reply = await served.ask(address);
      if (reply.unchanged || ++asked > 1) return reply;
      return { ...reply, text: reply.text.replace(/<entry>[\s\S]*<\/entry>/, '') };
    };
    const found = await switchedOn('arxiv', 'cs.CL').read({ day }, flaky, []);
    expect(idsOf(found as SpanAnswer)).toHaveLength(3);
  });

  it('is given up where it never stands still', async () => {
    served.api.day(day).set(many(150).map((one) => ({ ...one, id: one.id.replace('.0', '.9') })));
    served.api.misbehave({ kind: 'shift' });
    await expect(read()).rejects.toMatchObject({ failure: { why: 'the list kept changing' } });
  });

  it('leaves out papers that were submitted on another day, by name', async () => {
    served.api.day(day).set([paper(1), paper(2)]);
    const ask: Ask = async (address) => {
      const reply = await served.ask(address);
      if (reply.unchanged) return reply;
      return { ...reply, text: reply.text.replace(`<published>${day}`, '<published>2026-03-01') };
    };
    const found = (await switchedOn('arxiv', 'cs.CL').read({ day }, ask, [])) as SpanAnswer;
    expect(idsOf(found)).toEqual(['arxiv:2603.00002']);
    expect(found.skipped).toEqual([{ title: paper(1).title, why: 'it is of 2026-03-01' }]);
  });

  it('is asked for alone', async () => {
    expect(await switchedOn('arxiv', 'cs.CL').read({ week: '2026-W10' }, served.ask, [])).toBe('undivided');
    expect(served.asked()).toEqual([]);
  });

  it('is asked for at the pace that arXiv wants', () => {
    expect(switchedOn('arxiv', 'cs.CL').gap).toBeGreaterThanOrEqual(3_000);
  });

  it.each([
    [{ kind: 'truncated' }, 'its answer is not XML'],
    [{ kind: 'other-text', text: '{}' }, 'its answer is not XML'],
    [{ kind: 'other-text', text: '<html><body/></html>' }, 'its answer is not a feed of papers'],
  ] as const)('is refused where it is no feed: %o', async (fault, why) => {
    served.api.day(day).set([paper(1)]);
    served.api.misbehave(fault);
    await expect(read()).rejects.toMatchObject({ failure: { kind: 'nonsense', why } });
  });
});

describe('a feed', () => {
  const feed = (entries: string, total = 1) =>
    `<feed><opensearch:totalResults>${total}</opensearch:totalResults>${entries}</feed>`;

  it('may say what is wrong with the request', () => {
    const entry =
      '<entry><id>http://arxiv.org/api/errors#start</id><title>Error</title><summary>start must be an integer</summary></entry>';
    expect(() => readFeed(feed(entry))).toThrow('it says “start must be an integer”');
  });

  it('may lack what an entry need not have', () => {
    expect(readFeed(feed('<entry><title>T</title></entry>'))).toEqual({
      total: 1,
      entries: [
        {
          id: '',
          title: 'T',
          summary: '',
          authors: [],
          published: '',
          updated: '',
          categories: [],
          comment: '',
        },
      ],
    });
  });

  it('names entries that are no papers', async () => {
    const entry = (id: string, title: string) => `<entry><id>${id}</id><title>${title}</title></entry>`;
    const text = feed(
      entry('http://arxiv.org/list', 'T') + entry('http://arxiv.org/abs/hep-th/9901001v3', ''),
      2,
    );
    const ask: Ask = async () => ({ unchanged: false, text });
    expect(await switchedOn('arxiv', 'hep-th').read({ day }, ask, [])).toMatchObject({
      skipped: [{ title: 'T', why: 'it has no arXiv number' }, { why: 'it has no title' }],
    });
  });
});

describe('a category', () => {
  it.each([
    ['cs.CL', 'cs.CL'],
    [' CS.cl ', 'cs.CL'],
    ['stat.ML', 'stat.ML'],
    ['math.OC', 'math.OC'],
    ['hep-th', 'hep-th'],
    ['cond-mat.DIS-NN', 'cond-mat.dis-nn'],
    ['physics.optics', 'physics.optics'],
    ['q-bio.QM', 'q-bio.QM'],
  ])('%j is %s', (typed, topic) => {
    expect(readCategory(typed)).toEqual({ topic });
  });

  it.each([
    ['cs', '“cs” is a whole archive. Name one category in it, such as cs.CL.'],
    ['cs.ZZ', '“cs.ZZ” is not an arXiv category. Write one like cs.CL, stat.ML or hep-th.'],
    ['hep-th.XY', '“hep-th.XY” is not an arXiv category. Write one like cs.CL, stat.ML or hep-th.'],
    ['cs.language', '“cs.language” is not an arXiv category. Write one like cs.CL, stat.ML or hep-th.'],
    ['cs.CL OR all:x', '“cs.CL OR all:x” is not an arXiv category. Write one like cs.CL, stat.ML or hep-th.'],
    ['', 'Write an arXiv category like cs.CL, stat.ML or hep-th.'],
  ])('%j is none', (typed, why) => {
    expect(readCategory(typed)).toEqual({ why });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveSearch } from '@/lib/search/archive-search';
import type { Field } from '@/lib/search/types';
import { finished, idsFound, paper, searchOver } from './library';

const papers = [
  paper('2601.00001', 'Lanterns for Robust Vision', { day: '2026-01-01', authors: ['Ada Wick', 'Bo Taper'] }),
  paper('2601.00002', 'Robust Lanterns', {
    day: '2026-01-03',
    keywords: ['oil lamps'],
    organization: 'Harbour Labs',
  }),
  paper('2601.00003', 'Candle-CoT: Über Flames', { day: '2026-01-02', aliases: ['Candle-o1'] }),
  paper('2601.00004', 'On $\\alpha$-Lanterns', {
    day: '2026-01-04',
    links: [{ kind: 'code', url: 'https://github.com/wick/alpha' }],
  }),
  paper('2512.00005', 'A Theory of Shade', {
    day: '2025-12-01',
    abstract:
      'We study how multi-modal lamps fail. A chain of thought about the wick explains the transformer and its shade.',
    authors: ['Vera Vision'],
  }),
  paper('2511.00006', 'Transformers at Dusk', {
    day: '2025-11-05',
    abstract: 'Thought about a chain. Pruning helps.',
  }),
  paper('2510.00007', 'Multimodal Beacons', { publishedAt: '2025-10' }),
  paper('title:abc', '扩散模型 for Night Scenes', {}),
];

let search: ArchiveSearch;
beforeAll(async () => {
  ({ search } = await searchOver(papers, {
    seen: ['arxiv:2601.00001'],
    watched: [{ fields: ['author'], words: 'vision' }],
  }));
});

const found = (query: string) => idsFound(search, query);

describe('words', () => {
  it.each([
    ['lantern', ['2601.00004', '2601.00002', '2601.00001']],
    ['LANTERNS robust', ['2601.00002', '2601.00001']],
    ['robust lanterns', ['2601.00002', '2601.00001']],
    ['candle cot', ['2601.00003']],
    ['uber', ['2601.00003']],
    ['o1', ['2601.00003']],
    ['candleo1', ['2601.00003']],
    ['α', ['2601.00004']],
    ['antern', []],
    ['candle lantern', []],
    ['wick', ['2601.00001', '2512.00005']],
    ['oil', ['2601.00002']],
    ['harbour', ['2601.00002']],
    ['prune ', ['2511.00006']],
    ['transformers ', ['2511.00006', '2512.00005']],
    ['扩散', ['title:abc']],
    ['', []],
    [' - ', []],
  ])('%j finds %j', async (query, ids) => {
    expect((await found(query)).sort()).toEqual(ids.toSorted());
  });
});

describe('phrases, fields and filters', () => {
  it.each([
    ['"chain of thought"', ['2512.00005']],
    ['"robust lanterns"', ['2601.00002']],
    ['"robust lan', ['2601.00002']],
    ['"theory of shade"', ['2512.00005']],
    ['"theory in shade"', []],
    ['"ada wick"', ['2601.00001']],
    // From one author to the next is no phrase.
    ['"wick bo"', []],
    ['"transformer"', ['2512.00005']],
    ['author:wick', ['2601.00001']],
    ['author:"ada wick"', ['2601.00001']],
    ['author:"vera vision"', ['2512.00005']],
    ['title:vision', ['2601.00001']],
    ['vision -robust', ['2512.00005']],
    ['vision -author:vera', ['2601.00001']],
    ['lanterns -"robust lanterns"', ['2601.00001', '2601.00004']],
    ['org:harbour', ['2601.00002']],
    ['keyword:"oil lamps"', ['2601.00002']],
    ['has:code', ['2601.00004']],
    ['lantern -has:code', ['2601.00001', '2601.00002']],
    ['after:2026 before:2026-01-03', ['2601.00001', '2601.00003']],
    ['day:2026-01-03', ['2601.00002']],
    ['day:2025-10', ['2510.00007']],
    ['is:seen', ['2601.00001']],
    ['lantern is:unseen', ['2601.00002', '2601.00004']],
    ['is:watched', ['2512.00005']],
    ['is:saved', []],
    ['2601.00003', ['2601.00003']],
    ['2601.0', ['2601.00001', '2601.00002', '2601.00003', '2601.00004']],
    ['https://github.com/Wick/alpha.git', ['2601.00004']],
    ['multimodal', ['2510.00007', '2512.00005']],
    ['multi-modal', ['2510.00007', '2512.00005']],
    ['the theory of the shade', ['2512.00005']],
  ])('%s finds %j', async (query, ids) => {
    expect((await found(query)).sort()).toEqual(ids);
  });
});

describe('the order', () => {
  it('is newest first without words, and where that is asked for', async () => {
    expect(await found('after:2026')).toEqual(['2601.00004', '2601.00002', '2601.00003', '2601.00001']);
    expect(await idsFound(search, 'lamps', { order: 'newest' })).toEqual(['2601.00002', '2512.00005']);
  });

  it('puts titles before abstracts, whole titles before others, and a word before its beginning', async () => {
    expect(await found('transformers')).toEqual(['2511.00006', '2512.00005']);
    expect(await found('robust lanterns')).toEqual(['2601.00002', '2601.00001']);
    expect(await found('candle')).toEqual(['2601.00003']);
  });

  it('is cut at the limit, and the rest is counted', async () => {
    const results = await finished(search, 'after:2026', { limit: 2 });
    expect(results.hits.map(({ id }) => id)).toEqual(['arxiv:2601.00004', 'arxiv:2601.00002']);
    expect(results.total).toBe(4);
  });
});

describe('slips of the keyboard', () => {
  it.each([
    ['lantenrs robust', 'lantenrs', ['lanterns'], ['2601.00001', '2601.00002']],
    ['trnasformers', 'trnasformers', ['transformers'], ['2511.00006']],
    ['author:vsion', 'vsion', ['vision'], ['2512.00005']],
  ])('%s is taken for what is there', async (query, typed, meant, ids) => {
    const { hits, readAs } = await finished(search, query);
    expect(hits.map(({ id }) => id.slice(6)).sort()).toEqual(ids);
    expect(readAs.get(typed)).toEqual(meant);
  });

  it('are none in short words, and none where a word is there', async () => {
    expect(await found('oli')).toEqual([]);
    expect((await finished(search, 'shade')).readAs.size).toBe(0);
  });
});

describe('what stands out', () => {
  async function lit(query: string, text: string, field: Field = 'title') {
    const { highlighter } = await finished(search, query);
    return highlighter.stretchesIn(text, field).map(({ start, end }) => text.slice(start, end));
  }

  it.each([
    ['lantern', 'Lanterns & Lantern-Light', ['Lanterns', 'Lantern-Light']],
    ['robust lan', 'Robust Lanterns', ['Robust Lanterns']],
    ['lan', 'Island Lanterns', ['Lanterns']],
    ['the theory of the shade', 'The Use of a Theory of the Shade', ['Theory of the Shade']],
    ['multimodal', 'A Multi-Modal View', ['Multi-Modal']],
    ['"chain of thought"', 'A thought: the Chain of Thought', ['Chain of Thought']],
    ['uber', 'U\u0308ber, über', ['U\u0308ber', 'über']],
    ['lantenrs', 'Lanterns', ['Lanterns']],
    ['-robust lantern', 'Robust Lanterns', ['Lanterns']],
    ['author:wick lantern', 'Wick Lantern', ['Lantern']],
    ['prune', 'Pruning, pruned', ['Pruning', 'pruned']],
  ])('for %s in %j is %j', async (query, text, stretches) => {
    expect(await lit(query, text)).toEqual(stretches);
  });

  it('keeps to the field', async () => {
    expect(await lit('author:wick', 'Ada Wick', 'author')).toEqual(['Wick']);
    expect(await lit('author:wick', 'Ada Wick', 'abstract')).toEqual([]);
  });

  it('goes on with the words that a text does not have', async () => {
    const { highlighter } = await finished(search, 'the chain "robust lanterns" wick');
    const rest = highlighter.beyond('Robust Lanterns on the Chain', 'title');
    expect(rest?.stretchesIn('Ada Wick on a chain', 'author')).toEqual([{ start: 4, end: 8 }]);
    expect(rest?.beyond('Wick', 'author')).toBeUndefined();
  });
});

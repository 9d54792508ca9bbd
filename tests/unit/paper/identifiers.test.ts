import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arxivIdentifier,
  doiIdentifier,
  identifiersInUrl,
  identifiersOfPaper,
  trimProse,
} from '@/lib/paper/identifiers';

describe('an address', () => {
  it.each([
    ['https://arxiv.org/abs/2309.06651', 'arxiv:2309.06651'],
    ['http://www.arxiv.org/abs/2309.06651v12', 'arxiv:2309.06651'],
    ['https://arxiv.org/pdf/2309.06651v2.pdf', 'arxiv:2309.06651'],
    ['https://arxiv.org/pdf/2309.06651.pdf#page=3', 'arxiv:2309.06651'],
    ['https://arxiv.org/html/2309.06651v1', 'arxiv:2309.06651'],
    ['https://export.arxiv.org/abs/1211.4246', 'arxiv:1211.4246'],
    ['https://browse.arxiv.org/html/2309.06651v1/#S1', 'arxiv:2309.06651'],
    ['https://arxiv.org/abs/cs/0112017', 'arxiv:cs/0112017'],
    ['https://arxiv.org/abs/math.GT/0309136v1', 'arxiv:math.gt/0309136'],
    ['https://www.alphaxiv.org/overview/2309.06651', 'arxiv:2309.06651'],
    ['https://ar5iv.labs.arxiv.org/html/2309.06651', 'arxiv:2309.06651'],
    ['https://ar5iv.org/abs/2309.06651', 'arxiv:2309.06651'],
    ['https://huggingface.co/papers/2309.06651', 'arxiv:2309.06651'],
    ['https://hf.co/papers/2309.06651', 'arxiv:2309.06651'],
    ['https://arxiv.org/abs/arXiv:2309.06651', 'arxiv:2309.06651'],
    ['https://arxiv.org/abs/2309.06651.', 'arxiv:2309.06651'],
    ['https://arxiv.org/pdf/2309.06651).', 'arxiv:2309.06651'],
    ['https://www.semanticscholar.org/arxiv/2309.06651', 'arxiv:2309.06651'],
    ['https://scirate.com/arxiv/2309.06651', 'arxiv:2309.06651'],
    ['https://doi.org/10.48550/arXiv.2309.06651', 'arxiv:2309.06651'],
    ['https://doi.org/10.1145/3292500.3330701.', 'doi:10.1145/3292500.3330701'],
    ['https://doi.org/doi:10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
    ['https://doi.org/10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
    ['https://dl.acm.org/doi/abs/10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
    ['https://github.com/Owner/Name', 'repo:github.com/owner/name'],
    [
      'https://www.google.com/url?sa=t&url=https%3A%2F%2Farxiv.org%2Fabs%2F2309.06651&usg=x',
      'arxiv:2309.06651',
    ],
    ['https://www.google.de/url?q=https://arxiv.org/abs/2309.06651&sa=D', 'arxiv:2309.06651'],
    ['https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2309.06651&hl=en', 'arxiv:2309.06651'],
    [
      'https://out.reddit.com/t3_abc?url=https%3A%2F%2Fgithub.com%2FOwner%2FName&token=x',
      'repo:github.com/owner/name',
    ],
    [
      'https://example.org/url?q=https://github.com/owner/name',
      'page:example.org/url?q=https%3A%2F%2Fgithub.com%2Fowner%2Fname',
    ],
    ['https://github.com/Owner/Name.git', 'repo:github.com/owner/name'],
    ['https://github.com/owner/name/tree/main', 'repo:github.com/owner/name'],
    ['https://github.com/Owner/Name/tree/main/Sub/Folder', 'repo:github.com/owner/name/sub/folder'],
    ['https://github.com/owner/name?tab=readme-ov-file#install', 'repo:github.com/owner/name'],
    ['https://gitlab.com/owner/name/-/tree/main', 'repo:gitlab.com/owner/name'],
    ['https://hf.co/owner/model', 'page:huggingface.co/owner/model'],
    ['https://owner.github.io/Page/', 'page:owner.github.io/page'],
    ['https://owner.github.io', 'page:owner.github.io'],
    ['https://example.org/paper/index.html?utm_source=x', 'page:example.org/paper'],
    ['https://example.org/paper?id=7&ref=x', 'page:example.org/paper?id=7'],
  ])('%s means %s', (address, identifier) => {
    expect(identifiersInUrl(address)).toEqual([identifier]);
  });

  it.each([
    'https://example.org/',
    'https://github.com/owner',
    'https://github.com/owner/name/issues/3',
    'https://github.com/owner/name/blob/main/README.md',
    'javascript:alert(1)',
    'mailto:a@example.org',
    'not an address',
    'https://',
  ])('%s means nothing', (address) => {
    expect(identifiersInUrl(address)).toEqual([]);
  });

  it.each(['2309.0665', '1412.69801', '2309.066510', '0703.12345'])(
    'of arXiv with %s names no paper',
    (number) => {
      expect(
        identifiersInUrl(`https://arxiv.org/abs/${number}`).filter((one) => one.startsWith('arxiv:')),
      ).toEqual([]);
    },
  );

  it('never throws', { timeout: 30_000 }, () => {
    const parts = [
      'arxiv.org',
      'doi.org',
      'google.com/url?q=',
      '/abs/',
      '/doi/',
      '2309.06651',
      '10.1145/x',
      '%',
      ')',
      '…',
    ];
    const pieces = fc
      .array(fc.oneof(fc.constantFrom(...parts), fc.string()))
      .map((all) => `https://${all.join('')}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), pieces), (address) =>
        Array.isArray(identifiersInUrl(address)),
      ),
    );
  });

  it.each(['abs', 'pdf', 'html'])('of arXiv means the same with any version under /%s/', (kind) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 30 }), (number, version) => {
        const id = `2405.${String(number).padStart(5, '0')}`;
        expect(identifiersInUrl(`https://arxiv.org/${kind}/${id}v${version}`)).toEqual([`arxiv:${id}`]);
      }),
    );
  });
});

describe('bare numbers', () => {
  it('of arXiv lose prefix and version', () => {
    expect(arxivIdentifier('arXiv:2309.06651v3')).toBe('arxiv:2309.06651');
    expect(arxivIdentifier('1211.4246')).toBe('arxiv:1211.4246');
    expect(arxivIdentifier('2313.06651')).toBeUndefined();
    expect(arxivIdentifier('12345')).toBeUndefined();
  });

  it('of DOIs lose what prose puts behind them', () => {
    expect(doiIdentifier('10.1145/ABC.1).')).toBe('doi:10.1145/abc.1');
    expect(doiIdentifier('11.1145/abc')).toBeUndefined();
  });
});

it('comes to the end of an address of brackets', () => {
  expect(trimProse(`a${')'.repeat(1_000_000)}`)).toBe('a');
});

it('keeps brackets that belong to an address', () => {
  expect(trimProse('https://example.org/a_(b)).')).toBe('https://example.org/a_(b)');
  expect(trimProse('a…')).toBe('a');
});

it('collects what means one paper alone', () => {
  const links = [
    { kind: 'code' as const, url: 'https://github.com/a/lanterns' },
    { kind: 'project' as const, url: 'https://a.github.io/b' },
    { kind: 'demo' as const, url: 'https://huggingface.co/spaces/a/b' },
    { kind: 'code' as const, url: 'https://github.com/google-research/google-research' },
  ];
  const title = 'Paper Lanterns';
  expect(identifiersOfPaper({ id: 'arxiv:2309.06651', title, links })).toEqual([
    'arxiv:2309.06651',
    'repo:github.com/a/lanterns',
    'page:a.github.io/b',
  ]);
  expect(identifiersOfPaper({ id: 'title:0123456789abcdef', title, links: [] })).toEqual([]);
});

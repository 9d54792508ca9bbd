import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyLink, linkKey, linksInText, repoOf, uniteLinks } from '@/lib/paper/links';

const urls = (text: string) => linksInText(text).map(({ kind, url }) => `${kind} ${url}`);

describe('links in prose', () => {
  it.each([
    ['a full stop behind', 'at https://github.com/o/ConR.', 'code https://github.com/o/ConR'],
    ['a .git ending', 'at https://github.com/o/Sim.git.', 'code https://github.com/o/Sim'],
    [
      'the same link twice',
      'at https://github.com/o/V2{https://github.com/o/V2}.',
      'code https://github.com/o/V2',
    ],
    ['a link text in braces', 'at https://github.com/o/Net{here}.', 'code https://github.com/o/Net'],
    ['no scheme', 'Our page is a1.github.io/Video.', 'project https://a1.github.io/Video'],
    ['round brackets', 'here (https://w.github.io/R-AMT/).', 'project https://w.github.io/R-AMT/'],
    [
      'a folder of a repository',
      'at https://github.com/o/Fed/tree/main/Align.',
      'code https://github.com/o/Fed/tree/main/Align',
    ],
    [
      'a demo',
      'page: https://huggingface.co/spaces/o/gg_prior.',
      'demo https://huggingface.co/spaces/o/gg_prior',
    ],
    ['a colon before', 'hosted in github: https://github.com/o/DiST', 'code https://github.com/o/DiST'],
    ['a slash at the end', 'here: https://github.com/o/sLCT/', 'code https://github.com/o/sLCT'],
    ['\\href', String.raw`\href{https://github.com/o/n}{\textbf{here}}.`, 'code https://github.com/o/n'],
    ['\\url', String.raw`at \url{https://github.com/o/a\_b}.`, 'code https://github.com/o/a_b'],
    ['angle brackets', 'at <https://github.com/o/n.git>.', 'code https://github.com/o/n'],
    ['Markdown', '[code](https://github.com/o/n)', 'code https://github.com/o/n'],
    ['a line break behind', 'https://github.com/o/n\nWe also', 'code https://github.com/o/n'],
    ['a line broken at a hyphen', 'https://github.com/my-\nlab/n is', 'code https://github.com/my-lab/n'],
    ['a full stop and a cut', 'at https://github.com/o/n....', 'code https://github.com/o/n'],
    ['math marks', 'https://a.org/x}{https://a.org/x}$.', 'project https://a.org/x'],
    ['http and www', 'at http://www.github.com/o/n', 'code https://github.com/o/n'],
    ['brackets inside', 'https://a.org/x_(y).', 'project https://a.org/x_(y)'],
    ['a data set', 'huggingface.co/datasets/o/d, too', 'dataset https://huggingface.co/datasets/o/d'],
    ['a model', 'https://huggingface.co/o/m-7b!', 'model https://huggingface.co/o/m-7b'],
  ])('%s', (_, text, link) => expect(urls(text)).toEqual([link]));

  it.each([
    ['an address cut short', 'https://github.com/o/AniPortr...'],
    ['an arXiv address', 'https://arxiv.org/abs/2309.06651'],
    ['a DOI', 'https://doi.org/10.1000/182'],
    ['a profile', 'https://github.com/someone and https://huggingface.co/someone'],
    ['other schemes', 'ftp://a.org/x javascript:alert(1) data:text/html,x'],
    ['an e-mail address', 'someone@github.com'],
    ['plain words', 'Node.js and e.g. PyTorch on github'],
  ])('none in %s', (_, text) => expect(urls(text)).toEqual([]));

  it('keeps several links in order, each once', () => {
    expect(urls('https://b.org/x, https://github.com/o/n; b.github.io and http://www.b.org/x/.')).toEqual([
      'project https://b.org/x',
      'code https://github.com/o/n',
      'project https://b.github.io/',
    ]);
  });

  it('gives only clean absolute addresses, whatever the text', () => {
    const debris = fc.constantFrom(
      'https://',
      'github.com/',
      'o/n',
      '{',
      '}',
      '.',
      '\\_',
      ' ',
      '%7D',
      '(',
      ')',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(debris).map((parts) => parts.join('')),
        ),
        (text) => {
          const found = linksInText(text);
          for (const { url } of found) {
            expect(url).toMatch(/^https?:\/\/[^\s{}<>"]+$/);
            expect(url).not.toMatch(/[.,;:!?]$/);
            expect(linksInText(url)).toHaveLength(1);
          }
          expect(new Set(found.map(({ url }) => linkKey(url))).size).toBe(found.length);
        },
      ),
    );
  });
});

describe('repositories', () => {
  it('are host, owner and name, with the folder', () => {
    expect(repoOf('https://github.com/o/n.git')).toEqual({ host: 'github.com', owner: 'o', name: 'n' });
    expect(repoOf('https://www.github.com/o/n/blob/main/README.md')).toEqual({
      host: 'github.com',
      owner: 'o',
      name: 'n',
    });
    expect(repoOf('https://github.com/o/n/tree/main/a/b')?.folder).toBe('a/b');
    expect(repoOf('https://gitlab.com/o/n/-/tree/main/a')?.folder).toBe('a');
    expect(repoOf('https://github.com/topics/llm')).toBeUndefined();
    expect(repoOf('https://example.org/o/n')).toBeUndefined();
  });

  it('lose what only a visitor of the site needs', () => {
    expect(classifyLink('https://github.com/o/n?tab=readme-ov-file#top')?.url).toBe('https://github.com/o/n');
    expect(classifyLink('https://github.com/o/n/tree/main')?.url).toBe('https://github.com/o/n');
    expect(classifyLink('https://github.com/o/n%7D')?.url).toBe('https://github.com/o/n');
  });

  it('are one link whatever their case; the folder is kept, and the later count of stars', () => {
    const root = { kind: 'code', url: 'https://github.com/O/N', stars: 3 } as const;
    const folder = { kind: 'code', url: 'https://github.com/o/n/tree/main/x' } as const;
    const united = [{ kind: 'code', url: folder.url, stars: 3 }];
    expect(uniteLinks([root], [folder])).toEqual(united);
    expect(uniteLinks([folder], [root])).toEqual(united);
    expect(uniteLinks([root], [{ ...root, stars: 5 }])).toEqual([{ ...root, stars: 5 }]);
  });
});

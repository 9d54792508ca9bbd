import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAuthors } from '@/lib/i18n/byline';
import { familyName } from '@/lib/paper/authors';
import { bibtexKey, cite, toBibtex } from '@/lib/paper/citation';
import { linkTo } from '@/lib/paper/link-to';
import type { PaperId } from '@/lib/paper/types';

const paper = {
  id: 'arxiv:2307.08809' as PaperId,
  title: 'Local or Global: Selective Knowledge Assimilation',
  authors: ['Yae Jee Cho', 'Gauri Joshi'],
  publishedAt: '2023-07-17',
};

describe('BibTeX', () => {
  it('of an arXiv paper', () => {
    expect(toBibtex(paper)).toBe(`@misc{cho2023local,
  title = {{Local or Global: Selective Knowledge Assimilation}},
  author = {Yae Jee Cho and Gauri Joshi},
  year = {2023},
  eprint = {2307.08809},
  archivePrefix = {arXiv},
  url = {https://arxiv.org/abs/2307.08809},
}
`);
  });

  it('of a paper with a DOI', () => {
    const entry = toBibtex({ ...paper, id: 'doi:10.1000/a_b' });
    expect(entry).toContain('\n  doi = {10.1000/a\\_b},\n  url = {https://doi.org/10.1000/a_b},\n');
    expect(entry).not.toContain('eprint');
  });

  it('of a paper known by its title', () => {
    expect(toBibtex({ id: 'title:00', title: 'A & B at 100\\%', authors: [] })).toBe(
      '@misc{anonymousb,\n  title = {{A \\& B at 100\\%}},\n}\n',
    );
  });

  it('keeps a team together', () => {
    expect(toBibtex({ ...paper, authors: ['Alpha and Beta Team', 'C. Author'] })).toContain(
      'author = {{Alpha and Beta Team} and C. Author}',
    );
  });

  it('takes the year from the arXiv number where it must', () => {
    expect(bibtexKey({ ...paper, publishedAt: '' })).toBe('cho2023local');
    expect(bibtexKey({ id: 'arxiv:cs/9912017', title: 'The Old', authors: ['Jörg Müller'] })).toBe(
      'muller1999old',
    );
    expect(
      bibtexKey({ id: 'arxiv:1211.4246', title: 'What Regularized', authors: ['Guillaume Alain'] }),
    ).toBe('alain2012what');
  });

  it('has balanced braces and a plain key, whatever the paper', () => {
    const text = fc.string({ unit: 'grapheme' });
    const id = fc.oneof(
      text.map((rest): PaperId => `doi:10.1000/${rest}`),
      text.map((rest): PaperId => `title:${rest}`),
    );
    fc.assert(
      fc.property(fc.record({ id, title: text, authors: fc.array(text) }), (wild) => {
        const entry = toBibtex(wild);
        const bare = entry.replace(/\\[{}]/g, '');
        let depth = 0;
        for (const character of bare) {
          if (character === '{') depth++;
          if (character === '}') depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(entry).toMatch(/^@misc\{[a-z][a-z0-9]*,\n/);
      }),
    );
  });
});

describe('in other formats', () => {
  it('is a line of Markdown', () => {
    expect(cite(paper, 'markdown')).toBe(
      '[Local or Global: Selective Knowledge Assimilation](https://arxiv.org/abs/2307.08809) (Cho and Joshi, 2023)',
    );
    expect(cite({ ...paper, authors: ['A. One', 'B. Two', 'C. Three'] }, 'markdown')).toContain(
      '(One et al., 2023)',
    );
    expect(cite({ id: 'title:00', title: 'On [brackets] and *stars*', authors: [] }, 'markdown')).toBe(
      'On \\[brackets\\] and \\*stars\\*',
    );
  });

  it('is a citation for people', () => {
    expect(cite(paper, 'citation')).toBe(
      'Yae Jee Cho and Gauri Joshi. “Local or Global: Selective Knowledge Assimilation.” arXiv:2307.08809, 2023. https://arxiv.org/abs/2307.08809',
    );
    const three = { ...paper, title: 'Is It?', authors: ['A. One', 'B. Two', 'C. Three Jr.'] };
    expect(cite(three, 'citation')).toMatch(/^A\. One, B\. Two, and C\. Three Jr\. “Is It\?” arXiv/);
    const many = Array.from({ length: 60 }, (_, i) => `N. Name${i}`);
    expect(cite({ ...paper, authors: many }, 'citation')).toMatch(/N\. Name6, et al\. “/);
    expect(cite({ id: 'title:00', title: 'No More Than a Title', authors: [] }, 'citation')).toBe(
      '“No More Than a Title.”',
    );
  });

  it('is a link, where there is one', () => {
    expect(cite(paper, 'link')).toBe('https://arxiv.org/abs/2307.08809');
    expect(linkTo({ id: 'doi:10.1000/a#b(c)/d' })).toBe('https://doi.org/10.1000/a%23b%28c%29/d');
    expect(linkTo({ id: 'title:00' })).toBeUndefined();
  });

  it('is one line with one link, whatever the paper', () => {
    const text = fc.string({ unit: 'binary' });
    const id = text.map((rest): PaperId => `doi:10.1000/${rest}`);
    fc.assert(
      fc.property(fc.record({ id, title: text, authors: fc.array(text) }), (wild) => {
        expect(cite(wild, 'markdown')).toMatch(/^\[(?:[^[\]\\]|\\.)*\]\(https:\/\/doi\.org\/[^\s()[\]]*\)/s);
        expect(URL.canParse(cite(wild, 'link'))).toBe(true);
      }),
    );
  });
});

describe('authors', () => {
  it('are shortened', () => {
    expect(formatAuthors([])).toBe('');
    expect(formatAuthors(['A'])).toBe('A');
    expect(formatAuthors(['A', 'B', 'C'])).toBe('A, B and C');
    expect(formatAuthors(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C and 2 more');
    expect(formatAuthors(['A', 'B', 'C'], 2)).toBe('A and 2 more');
  });

  it('have family names', () => {
    expect(familyName('Yae Jee Cho')).toBe('Cho');
    expect(familyName('Laurens van der Maaten')).toBe('van der Maaten');
    expect(familyName('Cho, Yae Jee')).toBe('Cho');
    expect(familyName('Robert Downey Jr.')).toBe('Downey');
    expect(familyName('Plato')).toBe('Plato');
  });
});

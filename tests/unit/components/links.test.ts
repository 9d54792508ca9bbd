import { describe, expect, it } from 'vitest';
import { chipsOf, codePage, frontPage, sourceLinks } from '@/components/paper/links';
import type { PaperLink } from '@/lib/paper/types';

const code: PaperLink = { kind: 'code', url: 'https://github.com/owner/name', stars: 1_234 };
const project: PaperLink = { kind: 'project', url: 'https://www.example.org/study/' };
const demo: PaperLink = { kind: 'demo', url: 'https://huggingface.co/spaces/owner/demo' };

describe('chips', () => {
  it('put code first, then project and demo', () => {
    expect(chipsOf([demo, project, code]).map(({ kind }) => kind)).toEqual(['Code', 'Project page', 'Demo']);
  });

  it('name the place in few letters and hint at its host', () => {
    expect(chipsOf([code, project, demo])).toMatchObject([
      { label: 'owner/name', icon: 'branch', stars: '1.2k' },
      { label: 'example.org/study', icon: 'globe' },
      { label: 'owner/demo', icon: 'face' },
    ]);
  });

  it('name the folder where a repository holds several papers', () => {
    const folder: PaperLink = { kind: 'code', url: 'https://gitlab.com/owner/name/tree/main/papers/ours' };
    expect(chipsOf([folder])).toMatchObject([{ label: 'owner/name/ours', icon: 'fox' }]);
  });

  it('leave out what is no web address', () => {
    const hostile: PaperLink[] = [
      { kind: 'code', url: 'javascript:alert(1)' },
      { kind: 'project', url: 'not an address' },
    ];
    expect(chipsOf(hostile)).toEqual([]);
  });
});

describe('where a paper stands', () => {
  it('follows from its id', () => {
    expect(sourceLinks('arxiv:2309.06651').map(({ url }) => url)).toEqual([
      'https://arxiv.org/abs/2309.06651',
      'https://arxiv.org/pdf/2309.06651',
      'https://huggingface.co/papers/2309.06651',
    ]);
    expect(sourceLinks('title:abc')).toEqual([]);
  });

  it('keeps a DOI in the path, whatever it holds', () => {
    expect(sourceLinks('doi:10.1000/a#b?c')[0]?.url).toBe('https://doi.org/10.1000/a%23b%3Fc');
  });

  it('is the project page, else the first link, for a paper without an id', () => {
    expect(frontPage('arxiv:2309.06651', [project])).toBe('https://arxiv.org/abs/2309.06651');
    expect(frontPage('title:abc', [demo, code, project])).toBe(project.url);
    expect(frontPage('title:abc', [demo, code])).toBe(code.url);
    expect(frontPage('title:abc', [])).toBeUndefined();
  });

  it('finds the code', () => {
    expect(codePage([demo, code])).toBe(code.url);
    expect(codePage([demo])).toBeUndefined();
  });
});

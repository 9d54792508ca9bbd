import { expect, it } from 'vitest';
import { picturesOf } from '@/components/reading/pictures';

it.each([
  [
    { media: ['https://cdn.example.org/a.png', 'https://cdn.example.org/b.MP4'] },
    ['a.png', 'b.MP4 film'],
    ['cdn.example.org'],
  ],
  [{ media: ['https://one.org/a.png'], thumbnail: 'https://two.org/t.png' }, ['a.png'], ['one.org']],
  [{ thumbnail: 'https://two.org/t.png' }, ['t.png'], ['two.org']],
  [{ media: ['http://one.org/a.png', 'javascript:alert(1)', '/a.png', ''] }, [], []],
  [{}, [], []],
])('of %o', (paper, items, hosts) => {
  const pictures = picturesOf(paper);
  expect(pictures.items.map(({ url, isFilm }) => url.split('/').at(-1) + (isFilm ? ' film' : ''))).toEqual(
    items,
  );
  expect(pictures.hosts).toEqual(hosts);
});

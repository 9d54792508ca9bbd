import { expect, it } from 'vitest';
import { completeTag } from '@/lib/shelf/complete-tag';
import { countTags, readTags, withoutTag, withTag } from '@/lib/shelf/tags';

it('reads what was typed', () => {
  expect(readTags(' #vision,  to   cite ;Vision,, ,\n')).toEqual(['to cite', 'vision']);
  expect(readTags(' , # ')).toEqual([]);
});

it('takes spellings that differ in case or accents for one', () => {
  expect(withTag(['Rêve'], 'reve')).toEqual(['Rêve']);
  expect(withoutTag(['Rêve', 'b'], 'REVE')).toEqual(['b']);
});

it('counts tags in use, the most used first, in their usual spelling', () => {
  const of = (...tags: string[]) => ({ tags });
  expect(countTags([of('NLP', 'b'), of('nlp'), of('nlp', 'a')])).toEqual([
    { tag: 'nlp', count: 3 },
    { tag: 'a', count: 1 },
    { tag: 'b', count: 1 },
  ]);
});

it('completes by beginnings, then by words, without those taken', () => {
  const inUse = ['to cite', 'cited', 'circuits', 'other'].map((tag) => ({ tag, count: 1 }));
  expect(completeTag('ci', inUse)).toEqual(['cited', 'circuits', 'to cite']);
  expect(completeTag('CI', inUse, ['Cited'])).toEqual(['circuits', 'to cite']);
  expect(completeTag('', inUse, [], 2)).toEqual(['to cite', 'cited']);
});

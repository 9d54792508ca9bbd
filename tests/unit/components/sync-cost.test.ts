import { expect, it } from 'vitest';
import { costSentence, papersPerDay, usualPerDay } from '@/components/sync/cost';

it.each([
  [30, 31, 'About 930 papers, 5 MB.'],
  [365, 31, 'About 11,000 papers, 59 MB.'],
  [1_300, 31, 'About 40,000 papers, 216 MB.'],
  [1, 1, 'About 1 paper, 1 MB.'],
  [0, 31, 'About 0 papers, 1 MB.'],
])('%d days of %d papers: %s', (days, perDay, sentence) => expect(costSentence(days, perDay)).toBe(sentence));

it('counts the days at hand once they are enough', () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ papers: at % 2 === 0 ? 60 : 0 }));
  expect(papersPerDay(days(14), 7)).toBe(30);
  expect(papersPerDay(days(13), 7)).toBe(7);
  expect(papersPerDay([], usualPerDay)).toBe(31);
});

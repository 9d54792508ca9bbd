import { describe, expect, it } from 'vitest';
import { newsText } from '@/components/sync/news';
import { watcher } from '@/lib/digest/watch/matches';
import type { Paper } from '@/lib/paper/types';

const papers = Array.from(
  { length: 5 },
  (_, at): Paper => ({
    id: `arxiv:2999.0000${at}`,
    title: `Lamp ${at}`,
    aliases: [],
    authors: at === 0 ? ['A. Author', 'B. Author'] : [],
    links: [],
    keywords: at === 1 ? ['night vision'] : [],
  }),
);
const watch = (...words: string[]) => {
  const look = watcher(words.map((one) => ({ field: 'any', words: one })));
  return papers.map((paper) => ({ paper, matches: look(paper) })).filter(({ matches }) => matches.length > 0);
};

describe('what a notification says', () => {
  it.each([
    [1, '1 new paper'],
    [42, '42 new papers'],
    [1_200, '1,200 new papers'],
  ])('of %d papers', (count, title) =>
    expect(newsText('2026-07-29', count, [])).toEqual({ title, message: 'Daily Papers of 29 July 2026' }),
  );

  it('counts what matches, and shows by what', () => {
    expect(newsText('2026-07-29', 42, watch('B. Author', 'night'))).toEqual({
      title: '42 new papers; 2 match your watch words',
      message: 'B. Author: Lamp 0\nnight vision: Lamp 1',
    });
    expect(newsText('2026-07-29', 1, watch('Lamp 3'))).toEqual({
      title: '1 new paper; 1 matches your watch words',
      message: 'Lamp 3',
    });
  });

  it('names no more than fit', () => {
    const { title, message } = newsText('2026-07-29', 42, watch('lamp'));
    expect(title).toBe('42 new papers; 5 match your watch words');
    expect(message.split('\n')).toEqual(['Lamp 0', 'Lamp 1', 'Lamp 2']);
  });
});

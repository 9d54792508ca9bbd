import { expect, it } from 'vitest';
import { postLines } from '@/lib/match/post-lines';
import { block, matcher, paper } from './papers';

const lines = (text: string) => postLines(text).map(({ start, end }) => text.slice(start, end).trim());

it.each([
  ['Wickworks', ['Wickworks']],
  ['Wickworks (2024) [pdf] (arxiv.org)', ['Wickworks']],
  ['Wickworks [video] (example.org/talks)', ['Wickworks']],
  ['[R] Wickworks', ['Wickworks']],
  ['[R][2406.00002] Wickworks (arxiv.org)', ['Wickworks']],
  ['New paper:\nWickworks\nhttps://example.org/w', ['New paper:', 'Wickworks', 'https://example.org/w']],
  ['Wickworks (a first look)', ['Wickworks (a first look)']],
  ['A line of more words than any title that would have to stand by itself', []],
])('of %j are %j', (text, expected) => {
  expect(lines(text)).toEqual(expected);
});

it('takes no longer for a line full of brackets than for another', () => {
  expect(postLines('[x] '.repeat(20_000))).toEqual([]);
  expect(postLines('(2024) '.repeat(20_000))).toEqual([]);
});

it('let a short title stand by itself in a post, and nowhere else', async () => {
  const mentionsIn = await matcher([paper('arxiv:2406.00002', 'Wickworks')]);
  const text = 'Out today\n[R] Wickworks (2024)\nMore soon';
  expect(mentionsIn(block(text))).toEqual([]);
  const [found, ...others] = mentionsIn(block(text, { isPost: true }));
  expect(found && text.slice(found.start, found.end)).toBe('Wickworks');
  expect(others).toEqual([]);
  expect(mentionsIn(block('Out today, Wickworks and others', { isPost: true }))).toEqual([]);
});

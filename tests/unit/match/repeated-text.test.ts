import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as alignment from '@/lib/match/alignment';
import { cueAround } from '@/lib/match/cues';
import { findMentions } from '@/lib/match/mentions';
import { readBlock } from '@/lib/match/read-text';
import { block, paper } from './papers';

vi.mock(import('@/lib/match/alignment'), async (original) => {
  const { extend } = await original();
  return { extend: vi.fn(extend) };
});
const extend = vi.mocked(alignment.extend);
beforeEach(() => {
  extend.mockClear();
});

const trades =
  'Amber Birch Cedar Daisy Ember Fjord Grove Hazel Ivory Jolly Kayak Lemon Maple Noble Olive'.split(' ');
/** 210 titles that begin alike. */
const siblings = trades.flatMap((first) =>
  trades
    .filter((second) => second !== first)
    .map((second, i) =>
      paper(`title:${first}${i}`, `Benchmarking Candle Makers Grouped by ${first} and ${second} Workshops`),
    ),
);
const mentions = (text: string) =>
  findMentions(readBlock(block(text)), siblings).map(({ paper: id, start, end }) => [
    id,
    text.slice(start, end),
  ]);

describe('a block that repeats what many titles share', () => {
  it('is compared with each of them a bounded number of times', () => {
    expect(mentions('Benchmarking Candle Makers Grouped by '.repeat(800))).toEqual([]);
    const seldom = extend.mock.calls.length;
    expect(seldom).toBeGreaterThan(0);
    expect(seldom).toBeLessThan(siblings.length * 100);
  });

  it('is tried once for each place where a title would begin', () => {
    const [one] = siblings;
    const text = 'Benchmarking Candle Makers Grouped by nothing in particular.';
    findMentions(readBlock(block(text)), one ? [one] : []);
    // The title begins where the block does, so that there is nothing to the left: one call each way.
    expect(extend.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('shows a title with a slip in it behind all the others', () => {
    const list = siblings.slice(0, -1).map(({ title }) => `${title}.`);
    const slip = 'Benchmarking Candle Makers Grouped by Olive and Noble Workshps';
    expect(mentions(`${list.join('\n')}\n${slip}`).at(-1)).toEqual([siblings.at(-1)?.id, slip]);
  });
});

it('compiles the names of a paper once, however often its title stands in a block', () => {
  const escaped = vi.spyOn(RegExp, 'escape');
  const authors = ['A. Chandler', 'B. Waxwell', 'C. Y'];
  const cue = (text: string) => cueAround(text, 0, 0, authors);
  expect(cue('by Waxwell')).toBe('author');
  escaped.mockClear();
  expect(['Chandlers', 'of Y', 'see Chandler'].map(cue)).toEqual([undefined, undefined, 'author']);
  expect(escaped).not.toHaveBeenCalled();
});

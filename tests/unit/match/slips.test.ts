import { describe, expect, it } from 'vitest';
import { differsBySlips } from '@/lib/match/slips';
import { block, matcher, paper } from './papers';

describe('a slip', () => {
  it.each([
    ['Paper Lantrns at Night', 'Paper Lanterns at Night'],
    ['Paper Lanetrns at Nihgt', 'Paper Lanterns at Night'],
    ['Paper Lantern at Nights', 'Paper Lanterns at Night'],
    ['Paperlanterns at Night', 'Paper Lanterns at Night'],
    ['A Paper Lantern at the Night', 'Paper Lanterns at Night'],
    ['Lanterns and Candles', 'Lanterns & Candles'],
    ['Lamps for LLM', 'Lamps for LLMs'],
    ['Lamps for LvLMs', 'Lamps for LLMs'],
    ['Causl Lanterns', 'Causal Lanterns'],
    ['Lamps for LLs', 'Lamps for LLMs'],
    ['Lamps nd Nalysis', 'Lamps and Analysis'],
  ])('is all that parts %j from %j', (shown, title) => {
    expect(differsBySlips(shown, title)).toBe(true);
  });

  it.each([
    ['Offline Lanterns at Night', 'Online Lanterns at Night'],
    ['Unsupervised Lanterns', 'Supervised Lanterns'],
    ['Lanterns without Candles', 'Lanterns with Candles'],
    ['Lanterns in Water', 'Lanterns on Water'],
    ['Two Lanterns', 'Three Lanterns'],
    ['Lamps for LVLMs', 'Lamps for LLMs'],
    ['Lamps for LMs', 'Lamps for LLMs'],
    ['lamps for lvlms', 'Lamps for LLMs'],
    ['Asymmetric Lanterns', 'Symmetric Lanterns'],
    ['Micro Lanterns', 'Macro Lanterns'],
    ['Paper Lanterns at Bright Night', 'Paper Lanterns at Night'],
  ])('is not what makes %j of %j', (shown, title) => {
    expect(differsBySlips(shown, title)).toBe(false);
  });
});

describe('a long title with one word put for another', async () => {
  const titles = {
    online: 'Online Lantern Trimming for Large Fleets of Paper Boats at Midnight',
    visual: 'How Many Paper Lanterns Do LLMs See When Asked about Dark Harbours',
  };
  const find = await matcher([
    paper('arxiv:2407.00001', titles.online, { authors: ['A. Chandler'] }),
    paper('arxiv:2407.00002', titles.visual),
  ]);
  const offline = titles.online.replace('Online', 'Offline');

  it.each([offline, titles.online.replace('Midnight', 'Sunlight'), titles.visual.replace('LLMs', 'LVLMs')])(
    'is not found: %j',
    (text) => {
      expect(find(block(text))).toEqual([]);
    },
  );

  it('is found beside its author', () => {
    expect(find(block(`A. Chandler. ${offline}. 2024.`))).toHaveLength(1);
  });
});

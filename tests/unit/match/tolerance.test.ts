import { describe, expect, it } from 'vitest';
import { numbersIn } from '@/lib/match/numbers';
import { block, link, matcher, paper } from './papers';

const lantern = paper('arxiv:2403.00001', 'Keeping a Thousand Paper Lanterns Alight in Strong Autumn Winds');
const survey = paper('arxiv:2403.00002', 'The Slow Art of Candle Making: A Field Guide for Beginners', {
  authors: ['A. Chandler', 'B. Waxwell'],
});
const third = paper('arxiv:2403.00003', 'Glow-3: Training Language Models to Count Candles, Part II');
const notion = paper('arxiv:2403.00004', 'Natural Language Generation', { authors: ['C. Wickham'] });
const twinA = paper('arxiv:2403.00005', 'A Long Walk with Lanterns Through the Valley of Winter Nights');
const twinB = paper('arxiv:2403.00006', 'A Long Walk with Lanterns Through the Valley of Summer Days');
const find = await matcher([lantern, survey, third, notion, twinA, twinB]);
const found = (text: string, more = {}) =>
  find(block(text, more)).map(({ paper: id, evidence, start, end }) => [
    id,
    evidence,
    text.slice(start, end),
  ]);

describe('a title with a slip in it', () => {
  it.each([
    ['a letter lost', 'Keeping a Thousand Paper Lantrns Alight in Strong Autumn Winds'],
    ['two letters swapped', 'Keeping a Thousand Paper Lanterns Alihgt in Strong Autumn Winds'],
    ['a plural', 'Keeping a Thousands Paper Lanterns Alight in Strong Autumn Winds'],
    ['its last letter lost', 'Keeping a Thousand Paper Lanterns Alight in Strong Autumn Wind'],
  ])('is found with %s, and scored by how much is right', (_, text) => {
    const [mention, ...others] = find(block(text));
    expect(others).toEqual([]);
    expect(mention).toMatchObject({ paper: lantern.id, evidence: 'title', start: 0, end: text.length });
    expect(mention?.score).toBeGreaterThan(0.95);
    expect(mention?.score).toBeLessThan(1);
  });

  it('is found without its article', () => {
    expect(found('Slow Art of Candle Making: A Field Guide for Beginners')).toEqual([
      [survey.id, 'title', 'Slow Art of Candle Making: A Field Guide for Beginners'],
    ]);
  });

  it('is not found where too much is wrong', () => {
    expect(found('Keeping Ten Paper Boats Afloat in Strong Autumn Rains')).toEqual([]);
  });

  it('is not found where a number is another', () => {
    expect(found(third.title)).toHaveLength(1);
    expect(found('Glow-4: Training Language Models to Count Candles, Part II')).toEqual([]);
    expect(found('Glow-3: Training Language Models to Count Candles, Part III')).toEqual([]);
    expect(found('Glow-3: Trainig Language Models to Count Candles, Part II')).toHaveLength(1);
  });

  it('is not found for a neighbour that differs in its last words', () => {
    expect(found(twinA.title).map(([id]) => id)).toEqual([twinA.id]);
    expect(found(twinB.title).map(([id]) => id)).toEqual([twinB.id]);
  });
});

describe('a slip in a title of few letters', async () => {
  const thirtyFive = paper('arxiv:2403.00007', 'Trimming Wicks by the Light of Distant Moons');
  const twentySix = paper('arxiv:2403.00008', 'Slowly Fading Paper Lanterns');
  const short = await matcher([thirtyFive, twentySix]);
  const ids = (text: string) => short(block(text)).map(({ paper: id }) => id);

  it('is forgiven once', () => {
    expect(ids('Trimming Wiks by the Light of Distant Moons')).toEqual([thirtyFive.id]);
    expect(ids('Slowly Fading Paper Lantens')).toEqual([twentySix.id]);
  });

  it('is not forgiven twice', () => {
    expect(ids('Timming Wiks by the Light of Distant Moos')).toEqual([]);
    expect(ids('Slowly Fading Paper Lntens')).toEqual([]);
  });
});

describe('a title cut short', () => {
  it.each([
    ['Keeping a Thousand Paper Lanterns Al…', 'Keeping a Thousand Paper Lanterns Al'],
    ['Keeping a Thousand Paper Lanterns ...', 'Keeping a Thousand Paper Lanterns'],
    ['Keeping a Thousand Paper Lanterns-…', 'Keeping a Thousand Paper Lanterns'],
    ['Keeping a Thousand Paper Lanterns Show more', 'Keeping a Thousand Paper Lanterns'],
  ])('is found in %j', (text, shown) => {
    expect(found(text)).toEqual([[lantern.id, 'cut-short', shown]]);
  });

  it('scores by how much of it is there', () => {
    expect(find(block('Keeping a Thousand Paper Lanterns…'))[0]?.score).toBeCloseTo(30 / 54, 1);
  });

  it('is not found where two titles begin so, nor without an ellipsis', () => {
    expect(found('A Long Walk with Lanterns Through the…')).toEqual([]);
    expect(found('A Long Walk with Lanterns Through the Valley of S…')).toEqual([
      [twinB.id, 'cut-short', 'A Long Walk with Lanterns Through the Valley of S'],
    ]);
    expect(found('Keeping a Thousand Paper Lanterns')).toEqual([]);
  });
});

describe('a title that is an everyday phrase', () => {
  const text = 'Natural Language Generation';
  it('is not found by its words alone, even as a whole line or link', () => {
    expect(found(text)).toEqual([]);
    expect(found(text, { links: [link(text, text, 'https://example.org/')] })).toEqual([]);
  });

  it('is found as a link or in quotation marks where a paper is spoken of', () => {
    const linked = `The paper ${text} says so`;
    expect(found(linked, { links: [link(linked, text, 'https://example.org/')] })).toHaveLength(1);
    expect(found(`their paper “${text}” says so`)).toHaveLength(1);
    expect(found(`their “${text}” says so`)).toEqual([]);
    expect(found(`this paper is on ${text} as such`)).toEqual([]);
  });

  it('is found beside its author or its id', () => {
    expect(found('C. Wickham. Natural Language Generation. 2024.')).toHaveLength(1);
    expect(found(text, { links: [link(text, text, 'https://arxiv.org/abs/2403.00004')] })).toEqual([
      [notion.id, 'title', text],
    ]);
  });
});

describe('numbers', () => {
  it.each([
    ['GPT-3 and 4.5', '3 4 5'],
    ['Part I of two', 'i'],
    ['Part II', 'ii'],
    ['Which Should I Choose?', ''],
    ['x² and ½', '2 1 2'],
    ['Vision and Mixing', ''],
  ])('in %j are %j', (text, numbers) => {
    expect(numbersIn(text)).toBe(numbers);
  });
});

describe('words glued together by lost markup', () => {
  it('do not hide a title', () => {
    const glued = `PDF${lantern.title}Anna Author`;
    expect(found(glued)).toEqual([[lantern.id, 'title', lantern.title]]);
  });
});

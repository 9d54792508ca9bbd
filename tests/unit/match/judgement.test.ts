import { describe, expect, it } from 'vitest';
import { cueAround } from '@/lib/match/cues';
import { block, link, matcher, paper } from './papers';

const short = paper('arxiv:2406.00001', 'Small candles burn brightly');
const named = paper('arxiv:2406.00002', 'WICK -- Small Flame Models');
const long = paper('arxiv:2406.00003', 'Keeping a Thousand Paper Lanterns Alight in Strong Autumn Winds');
const middling = paper('arxiv:2406.00004', 'Robust Lanterns for Windy Nights at Sea');
const tagged = paper('arxiv:2406.00005', 'GLIM: Dim candles burn a bit longer');
const find = await matcher([short, named, long, middling, tagged]);
const shown = (text: string, more = {}) =>
  find(block(text, more)).map(({ start, end }) => text.slice(start, end));

describe('a title of twenty to thirty letters', () => {
  const { title } = short;
  const prose = `and so ${title.toLowerCase()} in the dark`;

  it('in sentence case is believed as a whole block, link or quotation', () => {
    expect(shown(title)).toEqual([title]);
    expect(shown(` ${title.toLowerCase()}. `)).toEqual([title.toLowerCase()]);
    expect(shown(prose, { links: [link(prose, title.toLowerCase(), 'https://example.org/')] })).toEqual([
      title.toLowerCase(),
    ]);
    expect(shown(`we read “${title},” again`)).toEqual([title]);
  });

  it('is not as a mere part of a title, or with a slip in it', () => {
    expect(shown('they say “dim candles burn a bit longer” of it')).toEqual([]);
    expect(shown('they say “small candls burn brightly” of it')).toEqual([]);
  });

  it('is not in running text, in part of a link, or as a window of a longer block', () => {
    expect(shown(prose)).toEqual([]);
    expect(shown(prose, { links: [link(prose, 'small candles burn', 'https://example.org/')] })).toEqual([]);
    expect(shown(title, { startsBlock: false, endsBlock: false })).toEqual([]);
  });
});

describe('a title that names itself', () => {
  it.each([
    ['with its dash', 'they present WICK - Small Flame Models Shows how to dim'],
    ['with a colon instead', 'they present WICK: Small Flame Models as well'],
    ['in lower case', 'they present wick: small flame models as well'],
  ])('is believed in running text %s', (_, text) => {
    expect(find(block(text)).map(({ paper: id }) => id)).toEqual([named.id]);
  });

  it('is not without its dash, nor where a longer title goes on', () => {
    expect(shown('they present WICK Small Flame Models Shows how to dim')).toEqual([]);
    expect(shown('WICK: Small Flame Models for Windy Nights')).toEqual([]);
    expect(shown('they present the WICK-2 - WICK: Small Flame Models-based lamp')).toEqual([]);
  });
});

describe('another paper of nearly the same title', () => {
  const { title } = middling;

  it.each([`${title} II`, `${title} Part Two`, `${title} 2`, `the lamp (${title} 2), a novelty`])(
    'is not taken for it in %j',
    (text) => {
      expect(shown(text)).toEqual([]);
    },
  );

  it.each([`${title} 2024`, `${title} 2 comments`, `${title} 3.5 stars`, `${title} [2]`, `${title} (2)`])(
    'does not hide it in %j',
    (text) => {
      expect(shown(text)).toEqual([title]);
    },
  );

  it('is not seen where a number stands in an element of its own', () => {
    expect(shown(`${title} 2`, { seams: [title.length + 1] })).toEqual([title]);
  });

  it('is not taken for it where it is an answer', () => {
    expect(shown(`Comment on ${long.title}`)).toEqual([]);
    expect(shown(`[3] A. Author. Reply to “${long.title}”. 2024.`)).toEqual([]);
    expect(shown(`this is a comment on ${long.title}`)).toEqual([long.title]);
  });

  it.each([
    `Comment on The ${long.title}`,
    `Correction: ${long.title}`,
    `[Re] ${long.title}`,
    `${long.title}: A Reply`,
    `Comment on “${short.title}”`,
    `Reply to “The ${short.title}”`,
  ])('is not taken for it in %j', (text) => {
    expect(shown(text)).toEqual([]);
  });
});

describe('who wrote it and where it came out', () => {
  const { title } = middling;

  it.each([
    `Yesterday, ${title} from Google`,
    `Our poster: ${title} at ICML 2024`,
    `The new one, ${title} by Smith`,
    `Smith J, Lee K ${title} NeurIPS 2024`,
  ])('bounds a title in %j', (text) => {
    expect(shown(text)).toEqual([title]);
  });

  it.each([`${title} from Human Feedback`, `${title} at Scale`, `${title} in Deep Water`])(
    'is not what follows in %j',
    (text) => {
      expect(shown(text)).toEqual([]);
    },
  );

  it.each([
    ['Ana Wöhler', 'by Ana Wohler and others'],
    ['Ana Wohler', 'in the words of ANA WÖHLER'],
    ['Bo He', 'in He et al.'],
    ['Bo He', 'in B. He'],
  ])('%s is seen in %j', (author, text) => {
    expect(cueAround(text, 0, 0, [author])).toBe('author');
  });

  it.each([
    ['Bo He', 'He says so'],
    ['Ana Long', 'a long way'],
  ])('%s is not seen in %j', (author, text) => {
    expect(cueAround(text, 0, 0, [author])).toBeUndefined();
  });
});

describe('digits', () => {
  it('are compared where every letter is right', async () => {
    const findLamps = await matcher([
      paper('arxiv:2406.00006', 'Lamp-1.5'),
      paper('arxiv:2406.00007', 'Lighting 1,000 Lanterns with Lamp-1.5 and 10$^3$ Candles'),
    ]);
    const ids = (text: string, seams: number[] = []) =>
      findLamps(block(text, { seams })).map(({ paper: id }) => id.slice(-1));
    expect(ids('Lamp-1.5')).toEqual(['6']);
    expect(ids('Lamp-15')).toEqual([]);
    const raised = 'Lighting 1000 Lanterns with Lamp-1.5 and 103 Candles';
    expect(ids(raised, [raised.indexOf('3 Candles')])).toEqual(['7']);
    expect(ids(raised.replace('1.5', '15'))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { areWorthAsking } from '@/lib/match/worth';

const at = (text: string, ...shown: string[]) =>
  shown.map((part) => {
    const start = text.indexOf(part);
    return { start, end: start + part.length, isWhole: false };
  });

describe('hits in a block', () => {
  it('are worth asking about where there are two, one behind the other', () => {
    const text = 'we read region normalization for image inpainting again, with pleasure and with pens';
    expect(areWorthAsking(text, at(text, 'region normalization', 'normalization for image'))).toBe(true);
  });

  it('are not where one stands alone in running text, or two on the same words', () => {
    const text = 'what matters is the most important feature of all, as people have said before';
    expect(areWorthAsking(text, at(text, 'most important feature'))).toBe(false);
    expect(areWorthAsking(text, at(text, 'the most important feat', 'most important feature'))).toBe(false);
  });

  it('are where one stands among capitals, in a line like a title, or in one that is cut short', () => {
    const prose = `${'we went on and on about it. '.repeat(8)}Then Keeping a Thousand Paper Lanterns Alight came out, and all was well.`;
    expect(areWorthAsking(prose, at(prose, 'Thousand Paper Lanterns'))).toBe(true);
    expect(
      areWorthAsking('Keeping Paper Lantrns Alight', at('Keeping Paper Lantrns Alight', 'Keeping Paper')),
    ).toBe(true);
    const cut = 'keeping a thousand paper lanterns ali…';
    expect(areWorthAsking(cut, at(cut, 'thousand paper lanterns'))).toBe(true);
    expect(
      areWorthAsking(
        'use lossless compression by default',
        at('use lossless compression by default', 'lossless compression'),
      ),
    ).toBe(false);
  });

  it('are where a short title is there as a whole, and not where there are none', () => {
    expect(areWorthAsking('lamp', [{ start: 0, end: 4, isWhole: true }])).toBe(true);
    expect(areWorthAsking('lamp', [])).toBe(false);
  });
});

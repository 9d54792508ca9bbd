import { describe, expect, it } from 'vitest';
import { type Claim, isAcceptable } from '@/lib/match/acceptance';

/** A title of middling length in title case, in the middle of a sentence. */
const middling: Claim = {
  partial: false,
  isCut: false,
  length: 35,
  tokens: 6,
  similarity: 1,
  style: 'title',
  before: 'prose',
  after: 'prose',
  hasCue: false,
  hasAuthor: false,
  bearsName: false,
};
const alone = { before: 'edge', after: 'edge' } as const;
const long = { length: 50, tokens: 8 };
const plain = { style: 'plain' } as const;

describe('a claim', () => {
  it.each<[why: string, claim: Partial<Claim>]>([
    ['middling, in a sentence', {}],
    ['middling, joined by one word behind prose', { after: 'linked' }],
    ['middling, joined by one word, beside its author', { before: 'edge', after: 'linked', hasAuthor: true }],
    ['long, within other names', { ...long, before: 'name', after: 'name' }],
    ['long with slips, in a sentence', { ...long, similarity: 0.9 }],
    [
      'long with slips, within other names, with a cue',
      { ...long, similarity: 0.9, before: 'name', hasCue: true },
    ],
    ['middling with a slip', { similarity: 0.95 }],
    ['middling, in lower case, alone', { ...alone, ...plain }],
    ['of 45 letters, in lower case, in a sentence', { ...plain, length: 45 }],
    ['middling, in lower case, with a cue', { ...plain, hasCue: true }],
    ['short, alone', { ...alone, length: 29 }],
    ['short with a slip, alone on its line', { ...alone, length: 29, similarity: 0.96 }],
    ['short, bearing its name', { length: 24, bearsName: true }],
    ['a part, alone on its line', { ...alone, partial: true, tokens: 4 }],
    ['a part, between marks', { partial: true, before: 'mark', after: 'mark', length: 30, tokens: 5 }],
    [
      'a part, in lower case, alone on its line',
      { ...alone, ...plain, partial: true, length: 32, tokens: 5 },
    ],
    ['cut short, behind a mark', { isCut: true, before: 'mark', after: 'mark' }],
  ])('is accepted: %s', (_, claim) => {
    expect(isAcceptable({ ...middling, ...claim })).toBe(true);
  });

  it.each<[why: string, claim: Partial<Claim>]>([
    ['within another word', { ...long, after: 'hyphen' }],
    ['of another paper', { ...long, before: 'other' }],
    ['middling, within other names', { before: 'name' }],
    ['middling, joined by one word at a line’s beginning', { before: 'edge', after: 'linked' }],
    ['long with too many slips', { ...long, similarity: 0.89 }],
    ['long with slips, within other names', { ...long, similarity: 0.9, before: 'name' }],
    ['of 49 letters, within other names', { length: 49, tokens: 8, before: 'name' }],
    ['of 7 words, within other names', { length: 50, tokens: 7, before: 'name' }],
    ['middling with too many slips', { similarity: 0.94 }],
    ['middling with a slip, of four words, in a sentence', { similarity: 0.97, tokens: 4 }],
    ['of 44 letters, in lower case, in a sentence', { ...plain, length: 44 }],
    ['middling, in lower case, of four words, with a cue', { ...plain, hasCue: true, tokens: 4 }],
    ['short, in a sentence', { length: 29 }],
    ['short, in lower case, alone', { ...alone, ...plain, length: 29 }],
    ['short with a slip, between marks', { before: 'mark', after: 'mark', length: 29, similarity: 0.96 }],
    ['an abbreviation explained', { after: 'abbreviation' }],
    ['a part, in a sentence', { partial: true }],
    ['a part, behind another name', { ...alone, partial: true, before: 'colon' }],
    ['a part of three words, alone on its line', { ...alone, partial: true, tokens: 3 }],
    ['a part in lower case, of 31 letters', { ...alone, ...plain, partial: true, length: 31 }],
    ['cut short, in lower case, in a sentence', { isCut: true, ...plain, after: 'mark' }],
  ])('is refused: %s', (_, claim) => {
    expect(isAcceptable({ ...middling, ...claim })).toBe(false);
  });
});

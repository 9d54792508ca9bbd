import { describe, expect, it } from 'vitest';
import { FoldedText } from '@/lib/match/fold';
import { IndexBuilder } from '@/lib/match/index-builder';
import { mayBeLine } from '@/lib/match/lines';
import { findHits } from '@/lib/match/scan';
import { paper } from './papers';

const title = 'Keeping a thousand paper lanterns alight in strong autumn winds';
const builder = new IndexBuilder();
builder.add([paper('arxiv:2405.00001', title)]);
const { filter } = await builder.build(1);

/** Whether any hit in `text`, and there are some, may be the whole line between two raw offsets. */
function fillsLine(text: string, from = 0, to = text.length): boolean {
  const folded = new FoldedText().append(text);
  const position = (raw: number) => new FoldedText().append(text.slice(0, raw)).length;
  const hits = findHits(folded, [], filter);
  const line = { start: position(from), end: position(to) };
  expect(hits).not.toEqual([]);
  return hits.some((hit) => mayBeLine(hit, [line], filter));
}

describe('a line with one hit in it', () => {
  it.each(['winds', 'winnds', 'wind', 'windz'])('may be the title with %j at its end', (slip) => {
    expect(fillsLine(title.replace('winds', slip))).toBe(true);
  });

  it.each(['keping', 'keepping', 'kieping', 'ekeping'])('may be the title with %j at its head', (slip) => {
    expect(fillsLine(title.replace('Keeping', slip))).toBe(true);
  });

  it('may not where it is longer or shorter', () => {
    expect(fillsLine(title.replace('winds', 'rain and snow'))).toBe(false);
    expect(fillsLine(title.replace('winds', 'wi'))).toBe(false);
  });

  it('may not where it has the length, but the words elsewhere', () => {
    const [head = '', ...rest] = title.split(' ');
    expect(fillsLine([...rest, head].join(' '))).toBe(false);
  });

  it('may where a link in it is as long', () => {
    const slip = title.replace('winds', 'wind');
    const text = `see ${slip} and what to do in the rain`;
    expect(fillsLine(text)).toBe(false);
    expect(fillsLine(text, 4, 4 + slip.length)).toBe(true);
  });

  it('may not where the hit stands outside of it', () => {
    const other = 'x'.repeat(title.replaceAll(' ', '').length);
    expect(fillsLine(`${title} ${other}`, title.length + 1)).toBe(false);
  });
});

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

/** Whether any hit in `text` may be its whole line, and how many hits there are. */
function lines(text: string, from = 0, to = text.length): [hits: number, inLine: boolean] {
  const folded = new FoldedText().append(text);
  const position = (raw: number) => new FoldedText().append(text.slice(0, raw)).length;
  const hits = findHits(folded, [], filter);
  const line = { start: position(from), end: position(to) };
  return [hits.length, hits.some((hit) => mayBeLine(hit, [line], filter))];
}

describe('a line with one hit in it', () => {
  it('may be the title where it is as long, give or take a slip', () => {
    for (const slip of ['', 'w', 'winnd', 'windsss']) {
      const [hits, inLine] = lines(title.replace('winds', slip || 'winds'));
      expect(hits).toBeGreaterThan(0);
      expect(inLine).toBe(slip !== 'w');
    }
  });

  it('may not where it goes on, unless a link in it is as long', () => {
    const text = `${title} and what to do in the rain`;
    expect(lines(text)[1]).toBe(false);
    expect(lines(text, 0, title.length)[1]).toBe(true);
    expect(lines(`${title} ${title}`, title.length + 1)[1]).toBe(true);
  });

  it('may not where the hit stands outside of it', () => {
    const other = 'x'.repeat(title.replaceAll(' ', '').length);
    expect(lines(`${title} ${other}`, title.length + 1)[1]).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { FoldedText } from '@/lib/match/fold';
import { IndexBuilder } from '@/lib/match/index-builder';
import { mayBeLine } from '@/lib/match/lines';
import { findHits } from '@/lib/match/scan';
import { paper } from './papers';

const title = 'Keeping a thousand paper lanterns alight in strong autumn winds';
const builder = new IndexBuilder();
builder.add([paper('arxiv:2405.00001', title)]);
const { filter, ledger } = await builder.build(1);

/** Whether any hit in `text`, and there are some, may be the whole line between two raw offsets. */
function fillsLine(text: string, from = 0, to = text.length, known = filter): boolean {
  const folded = new FoldedText().append(text);
  const position = (raw: number) => new FoldedText().append(text.slice(0, raw)).length;
  const hits = findHits(folded, [], known);
  const line = { start: position(from), end: position(to) };
  expect(hits).not.toEqual([]);
  return hits.some((hit) => mayBeLine(hit, [line], known));
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

  it('is known of old papers and new ones when the index is brought up to date', async () => {
    const other = 'How small moths find their way home by the light of a window';
    const update = new IndexBuilder(ledger);
    update.add([paper('arxiv:2405.00002', other)]);
    const { filter: updated } = await update.build(2);
    for (const one of [title.replace('winds', 'wind'), other.replace('window', 'windw')]) {
      expect(fillsLine(one, 0, one.length, updated)).toBe(true);
    }
  });
});

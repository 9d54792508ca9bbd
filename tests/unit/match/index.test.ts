import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FoldedText } from '@/lib/match/fold';
import { candidatesFor, IndexBuilder } from '@/lib/match/index-builder';
import { findHits, mayHaveIdentifier } from '@/lib/match/scan';
import { block, matcher, paper } from './papers';

const word = fc.stringMatching(/^[A-Za-z]{2,9}$/);
const title = fc.array(word, { minLength: 4, maxLength: 14 }).map((words) => words.join(' '));

async function indexOf(titles: string[]) {
  const builder = new IndexBuilder();
  builder.add(titles.map((one, i) => paper(`arxiv:2401.${String(i).padStart(5, '0')}`, one)));
  return builder.build(1);
}

describe('the index of a digest', () => {
  it('lets a page see every one of its titles, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(title, { minLength: 1, maxLength: 20 }),
        fc.string(),
        async (titles, around) => {
          const { filter, candidates } = await indexOf(titles);
          titles.forEach((one, i) => {
            const text = new FoldedText().append(around).append(one).append(around);
            const hits = findHits(text, [{ start: 0, end: text.length }], filter);
            const alone = findHits(new FoldedText().append(one), [], filter);
            const found = [...hits, ...alone].flatMap(({ hash }) => candidatesFor(candidates, hash));
            expect(found).toContain(candidates.papers[i]);
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('knows a title by its tail where its head is common to many', async () => {
    const titles = Array.from(
      { length: 30 },
      (_, i) => `A Survey of Lamp Design Methods for Purpose Number ${i} Today`,
    );
    const { candidates, filter } = await indexOf(titles);
    const hits = findHits(new FoldedText().append(titles[7] as string), [], filter);
    const best = hits
      .map(({ hash }) => candidatesFor(candidates, hash))
      .filter((owners) => owners.length === 1);
    expect(best).toContainEqual([candidates.papers[7]]);
  });

  it('answers for identifiers', async () => {
    const { filter } = await indexOf(['A Title That Is Long Enough for All']);
    expect(mayHaveIdentifier(filter, 'arxiv:2401.00000')).toBe(true);
    expect(mayHaveIdentifier(filter, 'arxiv:2401.00001')).toBe(false);
  });

  it('says nothing of an empty digest', async () => {
    const { filter } = await indexOf([]);
    expect(findHits(new FoldedText().append('Any text that is longer than a shingle'), [], filter)).toEqual(
      [],
    );
    expect((await matcher([]))(block('Any text'))).toEqual([]);
  });
});

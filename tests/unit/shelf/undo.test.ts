import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PaperId } from '@/lib/paper/types';
import type { Change } from '@/lib/shelf/change';
import { readingStatuses } from '@/lib/shelf/types';
import { openWindow, paper } from './shelf.ts';

let shelf: Awaited<ReturnType<typeof openWindow>>;

beforeEach(async () => {
  shelf = await openWindow({ isEmpty: true });
});

const one: PaperId = 'arxiv:1';
const two: PaperId = 'arxiv:2';

describe('taking back', () => {
  it.each<[string, () => Promise<Change>]>([
    ['a status', () => shelf.setStatus([one, two], 'read')],
    ['tags', () => shelf.addTags([one, two], ['moths', 'lamps'])],
    ['a tag that was taken away', () => shelf.removeTags([one, two], ['kept'])],
    ['a tag spelled differently', () => shelf.renameTag('kept', 'moths')],
    ['a note', () => shelf.setNote(one, 'Counted twice.')],
    ['a removal', () => shelf.remove([one, two])],
    ['a paper coming back', () => shelf.restore('arxiv:3')],
    ['a paper saved again', () => shelf.save(paper('arxiv:3', { abstract: 'A.' }))],
    ['new papers', () => shelf.save([paper('arxiv:4'), paper('arxiv:5')])],
    ['one entry of two', () => shelf.mergeDuplicates([one, two])],
  ])('%s leaves the shelf exactly as it was, and can itself be taken back', async (_, change) => {
    await shelf.save([paper(one), paper(two, { authors: ['A'] }), paper('arxiv:3')]);
    await shelf.addTags([one], ['kept']);
    await shelf.remove('arxiv:3');
    const before = await shelf.listEntries();
    const { undo } = await change();
    const after = await shelf.listEntries();
    expect(after).not.toEqual(before);
    const undone = await shelf.undo(undo);
    expect(undone.kept).toEqual([]);
    expect(await shelf.listEntries()).toEqual(before);
    await shelf.undo(undone.undo);
    expect(await shelf.listEntries()).toEqual(after);
  });

  it('leaves what another window did since, and takes back the rest', async () => {
    await shelf.save(paper(one));
    await shelf.addTags([one], ['old']);
    const { undo } = await shelf.addTags([one], ['mine']);
    const other = await openWindow();
    await other.addTags([one], ['theirs']);
    await other.setStatus([one], 'read');
    const { entries, kept } = await shelf.undo(undo);
    expect(entries).toMatchObject([{ tags: ['old', 'theirs'], status: 'read' }]);
    expect(kept).toEqual([]);
  });

  it('says what it left because it was changed again', async () => {
    await shelf.save(paper(one));
    const { undo } = await shelf.setNote(one, 'Mine.');
    await (await openWindow()).setNote(one, 'Theirs.');
    const { kept } = await shelf.undo(undo);
    expect(kept).toMatchObject([{ id: one, note: 'Theirs.' }]);
    expect(await shelf.getEntry(one)).toMatchObject({ note: 'Theirs.' });
  });

  it('never removes a new paper that someone has worked on since', async () => {
    const { undo } = await shelf.save(paper(one));
    await shelf.setNote(one, 'Read this.');
    const { kept } = await shelf.undo(undo);
    expect(kept).toMatchObject([{ id: one }]);
    expect(await shelf.countShelf()).toBe(1);
  });
});

describe('any row of changes', () => {
  const ids = fc.subarray<PaperId>([one, two, 'arxiv:3'], { minLength: 1 });
  const tags = fc.subarray(['a', 'b', 'Ä'], { minLength: 1 });
  const step = fc.oneof(
    ids.chain((ids) =>
      fc.constantFrom(...readingStatuses).map((status) => () => shelf.setStatus(ids, status)),
    ),
    fc.tuple(ids, tags).map(
      ([ids, tags]) =>
        () =>
          shelf.addTags(ids, tags),
    ),
    fc.tuple(ids, tags).map(
      ([ids, tags]) =>
        () =>
          shelf.removeTags(ids, tags),
    ),
    fc.tuple(ids, fc.string()).map(
      ([ids, note]) =>
        () =>
          shelf.setNote(ids[0] as PaperId, note),
    ),
    ids.map((ids) => () => shelf.remove(ids)),
    ids.map((ids) => () => shelf.restore(ids)),
    ids.map((ids) => () => shelf.save(ids.map((id) => paper(id, { abstract: 'A.' })))),
    ids.map((ids) => () => shelf.mergeDuplicates(ids)),
  );

  it('is taken back step by step', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        shelf = await openWindow({ isEmpty: true });
        await shelf.save([paper(one), paper(two)]);
        const states = [];
        const undos = [];
        for (const change of steps) {
          states.push(await shelf.listEntries());
          undos.push((await change()).undo);
        }
        for (const undo of undos.reverse()) {
          expect((await shelf.undo(undo)).kept).toEqual([]);
          expect(await shelf.listEntries()).toEqual(states.pop());
        }
      }),
      { numRuns: 40 },
    );
  });
});

import { expect, it } from 'vitest';
import { SourceFailure } from '@/lib/digest/net/failure';
import type { Ask, Source } from '@/lib/digest/sources/source';
import { seededRandom } from '../../../bench/random';
import { answerArxiv } from '../../../support/api/arxiv';
import { answerPapers } from '../../../support/api/daily-papers';
import { World } from '../../../support/api/world';
import { switchedOn } from './api';

const day = '2026-03-02';

/** A world whose day changes before one request in `every`, in every way that a list may change. */
function restless(seed: number, answer: typeof answerPapers, every: number): { world: World; ask: Ask } {
  const random = seededRandom(seed);
  const world = new World();
  const list = world.day(day);
  const invent = () => ({ ...world.invent(day), categories: ['cs.CL'] });
  const some = () => list.papers[Math.floor(random() * list.papers.length)]?.id ?? '';
  const changes = [
    () => list.add(invent()),
    () => list.add(invent(), invent()),
    () => list.remove(some()),
    () => list.remove(list.papers[0]?.id ?? ''),
    () => list.change(some(), { title: 'A New Title for an Old Paper' }),
    () => list.change(some(), { upvotes: 99 }),
  ];
  const count = 90 + Math.floor(random() * 180);
  list.set(Array.from({ length: count }, invent).reverse());
  const ask: Ask = async (address) => {
    if (random() * every < 1) changes[Math.floor(random() * changes.length)]?.();
    return { unchanged: false, text: answer(world, new URL(address), undefined).body };
  };
  return { world, ask };
}

/** Reads many lists while they change; each is one that there was, or is given up. Returns how many were read. */
async function readMany(source: Source, answer: typeof answerPapers, every: number): Promise<number> {
  let read = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const { world, ask } = restless(seed, answer, every);
    const found = await source.read({ day }, ask, []).catch((error) => {
      expect(error).toBeInstanceOf(SourceFailure);
      return error as SourceFailure;
    });
    if (found instanceof SourceFailure || typeof found === 'string') continue;
    read++;
    const ids = found.days.get(day)?.map(({ id }) => id) ?? [];
    const versions = world.versionsOf(day).map((list) => list.map(({ id }) => `arxiv:${id}`));
    // arXiv has an order of its own; and one string is compared sooner than a hundred.
    const text = (list: string[]) => list.toSorted().join(' ');
    expect(versions.map(text), `seed ${seed}`).toContain(text(ids));
  }
  return read;
}

it('a list of Hugging Face that changes while it is read is one that there was', {
  timeout: 60_000,
}, async () => {
  expect(await readMany(switchedOn('hugging-face'), answerPapers, 3)).toBeGreaterThan(15);
});

it('so is one of arXiv', { timeout: 60_000 }, async () => {
  expect(await readMany(switchedOn('arxiv', 'cs.CL'), answerArxiv, 3)).toBeGreaterThan(15);
});

import { expect, it } from 'vitest';
import { coalesced, inTurn } from '@/entrypoints/background/in-turn';

it('runs one work after the other, also behind one that failed', async () => {
  const turn = inTurn();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} starts`);
    await Promise.resolve();
    log.push(`${name} ends`);
    if (name === 'a') throw new Error('a failed');
    return name;
  };
  const all = await Promise.allSettled([turn(work('a')), turn(work('b'))]);
  expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

it('lets calls during a run share the one that follows', async () => {
  const ends: ((value: number) => void)[] = [];
  const build = coalesced(() => new Promise<number>((resolve) => ends.push(resolve)));
  const first = build();
  await Promise.resolve();
  const second = build();
  const third = build();
  expect(ends).toHaveLength(1);
  ends[0]?.(1);
  expect(await first).toBe(1);
  await Promise.resolve();
  expect(ends).toHaveLength(2);
  ends[1]?.(2);
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  expect(ends).toHaveLength(2);
});

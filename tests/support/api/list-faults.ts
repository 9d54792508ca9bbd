import type { Fault } from './faults.ts';
import type { itemJson, Listed } from './items.ts';
import type { World } from './world.ts';

type Item = ReturnType<typeof itemJson>;

/** The list as a fault leaves it. One that lost papers unseen is a version of its days from then on. */
export function spoilList(world: World, all: Listed[], fault: Fault | undefined): Listed[] {
  if (fault?.kind === 'empty') return emptied(world, new Set(all.map(({ day }) => day)));
  if (fault?.kind !== 'lost-paper') return all;
  const lost = (at: number) => all[at]?.day !== all[at - 1]?.day;
  for (const day of new Set(all.map((listed) => listed.day))) {
    const left = all.filter((listed, at) => listed.day === day && !lost(at));
    world.noteVersion(
      day,
      left.map(({ paper }) => paper),
    );
  }
  return all.filter((_, at) => !lost(at));
}

/** No papers, which is a version of these days from then on. */
function emptied(world: World, days: Iterable<string>): never[] {
  for (const day of days) world.noteVersion(day, []);
  return [];
}

const isThird = (at: number) => at % 3 === 2;

/** Makes records of a page what a fault wants. `start` is the place of the first one in the list. */
export function spoilItems(items: Item[], start: number, fault: Fault | undefined): void {
  for (const [at, item] of items.entries()) {
    const place = start + at;
    if (fault?.kind === 'unknown-fields') {
      for (const record of [item, item.paper])
        Object.assign(record, { mood: 'good', novelties: [{ of: 1 }] });
    }
    if (fault?.kind === 'wrong-types' && isThird(place))
      Object.assign(item.paper, wrong[Math.floor(place / 3) % wrong.length]);
  }
}

const wrong = [{ title: 5 }, { upvotes: { total: 3 } }, { authors: 'A. Author' }, { summary: [] }];

import type { Day } from '@/lib/paper/types';
import { compareSources, type Place } from './places';
import type { SourceDay } from './schema';
import type { PaperChange } from './working-set';

/** How the numbers of a day's record change. */
export type DayTally = Pick<SourceDay, 'source' | 'day' | 'papers' | 'own'>;

/** What changes of papers mean for the days that list them, in place of counting these anew. */
export function tallyDays(changes: readonly PaperChange[]): DayTally[] {
  const tallies = new Map<string, DayTally>();
  const count = (places: readonly Place[], step: 1 | -1) => {
    for (const [source, day] of places) {
      const key = `${source} ${day}`;
      const tally = tallies.get(key) ?? { source, day, papers: 0, own: 0 };
      tally.papers += step;
      if (leads(places, source, day)) tally.own += step;
      tallies.set(key, tally);
    }
  };
  for (const { before, after } of changes) {
    if (before) count(before.places, -1);
    if (after) count(after.places, 1);
  }
  return [...tallies.values()];
}

/** Whether no source before this one lists the paper on the day. */
function leads(places: readonly Place[], source: Place[0], day: Day): boolean {
  return places.every(([other, otherDay]) => otherDay !== day || compareSources(source, other) <= 0);
}

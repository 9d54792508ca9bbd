import type { Day } from '@/lib/paper/types';
import type { SourceId } from './sources/registry';

/** A day of a source that lists a paper, and where the paper stands in that day's list. */
type Listed = [source: SourceId, day: Day, ordinal: number];

/** One at which the source itself does not list it: an import put it behind the list. */
type Housed = [...listed: Listed, by: 'import'];

export type Place = Listed | Housed;

/** The first source of every list; imports speak for it. */
export const leading: SourceId = 'hugging-face';

/** Orders sources: the leading one first, the others by name. */
export function compareSources(a: SourceId, b: SourceId): number {
  if (a === b) return 0;
  if (a === leading || b === leading) return a === leading ? -1 : 1;
  return a < b ? -1 : 1;
}

/** Whether the source itself lists the paper there. */
export const isOfSource = (place: Place): place is Listed => place.length === 3;

/** Every place of a day: arrays sort after numbers. */
export const placesOf = (source: SourceId, day: Day) => IDBKeyRange.bound([source, day], [source, day, []]);

export const isAt = (place: Place, source: SourceId, day: Day) => place[0] === source && place[1] === day;

/**
 * The places a paper keeps, out of all that were ever said of it, oldest first: each day once, at its first ordinal, and
 * rather by the source than by an import. Of one source those that it vouches for; where it vouches for none, the latest.
 */
export function settle(said: readonly Place[], isVouchedFor: (place: Place) => boolean): Place[] {
  const places = [...said.filter(isOfSource), ...said.filter((place) => !isOfSource(place))];
  const distinct = places.filter(
    ([source, day], i) => places.findIndex((place) => isAt(place, source, day)) === i,
  );
  return distinct.filter((place) => {
    const sameSource = distinct.filter(([source]) => source === place[0]);
    return sameSource.some(isVouchedFor) ? isVouchedFor(place) : place === sameSource.at(-1);
  });
}

/** The day a paper is shown under: the latest of the leading source, else of the first that has one. */
export function dayAmong(places: readonly Place[]): Day | undefined {
  const [best] = places.toSorted(
    ([a, dayA], [b, dayB]) => compareSources(a, b) || (dayA < dayB ? 1 : dayA > dayB ? -1 : 0),
  );
  return best?.[1];
}

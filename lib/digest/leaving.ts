import type { PaperId } from '@/lib/paper/types';
import { placesOf } from './places';
import { openDigest, type SourceDay, type StoredPaper } from './schema';

/**
 * How many papers leave the digest once these days are dropped from it: those that no other day lists, of whatever source,
 * and that no import brought. Each counts once. Reads day by day, for all at once would fill the memory.
 *
 * @param signal ends the counting; the promise then rejects
 */
export async function countLeaving(
  days: readonly Pick<SourceDay, 'source' | 'day'>[],
  signal?: AbortSignal,
): Promise<number> {
  const dropped = new Set(days.map(({ source, day }) => `${source} ${day}`));
  const leaves = ({ imported, places }: StoredPaper) =>
    !imported && places.every(([source, day]) => dropped.has(`${source} ${day}`));
  const digest = await openDigest();
  const leaving = new Set<PaperId>();
  for (const { source, day } of days) {
    signal?.throwIfAborted();
    const listed = await digest.getAllFromIndex('papers', 'places', placesOf(source, day));
    for (const stored of listed) if (leaves(stored)) leaving.add(stored.paper.id);
  }
  return leaving.size;
}

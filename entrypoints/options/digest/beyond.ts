import { countLeaving } from '@/lib/digest/leaving';
import type { SourceDay } from '@/lib/digest/read';
import { type SourceId, sourceIds, sources } from '@/lib/digest/sources/registry';
import { planFor } from '@/lib/digest/sync/plan';
import type { Keep } from '@/lib/settings/digest';

export const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** What the next sync would do with these days of a source, were this range kept. */
export const planOf = (keep: Keep, source: SourceId, days: readonly SourceDay[]) =>
  planFor({ now: Date.now(), since: sources[source].since, keep, days });

/** How many papers the next sync would let go, were this range kept. Rejects once `signal` aborts. */
export function papersBeyond(keep: Keep, days: readonly SourceDay[], signal: AbortSignal): Promise<number> {
  const dropped = sourceIds.flatMap((source) => {
    const known = days.filter((day) => day.source === source);
    return planOf(keep, source, known).drop.map((day) => ({ source, day }));
  });
  return countLeaving(dropped, signal);
}

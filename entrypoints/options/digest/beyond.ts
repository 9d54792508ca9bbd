import type { SourceDay } from '@/lib/digest/read';
import { type SourceId, sourceIds, sources } from '@/lib/digest/sources/registry';
import { planFor } from '@/lib/digest/sync/plan';
import type { Keep } from '@/lib/settings/digest';

export const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** What the next sync would do with these days of a source, were this range kept. */
export const planOf = (keep: Keep, source: SourceId, days: readonly SourceDay[]) =>
  planFor({ now: Date.now(), since: sources[source].since, keep, days });

/** Papers on the days that the next sync would let go, were this range kept; one that stands on several days counts on each. */
export function papersBeyond(keep: Keep, days: readonly SourceDay[]): number {
  return sum(
    sourceIds.map((source) => {
      const known = days.filter((day) => day.source === source);
      const leaving = new Set(planOf(keep, source, known).drop);
      return sum(known.filter(({ day }) => leaving.has(day)).map(({ own }) => own));
    }),
  );
}

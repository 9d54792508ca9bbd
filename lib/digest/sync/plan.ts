import type { Day } from '@/lib/paper/types';
import type { Keep } from '@/lib/settings/digest';
import type { SourceDay } from '../store';
import { dayAt, dayLength, daysBetween, plusDays, startOf } from './calendar';

/** What a plan depends on, and nothing else: it is made anew from the store whenever it is needed. */
export interface Situation {
  /** Milliseconds since 1970. The clock may have jumped since the records were written. */
  now: number;
  /** The first day the source knows. */
  since: Day;
  keep: Keep;
  /** When a person asked for a sync that is not done yet. */
  askedAt?: number | undefined;
  /** What the store knows of the source's days, newest first. */
  days: readonly SourceDay[];
  /** A person wants nothing to be filled in at present. */
  isPaused?: boolean;
  /** Days whose last answer held records that nobody could read. */
  flawed?: ReadonlySet<Day>;
}

/** What the copy of a source lacks, and what it has too much. */
export interface Plan {
  /** Of the last 14 days: today, then those not here, then those whose answer is too old; each newest first. */
  recent: Day[];
  /**
   * Older days of the kept range that are not here, or not whole and due for another try; newest first. In a pause those of
   * the last 14 days too that came before the copy began.
   */
  missing: Day[];
  /** Days in the kept range, and how many of them are here. */
  range: { days: number; here: number };
  /** Days are not here that came before the copy began, or are long past. */
  isFilling: boolean;
  /** Days that have no business in the copy. */
  drop: Day[];
}

/** Days that are asked for again, for upvotes, stars and late papers. */
const recentDays = 14;
const hour = 60 * 60 * 1000;
/** Today's and yesterday's lists still grow. A little less than the hour between two alarms, which come early or late. */
const patienceNew = 55 * 60 * 1000;
/** Less than a day, for a browser that is started a little earlier every morning. */
const patienceRecent = 20 * hour;
/** An answer this long after the beginning of its day is as good as final. */
const settlesAfter = 3 * dayLength;

const kept: Record<Keep, number> = { '30-days': 30, '6-months': 183, '1-year': 365, everything: Infinity };

/** Says what to do for one source, most useful first. */
export function planFor({ now, since, keep, askedAt, days, isPaused, flawed }: Situation): Plan {
  const today = dayAt(now);
  const records = new Map(days.map((record) => [record.day, record]));
  const syncedAt = (day: Day) => {
    const at = records.get(day)?.syncedAt ?? 0;
    // The clock was ahead when that was written: nobody knows how old the answer is.
    return at > now ? 0 : at;
  };

  const range = daysBetween(firstKept(keep, since, today), today);
  const recent = range.slice(0, recentDays);
  const older = range.slice(recentDays);
  const due = older.filter((day) => {
    const at = syncedAt(day);
    return at < startOf(day) + settlesAfter || (flawed?.has(day) && now - at >= patienceRecent);
  });
  const absent = recent.filter((day) => syncedAt(day) === 0);
  const begun = days.findLast(({ day }) => syncedAt(day) > 0)?.day;
  // Days missed since the last sync are behind its beginning, those of a source just switched on are before it.
  const before = absent.filter((day) => day !== today && (begun === undefined || day < begun));
  const missed = isPaused ? absent.filter((day) => !before.includes(day)) : absent;
  const missing = isPaused ? [...before, ...due] : due;
  const old = recent.filter((day, age) => {
    const at = syncedAt(day);
    const isNew = age < 2;
    const wasAsked = isNew && askedAt !== undefined && askedAt <= now && at < askedAt;
    return at > 0 && (wasAsked || now - at >= (isNew ? patienceNew : patienceRecent));
  });
  return {
    recent: [...new Set([...(old[0] === today ? [today] : []), ...missed, ...old])],
    missing,
    range: { days: range.length, here: range.length - due.length - absent.length },
    isFilling: due.length > 0 || before.length > 0,
    drop: superfluous({ keep, since, today, days }),
  };
}

/**
 * Days outside the range. It is counted back from the newest day that has papers, so that a clock that runs ahead takes
 * nothing away. A day after today that has papers is no mistake of the source's: the clock runs behind.
 */
function superfluous({
  keep,
  since,
  today,
  days,
}: Pick<Situation, 'keep' | 'since' | 'days'> & { today: Day }): Day[] {
  const newest = days.find(({ day, papers }) => papers > 0 && day <= today)?.day ?? today;
  const first = firstKept(keep, since, newest);
  return (
    days
      // What only came by import was never ours to prune.
      .filter(({ complete }) => complete)
      .filter(({ day, papers }) => day < first || (day > today && papers === 0))
      .map(({ day }) => day)
  );
}

function firstKept(keep: Keep, since: Day, last: Day): Day {
  const count = kept[keep];
  if (count === Infinity) return since;
  const first = plusDays(last, 1 - count);
  return first > since ? first : since;
}

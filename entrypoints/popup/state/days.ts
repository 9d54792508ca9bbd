import { computed, signal } from '@preact/signals';
import { loaded, resource } from '@/components/state/resource';
import { type DayOfPapers, latestPapers, papersBetween } from '@/lib/digest/by-day';
import { type DayRecord, listDays } from '@/lib/digest/read';
import type { Day } from '@/lib/paper/types';
import { type Span, stretchOf } from './span';

/** Every day of the digest that has papers, newest first. */
export const days = resource(async () => (await listDays()).filter(({ papers }) => papers > 0));

/** The newest day as the first read found it: the list is there before all days are known. */
const found = signal<DayRecord | undefined>(undefined);

/** The newest day, but none that is yet to come anywhere on earth: a file may name any. */
export const newest = computed((): DayRecord | undefined => {
  const all = loaded(days);
  return all ? (all.find(({ day }) => day <= today()) ?? all[0]) : found.value;
});

/** Clocks are at most this far ahead of UTC, in milliseconds. */
const mostAhead = 14 * 60 * 60 * 1_000;
const today = (): Day => new Date(Date.now() + mostAhead).toISOString().slice(0, 10);

/** The day someone went to; undefined: the newest. */
const chosen = signal<Day | undefined>(undefined);

/** Whether a day, a week or a month is listed. */
export const span = signal<Span>('day');

/** What is shown, and the next days with papers before and after it; undefined while no day is known. */
export const shown = computed(() => {
  const all = loaded(days);
  const isThere = all?.some(({ day }) => day === chosen.value) ?? true;
  const day = isThere && chosen.value !== undefined ? chosen.value : newest.value?.day;
  if (day === undefined) return undefined;
  const { first, last } = stretchOf(span.value, day);
  return {
    day,
    first,
    last,
    earlier: all?.find((other) => other.day < first)?.day,
    later: all?.findLast((other) => other.day > last)?.day,
  };
});

export interface Listing {
  /** Which days these are: the same name for the same day, week or month. */
  name: string;
  /** Newest first. */
  days: readonly DayOfPapers[];
}

/** The papers that are shown, day by day. */
export const listed = resource(async (): Promise<Listing> => {
  const name = () => `${span.value} ${shown.value?.first}`;
  if (shown.value) {
    const { first, last } = shown.value;
    return { name: name(), days: await papersBetween(first, last) };
  }
  const latest = await latestPapers(today());
  found.value = latest && { day: latest.day, papers: latest.papers.length };
  return { name: name(), days: latest ? [latest] : [] };
});

export async function reloadDigest(): Promise<void> {
  await days.reload();
  await listed.reload();
}

export function goTo(day: Day): void {
  chosen.value = day;
  listed.reload();
}

export function chooseSpan(chosen: Span): void {
  span.value = chosen;
  listed.reload();
}

import { computed, signal } from '@preact/signals';
import { countPapers, type DayRecord, listDays, papersOfDay } from '@/lib/digest/store';
import type { Day, Paper } from '@/lib/paper/types';
import { loaded, resource } from './resource';

/** Every day of the digest that has papers, newest first, and how many it holds in all. */
export const digest = resource(async () => {
  const [days, papers] = await Promise.all([listDays(), countPapers()]);
  return { days: days.filter((day) => day.papers > 0), papers };
});

/** The newest day, but none that is yet to come anywhere on earth: a file may name any. */
export const newest = computed(() => {
  const days = loaded(digest)?.days ?? [];
  const today = new Date(Date.now() + mostAhead).toISOString().slice(0, 10);
  return days.find(({ day }) => day <= today) ?? days[0];
});

/** Clocks are at most this far ahead of UTC, in milliseconds. */
const mostAhead = 14 * 60 * 60 * 1_000;

/** The day someone stepped to; undefined: the newest. */
const chosen = signal<Day | undefined>(undefined);

/** The day that is shown, and its neighbours. */
export const shown = computed(() => {
  const days = loaded(digest)?.days ?? [];
  const wanted = days.find(({ day }) => day === chosen.value) ?? newest.value;
  const index = days.findIndex((day) => day === wanted);
  return { day: wanted?.day, earlier: days[index + 1], later: days[index - 1] };
});

export const dayPapers = resource(async (): Promise<Paper[]> => {
  const { day } = shown.value;
  return day === undefined ? [] : papersOfDay(day);
});

export async function reloadDigest(): Promise<void> {
  await digest.reload();
  await dayPapers.reload();
}

export function stepTo({ day }: DayRecord): void {
  chosen.value = day;
  dayPapers.reload();
}

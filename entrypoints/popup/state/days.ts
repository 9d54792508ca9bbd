import { computed, signal } from '@preact/signals';
import { countPapers, type DayRecord, listDays, papersOfDay } from '@/lib/digest/store';
import type { Day, Paper } from '@/lib/paper/types';
import { loaded, resource } from './resource';

/** Every day of the digest, newest first, and how many papers it holds in all. */
export const digest = resource(async () => {
  const [days, papers] = await Promise.all([listDays(), countPapers()]);
  return { days, papers };
});

/** The day someone stepped to; undefined: the newest. */
const chosen = signal<Day | undefined>(undefined);

/** The day that is shown, how many papers it lists, and its neighbours. */
export const shown = computed(() => {
  const days = loaded(digest)?.days ?? [];
  const index = Math.max(
    0,
    days.findIndex(({ day }) => day === chosen.value),
  );
  const { day, papers } = days[index] ?? {};
  return { day, papers, earlier: days[index + 1], later: days[index - 1] };
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

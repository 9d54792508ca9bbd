import { computed, signal } from '@preact/signals';
import { watchWords } from '@/components/state/watch';
import { type DayFacts, watchKey } from '@/lib/digest/catalogue/facts';
import { readCatalogue } from '@/lib/digest/catalogue/read';
import type { Day } from '@/lib/paper/types';
import type { WatchWord } from '@/lib/settings/digest';

const known = signal<ReadonlyMap<Day, DayFacts>>(new Map());

/** How far the catalogue has come: `day` is the oldest one known; absent once all are. */
export const cataloguing = signal<{ day?: Day } | undefined>({});

/** The archive's facts as far as they are known, newest day first. */
export const catalogue = computed(() => [...known.value.values()].sort((a, b) => (a.day < b.day ? 1 : -1)));

/** Why the catalogue could not be read, in a sentence. */
export const catalogueFault = signal<string | undefined>(undefined);

let reading = new AbortController();

/** Reads the catalogue anew. What is known stays until something newer is, and of two readings only the later goes on. */
export async function reloadCatalogue(): Promise<void> {
  reading.abort();
  const mine = new AbortController();
  reading = mine;
  cataloguing.value ??= {};
  const read = new Map<Day, DayFacts>();
  try {
    await readCatalogue({
      words: watchWords.value,
      signal: mine.signal,
      onMonth(days) {
        for (const day of days) read.set(day.day, day);
        known.value = new Map([...known.value, ...read]);
        cataloguing.value = { ...(days.at(-1) && { day: days.at(-1)?.day as Day }) };
      },
    });
    if (mine.signal.aborted) return;
    // Without days that have left the digest.
    known.value = read;
    catalogueFault.value = undefined;
    cataloguing.value = undefined;
  } catch (error) {
    if (!mine.signal.aborted) catalogueFault.value = error instanceof Error ? error.message : String(error);
  }
}

/** Papers that hold a watch word, as far as the catalogue is known. */
export const watchCounts = computed(() => {
  const counts = new Map<string, number>();
  for (const { watched } of known.value.values()) {
    for (const [key, ids] of Object.entries(watched)) counts.set(key, (counts.get(key) ?? 0) + ids.length);
  }
  return (word: WatchWord) => counts.get(watchKey(word)) ?? 0;
});

/** Organisations by name, each with its papers, most papers first. */
export const organizations = computed(() => {
  const counts = new Map<string, number>();
  for (const { papers } of known.value.values()) {
    for (const { organization } of papers)
      if (organization) counts.set(organization, (counts.get(organization) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
});

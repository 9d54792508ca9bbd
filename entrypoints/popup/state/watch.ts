import { computed, signal } from '@preact/signals';
import { type WatchMatch, watcher } from '@/lib/digest/watch/matches';
import type { Paper } from '@/lib/paper/types';
import { onDigestSettings, readDigestSettings, type WatchWord } from '@/lib/settings/digest';

export const watchWords = signal<readonly WatchWord[]>([]);

/** Where watch words stand in a paper. Looked for once a paper: lists render often. */
export const matchesOf = computed(() => {
  const look = watcher(watchWords.value);
  const known = new WeakMap<Paper, WatchMatch[]>();
  return (paper: Paper): WatchMatch[] => {
    const matches = known.get(paper) ?? look(paper);
    known.set(paper, matches);
    return matches;
  };
});

/** Reads the watch words and keeps up with them until `signal` aborts. */
export async function loadWatchWords(closed: AbortSignal): Promise<void> {
  onDigestSettings(({ watchWords: words }) => {
    watchWords.value = words;
  }, closed);
  watchWords.value = (await readDigestSettings()).watchWords;
}

import { computed, signal } from '@preact/signals';
import type { Watcher, WatchMatch } from '@/lib/digest/watch/matches';
import type { Paper } from '@/lib/paper/types';
import { onDigestSettings, readDigestSettings, type WatchWord } from '@/lib/settings/digest';

export const watchWords = signal<readonly WatchWord[]>([]);

const look = signal<Watcher>(() => []);

/** Where watch words stand in a paper. Looked for once a paper: lists render often. */
export const matchesOf = computed(() => {
  const lookIn = look.value;
  const known = new WeakMap<Paper, WatchMatch[]>();
  return (paper: Paper): WatchMatch[] => {
    const matches = known.get(paper) ?? lookIn(paper);
    known.set(paper, matches);
    return matches;
  };
});

/** Reads the watch words and keeps up with them until `signal` aborts. */
export async function loadWatchWords(closed: AbortSignal): Promise<void> {
  onDigestSettings((settings) => watchFor(settings.watchWords), closed);
  await watchFor((await readDigestSettings()).watchWords);
}

/** What looks for words is loaded where there are any. */
async function watchFor(words: readonly WatchWord[]): Promise<void> {
  watchWords.value = words;
  if (words.length === 0) {
    look.value = () => [];
    return;
  }
  const { watcher } = await import('@/lib/digest/watch/matches');
  if (watchWords.value === words) look.value = watcher(words);
}

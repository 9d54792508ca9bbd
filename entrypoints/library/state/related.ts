import { effect, signal, untracked } from '@preact/signals';
import { getPapers } from '@/lib/digest/read';
import type { Paper, PaperId } from '@/lib/paper/types';
import { open } from './open';
import { search } from './search';
import { entryOf } from './shelf-actions';

/** Papers that are shown. */
const count = 5;

/** The papers about the same as the one that is open; of another one while they are looked for. */
export const related = signal<{ of: PaperId; papers: readonly Paper[] } | undefined>(undefined);

let current = new AbortController();

/** Looks for them whenever another paper is open. What goes wrong is said where someone searches. */
export function keepRelated(): void {
  effect(() => {
    const { value } = open.current;
    const paper = value.state === 'ready' ? value.value : undefined;
    untracked(() => {
      current.abort();
      current = new AbortController();
      if (paper) relate(paper, current.signal).catch(() => {});
    });
  });
}

async function relate(paper: Paper, signal: AbortSignal): Promise<void> {
  // What is open is painted first.
  await new Promise((resolve) => setTimeout(resolve));
  if (signal.aborted) return;
  const hits = await search.relatedTo(paper, { count, signal });
  const read = await getPapers(hits.map(({ id }) => id));
  const papers = hits.flatMap(({ id }, i) => read[i] ?? entryOf.value(id)?.paper ?? []);
  if (!signal.aborted) related.value = { of: paper.id, papers };
}

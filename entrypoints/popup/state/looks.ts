import { signal } from '@preact/signals';
import type { Paper, PaperId } from '@/lib/paper/types';
import { type Look, type Movement, movementSince } from '@/lib/shelf/look';
import { readLooks, rememberLooks } from '@/lib/shelf/looks';

/**
 * Looks as they were before this popup showed the papers, `undefined` for one that was never seen. They stay while the
 * popup is open: what is new must not lose its mark under the eyes of the one who came to see it.
 */
const before = signal<ReadonlyMap<PaperId, Look | undefined>>(new Map());

/** What was opened or ticked off in this popup, and so is no longer unseen. */
const acknowledged = signal<ReadonlySet<PaperId>>(new Set());

let reading: Promise<void> = Promise.resolve();

/** Reads the looks at papers that are about to be shown. */
export function readLooksAt(papers: readonly Paper[]): Promise<void> {
  reading = reading.then(async () => {
    const ids = papers.map(({ id }) => id).filter((id) => !before.value.has(id));
    if (ids.length === 0) return;
    const looks = await readLooks(ids);
    before.value = new Map([...before.value, ...ids.map((id) => [id, looks.get(id)] as const)]);
  });
  // Marks are left out where the shelf cannot be read; its own view says why.
  reading = reading.catch(() => {});
  return reading;
}

/** Remembers that papers were before someone's eyes, once it is known how they were before. */
export async function saw(...papers: Paper[]): Promise<void> {
  await reading;
  const known = papers.filter(({ id }) => before.value.has(id));
  if (known.length > 0) await rememberLooks(known).catch(() => {});
}

/** The same, and takes the mark off at once. */
export function acknowledge(...papers: Paper[]): Promise<void> {
  acknowledged.value = new Set([...acknowledged.value, ...papers.map(({ id }) => id)]);
  return saw(...papers);
}

export function isUnseen(id: PaperId): boolean {
  return before.value.has(id) && !before.value.get(id) && !acknowledged.value.has(id);
}

export function movementOf(paper: Paper): Movement {
  return movementSince(before.value.get(paper.id), paper);
}

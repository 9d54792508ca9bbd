import { signal } from '@preact/signals';
import type { Paper, PaperId } from '@/lib/paper/types';
import { type Look, type Movement, movementSince } from '@/lib/shelf/look';
import { readLooks, rememberLooks } from '@/lib/shelf/looks';

/**
 * Looks as they were when the list on view was opened, `undefined` for a paper that was never seen. They stay as long as
 * that list does: what is new must not lose its mark under the eyes of the one who came to see it.
 */
const before = signal<ReadonlyMap<PaperId, Look | undefined>>(new Map());

/** What was opened since, and so is no longer unseen. */
const opened = signal<ReadonlySet<PaperId>>(new Set());

let reading: Promise<void> = Promise.resolve();

/** Another list is opened: what was seen in the last one counts as seen. */
export function beginLooking(): void {
  before.value = new Map();
  opened.value = new Set();
}

/** Reads the looks at papers that are about to be shown. */
export function readLooksAt(ids: readonly PaperId[]): Promise<void> {
  reading = reading.then(async () => {
    const missing = ids.filter((id) => !before.value.has(id));
    if (missing.length === 0) return;
    const looks = await readLooks(missing);
    before.value = new Map([...before.value, ...missing.map((id) => [id, looks.get(id)] as const)]);
  });
  // Marks are left out where the shelf cannot be read; its own view says why.
  reading = reading.catch(() => {});
  return reading;
}

/** Remembers that a paper was before someone's eyes, once it is known how it was before. */
export async function saw(paper: Paper): Promise<void> {
  await reading;
  if (before.value.has(paper.id)) await rememberLooks([paper]).catch(() => {});
}

/** The same, and takes the mark off at once. */
export function acknowledge(paper: Paper): Promise<void> {
  opened.value = new Set([...opened.value, paper.id]);
  return saw(paper);
}

export function isUnseen(id: PaperId): boolean {
  return before.value.has(id) && !before.value.get(id) && !opened.value.has(id);
}

export function movementOf(paper: Paper): Movement {
  return movementSince(before.value.get(paper.id), paper);
}

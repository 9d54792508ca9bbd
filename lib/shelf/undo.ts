import { type Change, changed, type EntryChange, type Undo, writeEntries } from './change';
import { isSame } from './same';
import type { ShelfEntry } from './types';

/** What came of taking a change back. Its own `undo` does it again. */
export interface Undone extends Change {
  /**
   * Entries of which something stays as it is, because it was changed again since, here or in another window: what someone
   * did later is never undone with what came before it.
   */
  kept: ShelfEntry[];
}

/**
 * Takes a change back, in one transaction. Entries that were left alone since are exactly what they were before; of others
 * only those fields go back that nobody has changed since.
 */
export async function undo(changes: Undo): Promise<Undone> {
  const entries: ShelfEntry[] = [];
  const kept: ShelfEntry[] = [];
  const redo = await writeEntries(async (store, time) => {
    const present = await Promise.all(changes.map(({ id }) => store.get(id)));
    return changes.map((change, at) => {
      const now = present[at];
      const { entry, isWhole } = takenBack(now, change, time);
      if (entry) entries.push(entry);
      if (entry && !isWhole) kept.push(entry);
      return { id: change.id, before: now, after: entry };
    });
  });
  return { entries, undo: redo, kept };
}

/** The fields that changes are about, each of which goes back by itself. */
const fields = [
  'paper',
  'status',
  'note',
  'addedAt',
  'removedAt',
  'otherIds',
  'citationKey',
] as const satisfies (keyof ShelfEntry)[];

/** `isWhole`: nothing of the change is left. */
function takenBack(
  now: ShelfEntry | undefined,
  { before, after }: EntryChange,
  time: number,
): { entry: ShelfEntry | undefined; isWhole: boolean } {
  if (isSame(now, after)) return { entry: before, isWhole: true };
  if (!now || !before || !after) return { entry: now, isWhole: false };
  const back: Record<string, unknown> = { tags: tagsBack(now, before, after) };
  let isWhole = true;
  for (const field of fields) {
    if (isSame(before[field], after[field])) continue;
    if (isSame(now[field], after[field])) back[field] = before[field];
    else isWhole = false;
  }
  return { entry: changed(now, back, time), isWhole };
}

/** Tags go back one by one: those added since stay. */
function tagsBack(now: ShelfEntry, before: ShelfEntry, after: ShelfEntry): string[] {
  const added = new Set(after.tags.filter((tag) => !before.tags.includes(tag)));
  const removed = before.tags.filter((tag) => !after.tags.includes(tag));
  return [...new Set([...now.tags.filter((tag) => !added.has(tag)), ...removed])].sort();
}

import { changed, type Undo, writeEntries } from './change';
import { type Difference, differencesOf } from './differences';
import type { Found } from './files/found';
import type { FileContent } from './files/read';
import type { Skipped } from './files/skipped';
import { fill } from './fill';
import { changesOf, type Merged, mergeAll, planMerge } from './shelves';
import { isOnShelf, listEntries } from './store';
import type { ReadingStatus, ShelfEntry } from './types';

/**
 * `merge`: what is in the file is added to the shelf, and nothing of the shelf is lost. `restore`: the shelf becomes what it
 * was when the file was written; what came onto it since is taken off it, as by hand. Only for files with whole entries.
 */
export type ImportMode = 'merge' | 'restore';

/** What an import will change, for a person to look at before it does. */
export interface ImportPlan {
  added: ShelfEntry[];
  /** `joined`: entries that turn out to be of the same paper, and become one with it. */
  changed: { entry: ShelfEntry; differences: Difference[]; joined: ShelfEntry[] }[];
  removed: ShelfEntry[];
  /** Papers of the file that the shelf has as they are. */
  unchanged: number;
  /** Papers of the file that are off the shelf there, and stay so. */
  off: number;
  skipped: Skipped[];
}

/** What someone wants done with the papers of a file beyond what it says of them. */
export interface ImportWishes {
  /** For papers that come new onto the shelf, where the file says nothing of it. */
  status?: ReadingStatus | undefined;
  /** Put on all of them. */
  tags?: readonly string[];
}

/** The content of a file with wishes put in. Whole entries of our own files stay as they are. */
export function withWishes(content: FileContent, { status, tags = [] }: ImportWishes): FileContent {
  const found = content.found.map((one) => ({
    ...one,
    ...(status && { status: one.status ?? status }),
    tags: [...one.tags, ...tags],
  }));
  return { ...content, found };
}

export async function planImport(content: FileContent, mode: ImportMode): Promise<ImportPlan> {
  return describe(mergedWith(await listEntries(), content, mode), content);
}

/**
 * Imports a file, in one transaction: whole or not at all, and merged into the shelf as it is then, whatever another window
 * did since it was planned.
 */
export async function applyImport(
  content: FileContent,
  mode: ImportMode,
): Promise<{ plan: ImportPlan; undo: Undo }> {
  let merged: Merged[] = [];
  const undo = await writeEntries(async (store) => {
    merged = mergedWith(await store.getAll(), content, mode);
    return changesOf(merged);
  });
  return { plan: describe(merged, content), undo };
}

function mergedWith(shelf: readonly ShelfEntry[], content: FileContent, mode: ImportMode): Merged[] {
  if (mode === 'restore') return restored(shelf, content);
  return planMerge<ShelfEntry | Found>(shelf, [...content.entries, ...content.found], (known, incoming) => {
    const entries = incoming.filter(isEntry);
    const merged = entries.length > 0 ? mergeAll(known, entries) : known;
    const found = incoming.filter((one) => !isEntry(one));
    return found.reduce<ShelfEntry | undefined>(
      (entry, one) => fill(entry, one, content.readAt),
      merged,
    ) as ShelfEntry;
  });
}

const isEntry = (one: ShelfEntry | Found): one is ShelfEntry => 'updatedAt' in one;

function restored(shelf: readonly ShelfEntry[], { entries, readAt }: FileContent): Merged[] {
  const present = new Map(shelf.map((entry) => [entry.id, entry]));
  const wanted = new Map(entries.map((entry) => [entry.id, entry]));
  const since = shelf.filter((entry) => !wanted.has(entry.id) && isOnShelf(entry));
  return [
    ...[...wanted.values()].map((entry) => {
      const known = present.get(entry.id);
      return { known: known ? [known] : [], entry };
    }),
    ...since.map((known) => ({ known: [known], entry: changed(known, { removedAt: readAt }, readAt) })),
  ];
}

function describe(merged: readonly Merged[], { skipped }: FileContent): ImportPlan {
  const plan: ImportPlan = { added: [], changed: [], removed: [], unchanged: 0, off: 0, skipped };
  for (const { known, entry } of merged) {
    const before = known.find(({ id }) => id === entry.id) ?? known[0];
    const wasOn = known.some(isOnShelf);
    if (!before && isOnShelf(entry)) plan.added.push(entry);
    else if (!before || (!wasOn && !isOnShelf(entry))) plan.off += 1;
    else if (!isOnShelf(entry)) plan.removed.push(before);
    else {
      const joined = known.filter((one) => one !== before);
      const differences = differencesOf(before, entry);
      if (differences.length > 0 || joined.length > 0) plan.changed.push({ entry, differences, joined });
      else plan.unchanged += 1;
    }
  }
  return plan;
}

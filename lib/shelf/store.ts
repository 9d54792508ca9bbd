import { inTransaction } from '@/lib/database';
import type { Paper, PaperId } from '@/lib/paper/types';
import { openShelf } from './database';
import { mergeEntries, refreshed } from './entry';
import type { ShelfEntry } from './types';

/** What is on the shelf, last added first. */
export async function listShelf(): Promise<ShelfEntry[]> {
  const entries = await (await openShelf()).getAllFromIndex('entries', 'addedAt');
  return entries.filter(isOnShelf).reverse();
}

export async function countShelf(): Promise<number> {
  return (await listShelf()).length;
}

/** The entry of a paper, also while it is off the shelf (then `removedAt` is set). */
export async function getEntry(id: PaperId): Promise<ShelfEntry | undefined> {
  return (await openShelf()).get('entries', id);
}

/**
 * Puts a paper on the shelf. One that is there already stays where it is, its copy enriched; one that was
 * removed comes back as newly added, with its status, tags and note.
 */
export async function save(paper: Paper): Promise<ShelfEntry> {
  return update(paper.id, (known, now) => {
    if (!known) {
      const times = { addedAt: now, updatedAt: now };
      return { id: paper.id, paper, status: 'to-read', tags: [], note: '', ...times };
    }
    const { removedAt, ...entry } = refreshed(known, paper);
    return { ...entry, addedAt: removedAt === undefined ? entry.addedAt : now, updatedAt: now };
  }) as Promise<ShelfEntry>;
}

/** Takes a paper off the shelf. The entry is kept, so that `restore` can bring it back as it was. */
export async function remove(id: PaperId): Promise<ShelfEntry | undefined> {
  return update(id, (known, now) => known && { ...known, removedAt: known.removedAt ?? now, updatedAt: now });
}

/** Undoes `remove`: the entry is back in its old place. */
export async function restore(id: PaperId): Promise<ShelfEntry | undefined> {
  return update(id, (known, now) => {
    if (!known) return undefined;
    const { removedAt: _, ...entry } = known;
    return { ...entry, updatedAt: now };
  });
}

/**
 * Follows a paper that was known by its title and now has an id: its entry, where there is one, and what was last seen
 * of it. Where both ids are on the shelf they become one. One transaction.
 */
export async function rename(from: PaperId, paper: Paper): Promise<void> {
  if (from === paper.id) return;
  await inTransaction(await openShelf(), ['entries', 'looks'], async (transaction) => {
    const store = transaction.objectStore('entries');
    const looks = transaction.objectStore('looks');
    const [old, known, look, knownLook] = await Promise.all([
      store.get(from),
      store.get(paper.id),
      looks.get(from),
      looks.get(paper.id),
    ]);
    if (look) {
      if (look.seenAt > (knownLook?.seenAt ?? 0)) await looks.put({ ...look, id: paper.id });
      await looks.delete(from);
    }
    if (!old) return;
    const moved = refreshed({ ...old, id: paper.id }, paper);
    const entry = known ? refreshed(mergeEntries(known, moved), paper) : moved;
    await store.put({ ...entry, updatedAt: Date.now() });
    await store.delete(from);
  });
}

const isOnShelf = (entry: ShelfEntry) => entry.removedAt === undefined;

/** Reads, changes and writes one entry in one transaction, so that two windows never undo each other's work. */
async function update(
  id: PaperId,
  change: (known: ShelfEntry | undefined, now: number) => ShelfEntry | undefined,
): Promise<ShelfEntry | undefined> {
  return inTransaction(await openShelf(), ['entries'], async (transaction) => {
    const store = transaction.objectStore('entries');
    const changed = change(await store.get(id), Date.now());
    if (changed) await store.put(changed);
    return changed;
  });
}

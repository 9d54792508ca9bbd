import { titleId } from '@/lib/match/title-id';
import { isIdentified } from '@/lib/paper/merge';
import type { Paper, PaperId } from '@/lib/paper/types';
import { type Change, changed, type EntryChange, type EntryStore, editEntries, writeEntries } from './change';
import { openShelf } from './database';
import { mergeEntries, refreshed } from './entry';
import type { ReadingStatus, ShelfEntry } from './types';

/*
 * The shelf: what is on it, and what comes onto it and leaves it. What is done to entries that are there is in `edit.ts`.
 *
 * Everything that changes it is one transaction over all that was asked for, tells every context (`onChange` of
 * `lib/messages.ts`: 'shelf'), and returns what takes it back (`undo.ts`). Errors are one plain sentence, and then nothing
 * has changed.
 */

/** What is on the shelf, last added first. */
export async function listShelf(): Promise<ShelfEntry[]> {
  const entries = await (await openShelf()).getAllFromIndex('entries', 'addedAt');
  return entries.filter(isOnShelf).reverse();
}

/** All of it, with the entries that are off the shelf: what a backup holds. By id. */
export async function listEntries(): Promise<ShelfEntry[]> {
  return (await openShelf()).getAll('entries');
}

export async function countShelf(): Promise<number> {
  const { store } = (await openShelf()).transaction('entries');
  const [all, removed] = await Promise.all([store.count(), store.index('removedAt').count()]);
  return all - removed;
}

/** The entry of a paper, also while it is off the shelf (then `removedAt` is set). */
export async function getEntry(id: PaperId): Promise<ShelfEntry | undefined> {
  const { store } = (await openShelf()).transaction('entries');
  return (await store.get(id)) ?? store.index('otherIds').get(id);
}

/**
 * Puts papers on the shelf. One that is there already stays where it is, its copy enriched, also where the shelf knew it by
 * its title alone; one that was removed comes back as newly added, with its status, tags and note.
 *
 * @param status given to all of them; without it a new one is to be read and others keep theirs
 */
export async function save(papers: Paper | readonly Paper[], status?: ReadingStatus): Promise<Change> {
  const saved = new Map<PaperId, ShelfEntry>();
  const undo = await writeEntries(async (store, now) => {
    const changes = new Map<PaperId, EntryChange>();
    // Two of the papers may turn out to be one: each finds what the one before it left.
    for (const paper of listOf(papers)) {
      const found = await entriesOf(paper, store);
      const known = found.flatMap((entry) => {
        const change = changes.get(entry.id);
        return (change ? change.after : entry) ?? [];
      });
      const entry = entryFor(paper, known, status, now);
      for (const { id } of [...known, entry]) {
        const before = changes.has(id) ? changes.get(id)?.before : known.find((one) => one.id === id);
        changes.set(id, { id, before, after: id === entry.id ? entry : undefined });
      }
      saved.set(entry.id, entry);
    }
    return [...changes.values()];
  });
  return { entries: [...saved.values()], undo };
}

/** Takes papers off the shelf. Their entries are kept, so that `restore` can bring them back as they were. */
export async function remove(ids: PaperId | readonly PaperId[]): Promise<Change> {
  return editEntries(
    listOf(ids),
    (known, now) => known && changed(known, { removedAt: known.removedAt ?? now }, now),
  );
}

/** Brings back what was removed: entries are in their old places. */
export async function restore(ids: PaperId | readonly PaperId[]): Promise<Change> {
  return editEntries(listOf(ids), (known, now) => known && changed(known, { removedAt: undefined }, now));
}

export const isOnShelf = (entry: ShelfEntry) => entry.removedAt === undefined;

const listOf = <T extends object | string>(one: T | readonly T[]): readonly T[] =>
  Array.isArray(one) ? one : [one as T];

/** What the shelf has of a paper, under whichever name: first the entry under its id, where there is one. */
async function entriesOf(paper: Paper, store: EntryStore): Promise<ShelfEntry[]> {
  const titles = [paper.title, ...paper.aliases].flatMap((title) => titleId(title) ?? []);
  const [byId, byOtherId, ...byTitle] = await Promise.all([
    store.get(paper.id),
    store.index('otherIds').get(paper.id),
    ...[...new Set(titles)].map((id) => store.get(id)),
  ]);
  const found = [byId, byOtherId, ...byTitle].filter((entry) => entry !== undefined);
  return [...new Map(found.map((entry) => [entry.id, entry])).values()];
}

function entryFor(
  paper: Paper,
  known: readonly ShelfEntry[],
  status: ReadingStatus | undefined,
  now: number,
): ShelfEntry {
  const [first, ...others] = known;
  if (!first) {
    const times = { addedAt: now, updatedAt: now };
    return { id: paper.id, paper, status: status ?? 'to-read', tags: [], note: '', ...times };
  }
  const one = others.reduce(mergeEntries, first);
  const id = isIdentified(one) || !isIdentified(paper) ? one.id : paper.id;
  const { paper: copy } = refreshed(one, paper);
  return changed(
    one,
    {
      id,
      paper: { ...copy, id },
      ...(status && { status }),
      removedAt: undefined,
      ...(!isOnShelf(one) && { addedAt: now }),
    },
    now,
  );
}

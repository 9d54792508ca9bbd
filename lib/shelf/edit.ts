import type { PaperId } from '@/lib/paper/types';
import { type Change, changed, editEntries, writeEntries } from './change';
import { cleanNote, mergeEntries } from './entry';
import { cleanTag, withoutTag, withTag } from './tags';
import type { ReadingStatus, ShelfEntry } from './types';

/*
 * What is done to entries that are there, one or many at once: each is one transaction, and its `undo` takes all of it back.
 * Ids the shelf does not know are passed over.
 */

export function setStatus(ids: readonly PaperId[], status: ReadingStatus): Promise<Change> {
  return edit(ids, () => ({ status }));
}

/** Tags as they were typed; those an entry carries already, in whatever spelling, stay as they are. */
export function addTags(ids: readonly PaperId[], tags: readonly string[]): Promise<Change> {
  const clean = tags.map(cleanTag).filter(Boolean);
  return edit(ids, (entry) => ({ tags: clean.reduce(withTag, entry.tags) }));
}

export function removeTags(ids: readonly PaperId[], tags: readonly string[]): Promise<Change> {
  return edit(ids, (entry) => ({ tags: tags.reduce(withoutTag, entry.tags) }));
}

/** Spells a tag differently wherever it is used; it becomes one with a tag that is spelled so already. */
export function renameTag(tag: string, name: string): Promise<Change> {
  const clean = cleanTag(name);
  const entries: ShelfEntry[] = [];
  const undo = writeEntries(async (store, now) => {
    const all = await store.getAll();
    return all.flatMap((before) => {
      const rest = withoutTag(before.tags, tag);
      if (clean === '' || rest.length === before.tags.length) return [];
      const after = changed(before, { tags: withTag(rest, clean) }, now);
      entries.push(after);
      return [{ id: before.id, before, after }];
    });
  });
  return undo.then((undo) => ({ entries, undo }));
}

/** Plain text with line breaks; empty lines in front and white space behind are left off. */
export function setNote(id: PaperId, note: string): Promise<Change> {
  return edit([id], () => ({ note: cleanNote(note) }));
}

/**
 * Makes one entry of several for the same paper: all tags and notes, the earliest time it was added, the latest status, and
 * every id, the arXiv number in front.
 */
export async function mergeDuplicates(ids: readonly PaperId[]): Promise<Change> {
  let entries: ShelfEntry[] = [];
  const undo = await writeEntries(async (store, now) => {
    const found = await Promise.all([...new Set(ids)].map((id) => store.get(id)));
    const known = found.filter((entry) => entry !== undefined);
    const [first, ...others] = known;
    if (!first) return [];
    const merged = others.reduce(mergeEntries, first);
    const one = others.length > 0 ? { ...merged, updatedAt: Math.max(now, merged.updatedAt + 1) } : merged;
    entries = [one];
    return known.map((before) => ({
      id: before.id,
      before,
      after: before.id === one.id ? one : undefined,
    }));
  });
  return { entries, undo };
}

function edit(ids: readonly PaperId[], fields: (entry: ShelfEntry) => Partial<ShelfEntry>): Promise<Change> {
  return editEntries(ids, (known, now) => known && changed(known, fields(known), now));
}

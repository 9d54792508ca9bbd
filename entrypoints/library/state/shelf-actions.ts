import { computed } from '@preact/signals';
import { statusNames } from '@/components/shelf/names';
import { loaded } from '@/entrypoints/popup/state/resource';
import { shelf } from '@/entrypoints/popup/state/shelf';
import { say } from '@/entrypoints/popup/state/toast';
import type { PaperId } from '@/lib/paper/types';
import type { Change } from '@/lib/shelf/change';
import { addTags, removeTags, setNote, setStatus } from '@/lib/shelf/edit';
import { formatFacts, type ShelfFormat } from '@/lib/shelf/files/formats';
import { saveFile } from '@/lib/shelf/files/save-file';
import { exportShelf } from '@/lib/shelf/files/write';
import { countTags } from '@/lib/shelf/tags';
import type { ReadingStatus, ShelfEntry } from '@/lib/shelf/types';
import { undo } from '@/lib/shelf/undo';

/** The entry of a paper that is on the shelf, under whichever of its ids. */
export const entryOf = computed(() => {
  const entries = new Map<PaperId, ShelfEntry>();
  for (const entry of loaded(shelf) ?? [])
    for (const id of [...(entry.otherIds ?? []), entry.id]) entries.set(id, entry);
  return (id: PaperId) => entries.get(id);
});

/** Tags in use, the most used first. */
export const tagsInUse = computed(() => countTags(loaded(shelf) ?? []));

/** Changes the shelf, says what happened, and offers to take it back. */
async function act(change: () => Promise<Change>, message: string): Promise<void> {
  try {
    const done = await change();
    await shelf.reload();
    if (done.undo.length > 0) say({ message, undo: () => act(() => undo(done.undo), 'Taken back.') });
  } catch (error) {
    say({ message: error instanceof Error ? error.message : String(error) });
  }
}

export function mark(id: PaperId, status: ReadingStatus): Promise<void> {
  return act(() => setStatus([id], status), `Marked “${statusNames[status]}”.`);
}

/** Makes these the tags of a paper. */
export function retag({ id, tags: before }: ShelfEntry, tags: readonly string[]): Promise<void> {
  const added = tags.filter((tag) => !before.includes(tag));
  if (added.length > 0) return act(() => addTags([id], added), `Tagged ${quoted(added)}.`);
  const removed = before.filter((tag) => !tags.includes(tag));
  return act(() => removeTags([id], removed), `No longer tagged ${quoted(removed)}.`);
}

const quoted = (tags: readonly string[]) => tags.map((tag) => `“${tag}”`).join(', ');

export function writeNote(id: PaperId, note: string): Promise<void> {
  return act(() => setNote(id, note), 'Note saved.');
}

/** Saves papers of the shelf as a file of that format. */
export async function exportAs(format: ShelfFormat, ids: readonly PaperId[]): Promise<void> {
  try {
    const { name, mediaType, text } = await exportShelf(format, ids);
    saveFile(new File([text], name, { type: mediaType }));
    say({ message: `Saved as ${formatFacts[format].name}.` });
  } catch (error) {
    say({ message: error instanceof Error ? error.message : String(error) });
  }
}

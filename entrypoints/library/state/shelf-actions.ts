import { computed } from '@preact/signals';
import { counted } from '@/components/paper/format';
import { statusNames } from '@/components/shelf/names';
import { loaded } from '@/entrypoints/popup/state/resource';
import { shelf } from '@/entrypoints/popup/state/shelf';
import { say } from '@/entrypoints/popup/state/toast';
import { t } from '@/lib/i18n/text';
import type { PaperId } from '@/lib/paper/types';
import type { Change } from '@/lib/shelf/change';
import { addTags, removeTags, setNote, setStatus } from '@/lib/shelf/edit';
import { formatFacts, type ShelfFormat } from '@/lib/shelf/files/formats';
import { saveFile } from '@/lib/shelf/files/save-file';
import { exportShelf } from '@/lib/shelf/files/write';
import { remove } from '@/lib/shelf/store';
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
  return act(() => setStatus([id], status), `Marked “${t(statusNames[status])}”.`);
}

export function markAll(ids: readonly PaperId[], status: ReadingStatus): Promise<void> {
  return act(
    () => setStatus(ids, status),
    `Marked ${counted(ids.length, 'paper')} “${t(statusNames[status])}”.`,
  );
}

/** Makes these the tags of papers that had the others in common. */
export function retag(
  ids: readonly PaperId[],
  before: readonly string[],
  tags: readonly string[],
): Promise<void> {
  const some = ids.length > 1 ? ` ${counted(ids.length, 'paper')}` : '';
  const added = tags.filter((tag) => !before.includes(tag));
  if (added.length > 0) return act(() => addTags(ids, added), `Tagged${some} ${quoted(added)}.`);
  const removed = before.filter((tag) => !tags.includes(tag));
  return act(
    () => removeTags(ids, removed),
    some ? `Took ${quoted(removed)} off${some}.` : `No longer tagged ${quoted(removed)}.`,
  );
}

export function unsaveAll(ids: readonly PaperId[]): Promise<void> {
  return act(() => remove(ids), `Removed ${counted(ids.length, 'paper')} from your shelf.`);
}

const quoted = (tags: readonly string[]) => tags.map((tag) => `“${tag}”`).join(', ');

export function writeNote(id: PaperId, note: string): Promise<void> {
  return act(() => setNote(id, note), 'Note saved.');
}

/** Saves papers of the shelf as a file of that format. */
export function exportAs(format: ShelfFormat, ids: readonly PaperId[]): Promise<void> {
  return sayOrFail(async () => {
    const { name, mediaType, text } = await exportShelf(format, ids);
    saveFile(new File([text], name, { type: mediaType }));
    return `Saved as ${formatFacts[format].name}.`;
  });
}

/** What such a file would hold, on the clipboard. */
export function copyAs(format: ShelfFormat, ids: readonly PaperId[]): Promise<void> {
  return sayOrFail(async () => {
    const { text } = await exportShelf(format, ids);
    await navigator.clipboard.writeText(text);
    return `Copied ${counted(ids.length, 'paper')} as ${formatFacts[format].name}.`;
  });
}

async function sayOrFail(work: () => Promise<string>): Promise<void> {
  try {
    say({ message: await work() });
  } catch (error) {
    say({ message: error instanceof Error ? error.message : String(error) });
  }
}

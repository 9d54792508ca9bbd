import { computed } from '@preact/signals';
import { statusNames } from '@/components/shelf/names';
import { loaded } from '@/components/state/resource';
import { shelf } from '@/components/state/shelf';
import { say } from '@/components/state/toast';
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
    if (done.undo.length > 0)
      say({ message, undo: () => act(() => undo(done.undo), t('library.takenBack')) });
  } catch (error) {
    say({ message: error instanceof Error ? error.message : String(error) });
  }
}

export function mark(id: PaperId, status: ReadingStatus): Promise<void> {
  return act(() => setStatus([id], status), t('library.marked', { status: t(statusNames[status]) }));
}

export function markAll(ids: readonly PaperId[], status: ReadingStatus): Promise<void> {
  return act(
    () => setStatus(ids, status),
    t('library.markedAll', { papers: counted(ids), status: t(statusNames[status]) }),
  );
}

/** Makes these the tags of papers that had the others in common. */
export function retag(
  ids: readonly PaperId[],
  before: readonly string[],
  tags: readonly string[],
): Promise<void> {
  const papers = ids.length > 1 ? counted(ids) : undefined;
  const added = tags.filter((tag) => !before.includes(tag));
  if (added.length > 0) {
    const named = { tags: quoted(added) };
    const message = papers ? t('library.taggedAll', { ...named, papers }) : t('library.tagged', named);
    return act(() => addTags(ids, added), message);
  }
  const removed = before.filter((tag) => !tags.includes(tag));
  const named = { tags: quoted(removed) };
  const message = papers ? t('library.untaggedAll', { ...named, papers }) : t('library.untagged', named);
  return act(() => removeTags(ids, removed), message);
}

export function unsaveAll(ids: readonly PaperId[]): Promise<void> {
  return act(() => remove(ids), t('library.removed', { papers: counted(ids) }));
}

const counted = ({ length: count }: readonly PaperId[]) => t('general.papers', { count });

const quoted = (tags: readonly string[]) =>
  tags.map((tag) => t('library.quoted', { tag })).join(t('list.between'));

export function writeNote(id: PaperId, note: string): Promise<void> {
  return act(() => setNote(id, note), t('library.noteSaved'));
}

/** Saves papers of the shelf as a file of that format. */
export function exportAs(format: ShelfFormat, ids: readonly PaperId[]): Promise<void> {
  return sayOrFail(async () => {
    const { name, mediaType, text } = await exportShelf(format, ids);
    saveFile(new File([text], name, { type: mediaType }));
    return t('shelfSettings.savedAs', { file: formatFacts[format].name });
  });
}

/** What such a file would hold, on the clipboard. */
export function copyAs(format: ShelfFormat, ids: readonly PaperId[]): Promise<void> {
  return sayOrFail(async () => {
    const { text } = await exportShelf(format, ids);
    await navigator.clipboard.writeText(text);
    return t('library.copiedAs', { papers: counted(ids), format: formatFacts[format].name });
  });
}

async function sayOrFail(work: () => Promise<string>): Promise<void> {
  try {
    say({ message: await work() });
  } catch (error) {
    say({ message: error instanceof Error ? error.message : String(error) });
  }
}

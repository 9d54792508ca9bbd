import { computed } from '@preact/signals';
import { statusNames } from '@/components/shelf/names';
import { t } from '@/lib/i18n/text';
import type { Paper, PaperId } from '@/lib/paper/types';
import type { Change } from '@/lib/shelf/change';
import { setStatus } from '@/lib/shelf/edit';
import { idsOf } from '@/lib/shelf/entry';
import { listShelf, remove, save } from '@/lib/shelf/store';
import type { ReadingStatus, ShelfEntry } from '@/lib/shelf/types';
import { undo } from '@/lib/shelf/undo';
import { loaded, resource } from './resource';
import { say } from './toast';

export const shelf = resource(listShelf);

/** What is on the shelf, by every id that a paper is known by there. */
export const entries = computed(
  () =>
    new Map<PaperId, ShelfEntry>(
      loaded(shelf)?.flatMap((entry) => idsOf(entry).map((id) => [id, entry] as const)),
    ),
);

export function savePaper(paper: Paper): Promise<void> {
  return change(() => save(paper), t('popup.saved'), t('card.removed'));
}

export function unsavePaper({ id }: Paper): Promise<void> {
  return change(() => remove(shelved(id)), t('card.removed'), t('popup.backOnShelf'));
}

export function chooseStatus({ id }: Paper, status: ReadingStatus): Promise<void> {
  const name = t(statusNames[status]).toLowerCase();
  return change(
    () => setStatus([shelved(id)], status),
    t('popup.nowIn', { part: name }),
    t('popup.asBefore'),
  );
}

/** The id that the shelf keeps a paper under. */
const shelved = (id: PaperId) => entries.value.get(id)?.id ?? id;

/** Writes, and says what happened; `back`: what is said once that was taken back. */
async function change(write: () => Promise<Change>, message: string, back?: string): Promise<void> {
  try {
    const { undo: changes } = await write();
    await shelf.reload();
    say({ message, ...(back !== undefined && { undo: () => change(() => undo(changes), back) }) });
  } catch (error) {
    say({
      message: t('popup.shelfUnchanged', { why: error instanceof Error ? error.message : '' }).trim(),
    });
  }
}

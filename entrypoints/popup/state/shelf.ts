import { computed } from '@preact/signals';
import type { Paper } from '@/lib/paper/types';
import { listShelf, remove, restore, save } from '@/lib/shelf/store';
import { loaded, resource } from './resource';
import { say } from './toast';

export const shelf = resource(listShelf);

export const savedIds = computed(() => new Set(loaded(shelf)?.map(({ id }) => id)));

export function savePaper(paper: Paper): Promise<void> {
  return change(() => save(paper), {
    message: 'Saved to your shelf.',
    undo: () => change(() => remove(paper.id), { message: 'Removed from your shelf.' }),
  });
}

export function unsavePaper(paper: Paper): Promise<void> {
  return change(() => remove(paper.id), {
    message: 'Removed from your shelf.',
    undo: () => change(() => restore(paper.id), { message: 'Back on your shelf.' }),
  });
}

/** Writes, and says what happened. */
async function change(
  write: () => Promise<unknown>,
  done: { message: string; undo?: () => void },
): Promise<void> {
  try {
    await write();
  } catch (error) {
    say({
      message: `Your shelf could not be changed. ${error instanceof Error ? error.message : ''}`.trim(),
    });
    return;
  }
  await shelf.reload();
  say(done);
}

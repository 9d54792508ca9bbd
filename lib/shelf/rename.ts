import { inTransaction } from '@/lib/database';
import type { Paper, PaperId } from '@/lib/paper/types';
import { openShelf } from './database';
import { mergeEntries, refreshed } from './entry';

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
      store.get(paper.id).then((entry) => entry ?? store.index('otherIds').get(paper.id)),
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
    await store.put({ ...entry, updatedAt: Math.max(Date.now(), entry.updatedAt) });
    await store.delete(from);
  });
}

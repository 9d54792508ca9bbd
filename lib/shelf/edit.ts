import { inTransaction } from '@/lib/database';
import type { PaperId } from '@/lib/paper/types';
import { openShelf } from './database';
import type { ReadingStatus } from './types';

/** Says how far someone has come with papers on the shelf. One transaction; ids that the shelf does not know are passed over. */
export async function setStatus(ids: readonly PaperId[], status: ReadingStatus): Promise<void> {
  await inTransaction(await openShelf(), ['entries'], async (transaction) => {
    const store = transaction.objectStore('entries');
    const entries = await Promise.all(ids.map((id) => store.get(id)));
    const updatedAt = Date.now();
    await Promise.all(entries.map((entry) => entry && store.put({ ...entry, status, updatedAt })));
  });
}

import { inTransaction } from '@/lib/database';
import { openShelf } from './database';

/**
 * Empties the shelf for good, with what was seen of every paper: only for someone who was asked and said yes. The one
 * place that takes an entry away. One transaction.
 */
export async function eraseShelf(): Promise<void> {
  const database = await openShelf();
  const stores = [...database.objectStoreNames];
  await inTransaction(database, stores, async (transaction) => {
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
  });
}

import { inTransaction } from '@/lib/database';
import { openDigest } from './schema';

/** Empties the digest, with everything computed from it and everything known of syncing. One transaction. */
export async function eraseDigest(): Promise<void> {
  const database = await openDigest();
  const stores = [...database.objectStoreNames];
  await inTransaction(database, stores, async (transaction) => {
    const meta = transaction.objectStore('meta');
    const generation = await meta.get('generation');
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
    // Pages go by it: a later filter must never look older than theirs.
    if (generation !== undefined) await meta.put(generation, 'generation');
  });
}

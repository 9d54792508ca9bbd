import { inTransaction } from '@/lib/database';
import { openDigest } from './schema';

/** What outlives the digest. Pages go by the generation: a later filter must never look older than theirs. A server that asked us to wait still does. */
const kept = ['generation', 'syncPatience'];

/** Empties the digest, with everything computed from it and what is known of syncing. One transaction. */
export async function eraseDigest(): Promise<void> {
  const database = await openDigest();
  const stores = [...database.objectStoreNames];
  await inTransaction(database, stores, async (transaction) => {
    const meta = transaction.objectStore('meta');
    const values = await Promise.all(kept.map((key) => meta.get(key)));
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
    await Promise.all(kept.map((key, i) => values[i] !== undefined && meta.put(values[i], key)));
  });
}

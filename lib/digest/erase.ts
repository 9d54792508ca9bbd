import { inTransaction } from '@/lib/database';
import { openDigest } from './schema';

/** What outlives the digest. Pages go by the generation: a later filter must never look older than theirs. A server that asked us to wait still does. */
const kept = ['generation', 'syncPatience'];

/** The digest was erased under work that went on with what it had known of it. */
export class DigestErased extends Error {}

/** How often the digest was erased, to be held against `noteUnlessErased`. */
export async function countErasures(): Promise<number> {
  return numberOf(await (await openDigest()).get('meta', 'erasures'));
}

/**
 * Notes something in the digest's `meta`, as it was after so many erasures. One transaction.
 *
 * @throws DigestErased where there has been another one since
 */
export async function noteUnlessErased(erasures: number, key: string, value: unknown): Promise<void> {
  await inTransaction(await openDigest(), ['meta'], async (transaction) => {
    const meta = transaction.objectStore('meta');
    if (numberOf(await meta.get('erasures')) !== erasures) throw new DigestErased();
    await meta.put(value, key);
  });
}

/** Empties the digest, with everything computed from it and what is known of syncing. One transaction. */
export async function eraseDigest(): Promise<void> {
  const database = await openDigest();
  const stores = [...database.objectStoreNames];
  await inTransaction(database, stores, async (transaction) => {
    const meta = transaction.objectStore('meta');
    const values = await Promise.all(kept.map((key) => meta.get(key)));
    const erasures = numberOf(await meta.get('erasures'));
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
    await Promise.all(kept.map((key, i) => values[i] !== undefined && meta.put(values[i], key)));
    await meta.put(erasures + 1, 'erasures');
  });
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : 0);

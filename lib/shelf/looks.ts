import { inTransaction } from '@/lib/database';
import type { Paper, PaperId } from '@/lib/paper/types';
import { openShelf } from './database';
import { type Look, lookAt } from './look';

/** More looks than this are not kept: those longest ago are forgotten first. */
export const mostLooks = 20_000;

/** The last look at each of these papers; none for one that was never seen, or so long ago that it is forgotten. */
export async function readLooks(ids: readonly PaperId[]): Promise<Map<PaperId, Look>> {
  const { store } = (await openShelf()).transaction('looks');
  const looks = await Promise.all(ids.map((id) => store.get(id)));
  return new Map(looks.filter((look) => look !== undefined).map((look) => [look.id, look]));
}

/** Remembers that these papers have just been seen, with the figures they had. One transaction. */
export async function rememberLooks(papers: readonly Paper[]): Promise<void> {
  const now = Date.now();
  await inTransaction(await openShelf(), ['looks'], async (transaction) => {
    const store = transaction.objectStore('looks');
    await Promise.all(papers.map((paper) => store.put(lookAt(paper, now))));
    const excess = (await store.count()) - mostLooks;
    if (excess <= 0) return;
    const oldest = await store.index('seenAt').getAllKeys(null, excess);
    await Promise.all(oldest.map((id) => store.delete(id)));
  });
}

/** Looks read at a time: all at once would hold up the page. */
const slice = 2_000;

/** Every paper of which there is a look. */
export async function readSeen(): Promise<ReadonlySet<PaperId>> {
  const database = await openShelf();
  const seen = new Set<PaperId>();
  for (let after: IDBKeyRange | undefined; ; ) {
    const ids = await database.getAllKeys('looks', after, slice);
    for (const id of ids) seen.add(id);
    const last = ids.at(-1);
    if (ids.length < slice || last === undefined) return seen;
    after = IDBKeyRange.lowerBound(last, true);
  }
}

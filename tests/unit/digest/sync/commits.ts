import type { SourceDay, StoredPaper } from '@/lib/digest/schema';

/** What lies in the store. */
export interface Stored {
  papers: StoredPaper[];
  days: SourceDay[];
}

/**
 * Calls back with what is stored behind commits of papers, before any later transaction can change it: what a worker that
 * is stopped there leaves behind.
 *
 * @param every looks behind every so manieth commit
 * @returns a function that ends it
 */
export function onCommit(every: number, see: (stored: Stored) => void): () => void {
  const { prototype } = IDBDatabase;
  const begin = prototype.transaction;
  let commits = 0;
  prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof begin>) {
    const transaction = begin.apply(this, given);
    const isWrite = transaction.mode === 'readwrite' && transaction.objectStoreNames.contains('papers');
    // First of all who listen, so that whoever waits for it begins the next one later.
    if (isWrite && commits++ % every === 0)
      transaction.addEventListener('complete', () => {
        const reading = begin.call(this, ['papers', 'days']);
        const papers = reading.objectStore('papers').getAll();
        const days = reading.objectStore('days').getAll();
        reading.addEventListener('complete', () => see({ papers: papers.result, days: days.result }));
      });
    return transaction;
  };
  return () => {
    prototype.transaction = begin;
  };
}

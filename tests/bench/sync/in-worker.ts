import { updateIfChanged, updateIndex } from '@/entrypoints/background/reindex';
import { readFlat } from '@/lib/digest/sources/flat';
import { dropDay, openDigest, replaceDay, writeManifest } from '@/lib/digest/store';
import type { MadeUpPaper } from './made-up';

/** A transaction on any database of the extension, from its beginning until it was over, in milliseconds. */
export interface TransactionTime {
  stores: string;
  mode: IDBTransactionMode;
  taken: number;
}

/** What the bench calls in the extension's worker. */
export interface Bench {
  /** Transactions since the last call. */
  transactions(): TransactionTime[];
  commitDay(day: string, papers: MadeUpPaper[]): Promise<void>;
  dropDay(day: string): Promise<void>;
  updateIndex(): Promise<number>;
  indexAnew(): Promise<void>;
}

let seen: TransactionTime[] = [];

// The extension's own code in this worker begins its transactions here too.
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof begin>) {
  const transaction = begin.apply(this, given);
  const begun = performance.now();
  const stores = [...transaction.objectStoreNames].join(' ');
  const note = () => seen.push({ stores, mode: transaction.mode, taken: performance.now() - begun });
  transaction.addEventListener('complete', note);
  transaction.addEventListener('abort', note);
  return transaction;
};

Object.assign(globalThis, {
  bench: {
    transactions() {
      const all = seen;
      seen = [];
      return all;
    },
    async commitDay(day, records) {
      const papers = records.flatMap((record) => {
        const reading = readFlat(record);
        return 'paper' in reading ? reading.paper : [];
      });
      await replaceDay('hugging-face', day, papers, { syncedAt: Date.now(), etags: [] });
    },
    dropDay: (day) => dropDay('hugging-face', day),
    updateIndex,
    async indexAnew() {
      await (await openDigest()).clear('candidates');
      await writeManifest(undefined, new Set());
      await updateIfChanged();
    },
  } satisfies Bench,
});

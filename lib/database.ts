import {
  type DBSchema,
  deleteDB,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import { type PlainKey, t } from './i18n/text';

/** A version ladder: brings a database from `oldVersion` (0: new) up to the current version, step by step. */
export type Upgrade<S extends DBSchema> = (
  database: IDBPDatabase<S>,
  oldVersion: number,
  transaction: IDBPTransaction<S, StoreNames<S>[], 'versionchange'>,
) => void;

interface ConnectionOptions {
  /** Everything in the database can be had again: where its files are damaged it is deleted and begun anew, once. */
  rebuildable: boolean;
}

/**
 * Returns a function that opens the database once and hands out the same connection. The connection is given up,
 * and opened again by the next call, when another context wants a newer version or the browser closes it. An upgrade
 * waits for the others to give up theirs, which they do at once.
 *
 * The function rejects with one plain sentence where a newer version of the extension wrote the database, and with
 * `DamagedDatabase` where its files cannot be read.
 */
export function connection<S extends DBSchema>(
  name: string,
  version: number,
  upgrade: Upgrade<S>,
  { rebuildable }: ConnectionOptions,
) {
  let current: Promise<IDBPDatabase<S>> | undefined;
  let mayDelete = rebuildable;

  async function open(): Promise<IDBPDatabase<S>> {
    const forget = () => {
      if (current === opening) current = undefined;
    };
    const opening = openOrRebuild(forget).catch((error: unknown) => {
      forget();
      throw explain(name, error);
    });
    current = opening;
    return opening;
  }

  async function openOrRebuild(forget: () => void): Promise<IDBPDatabase<S>> {
    try {
      return await openOnce(forget);
    } catch (error) {
      if (!mayDelete || !isDamage(error)) throw error;
      mayDelete = false;
      await deleteDB(name);
      return openOnce(forget);
    }
  }

  function openOnce(forget: () => void): Promise<IDBPDatabase<S>> {
    return openDB<S>(name, version, {
      upgrade: (database, oldVersion, _, transaction) => upgrade(database, oldVersion, transaction),
      // Holding on would block the other context for as long as this one lives.
      blocking: (_, __, event) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
  }

  return (): Promise<IDBPDatabase<S>> => current ?? open();
}

/** Its files cannot be read; the message says so in one sentence. */
export class DamagedDatabase extends Error {}

/** What browsers say where the files of a database cannot be read. */
function isDamage(error: unknown): boolean {
  return error instanceof DOMException && /^(?:Unknown|InvalidState|Data)Error$/.test(error.name);
}

/** By name of the database. */
const newer: Record<string, PlainKey> = {
  digest: 'failure.newerDigest',
  shelf: 'failure.newerShelf',
  'shelf-backups': 'failure.newerBackups',
};

/** By name of the database. */
const damaged: Record<string, PlainKey> = {
  digest: 'failure.damagedDigest',
  shelf: 'failure.damagedShelf',
  'shelf-backups': 'failure.damagedBackups',
};

function explain(name: string, error: unknown): unknown {
  if (isDamage(error))
    return new DamagedDatabase(t(damaged[name] ?? 'failure.damagedDigest'), { cause: error });
  if (error instanceof DOMException && error.name === 'VersionError') {
    return new Error(t(newer[name] ?? 'failure.newerDigest'), { cause: error });
  }
  return error;
}

/**
 * Runs `work` in one transaction over `stores` and waits until it is on disk. If `work` or any write fails, nothing
 * of it is kept. `work` must not wait for anything but requests of this transaction.
 */
export async function inTransaction<S extends DBSchema, N extends StoreNames<S>, T>(
  database: IDBPDatabase<S>,
  stores: N[],
  work: (transaction: IDBPTransaction<S, N[], 'readwrite'>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(stores, 'readwrite');
  // Listened to from the start: it may fail while `work` still runs.
  const done = transaction.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    const result = await work(transaction);
    const failed = await done;
    if (failed) throw failed.error;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It is over already.
    }
    await done;
    throw error;
  }
}

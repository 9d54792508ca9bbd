import { inTransaction } from '@/lib/database';
import type { Candidates } from '@/lib/match/index-builder';
import type { Ledger } from '@/lib/match/ledger';
import { openDigest } from './schema';

/** What verification reads; `undefined` before the first `writeCandidates`. */
export async function readCandidates(): Promise<Candidates | undefined> {
  return (await (await openDigest()).get('candidates', 'current')) as Candidates | undefined;
}

/** What an update of the index goes on with, as `writeLedger` got it; `undefined` where there is none of this form. */
export async function readLedger(form: string): Promise<Ledger | undefined> {
  const digest = await openDigest();
  const parts = (await digest.get('candidates', ledgerKey(form))) as LedgerParts | undefined;
  if (!parts) return undefined;
  const fields: [string, unknown][] = [];
  for (const [field, key] of Object.entries(parts)) fields.push([field, await digest.get('candidates', key)]);
  return Object.fromEntries(fields) as unknown as Ledger;
}

/** Whether there is a ledger of this form, without reading it. */
export async function hasLedger(form: string): Promise<boolean> {
  return (await (await openDigest()).getKey('candidates', ledgerKey(form))) !== undefined;
}

/** What verification reads from now on. */
export async function writeCandidates(candidates: Candidates): Promise<void> {
  await (await openDigest()).put('candidates', candidates, 'current');
}

/**
 * The ledger from now on, in place of those of any form. It is the largest thing that is ever written: each field is put by
 * itself, so that nobody waits for all of it, and the last transaction makes them the ledger.
 *
 * @param generation of its index: no other ledger had it
 */
export async function writeLedger(ledger: Ledger, form: string, generation: number): Promise<void> {
  const digest = await openDigest();
  const parts: LedgerParts = {};
  for (const [field, value] of Object.entries(ledger)) {
    const key = `${ledgerKey(form)} ${generation} ${field}`;
    await digest.put('candidates', value, key);
    parts[field] = key;
  }
  await inTransaction(digest, ['candidates'], async (transaction) => {
    const store = transaction.objectStore('candidates');
    const kept = new Set(['current', ledgerKey(form), ...Object.values(parts)]);
    const left = (await store.getAllKeys()).filter((key) => !kept.has(key));
    await Promise.all([store.put(parts, ledgerKey(form)), ...left.map((key) => store.delete(key))]);
  });
}

/** Where each field of a ledger lies. */
type LedgerParts = Record<string, string>;

const ledgerKey = (form: string) => `ledger ${form}`;

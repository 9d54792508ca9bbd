import type { DBSchema, IDBPDatabase } from 'idb';
import { connection, inTransaction } from '@/lib/database';
import { dayOf } from './files/day';
import { writeOwn } from './files/own-json';
import { eraseRescueCopy, keepRescueCopy, readRescueCopy } from './rescue-copy';
import { withoutRoom } from './room';
import { listEntries } from './store';
import type { ShelfEntry } from './types';

/*
 * Copies of the shelf that Titlelight keeps by itself, each the lossless file that brings it back, compressed. In a database
 * of their own: they are there when the shelf's cannot be read.
 */

/** Why a copy was made. */
export type BackupReason = 'schedule' | 'request' | 'import' | 'restore';

export interface Backup {
  /** Milliseconds since 1970; no two have the same. */
  at: number;
  reason: BackupReason;
  /** Papers on the shelf, and bytes the copy takes. */
  papers: number;
  size: number;
  /** Tells whether the shelf has changed since. */
  state: string;
}

interface BackupSchema extends DBSchema {
  backups: { key: number; value: Backup };
  contents: { key: number; value: Uint8Array<ArrayBuffer> };
}

/** More copies than this are not kept: the oldest goes. */
export const mostBackups = 12;

const openBackups: () => Promise<IDBPDatabase<BackupSchema>> = connection<BackupSchema>(
  'shelf-backups',
  1,
  (database) => {
    database.createObjectStore('backups', { keyPath: 'at' });
    database.createObjectStore('contents');
  },
  { rebuildable: false },
);

/** Newest first. Where the browser has lost them all it is the one that is kept elsewhere, too. */
export async function listBackups(): Promise<Backup[]> {
  const backups = (await (await openBackups()).getAll('backups')).reverse();
  if (backups.length > 0) return backups;
  const rescue = await readRescueCopy();
  return rescue ? [rescue.backup] : [];
}

/**
 * The newest backup, if there is more in it than on the shelf, which holds nothing at all, not even what was taken off: the
 * browser has lost it.
 */
export async function backupOfLostShelf(): Promise<Backup | undefined> {
  if ((await listEntries()).length > 0) return undefined;
  const [newest] = await listBackups();
  return newest && newest.papers > 0 ? newest : undefined;
}

/**
 * Keeps a copy of the shelf as it is, if it is another than that of the newest copy. An empty shelf needs none.
 *
 * @returns the newest copy, whether made now or before; undefined where there is none
 * @throws Error, one sentence, where there is no room for it
 */
export async function takeBackup(
  reason: BackupReason,
  now: number = Date.now(),
): Promise<Backup | undefined> {
  const entries = await listEntries();
  const [newest] = await listBackups();
  const state = stateOf(entries);
  if (entries.length === 0 || newest?.state === state) return newest;
  await takeInRescueCopy();
  const content = await compressed(writeOwn(entries, now));
  const backup: Backup = {
    at: Math.max(now, (newest?.at ?? 0) + 1),
    reason,
    papers: entries.filter(({ removedAt }) => removedAt === undefined).length,
    size: content.byteLength,
    state,
  };
  await put(backup, content);
  await keepRescueCopy({ backup, content });
  return backup;
}

/** Where the browser has lost all backups but the one kept elsewhere, that must not give way to one of what is left. */
async function takeInRescueCopy(): Promise<void> {
  if ((await (await openBackups()).count('backups')) > 0) return;
  const rescue = await readRescueCopy();
  if (rescue) await put(rescue.backup, rescue.content);
}

/** One transaction, in which the oldest may go. */
async function put(backup: Backup, content: Uint8Array<ArrayBuffer>): Promise<void> {
  await inTransaction(await openBackups(), ['backups', 'contents'], async (transaction) => {
    const [backups, contents] = [transaction.objectStore('backups'), transaction.objectStore('contents')];
    // Not side by side: where the first finds no room nobody waits for the second.
    await backups.put(backup);
    await contents.put(content, backup.at);
    const excess = (await backups.count()) - mostBackups;
    if (excess <= 0) return;
    const oldest = await backups.getAllKeys(null, excess);
    await Promise.all(oldest.flatMap((at) => [backups.delete(at), contents.delete(at)]));
  }).catch((error: unknown) => {
    throw withoutRoom(error, 'failure.noRoomForBackup');
  });
}

/** The copy as a file that can be saved or read again; undefined where it is no longer kept. */
export async function backupFile(at: number): Promise<File | undefined> {
  const content = (await (await openBackups()).get('contents', at)) ?? (await rescueOf(at));
  if (!content) return undefined;
  const text = await new Response(stream(content).pipeThrough(new DecompressionStream('gzip'))).text();
  return new File([text], backupName(at), { type: 'application/json' });
}

async function rescueOf(at: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const rescue = await readRescueCopy();
  return rescue?.backup.at === at ? rescue.content : undefined;
}

/** `titlelight-backup-2026-07-29.json` */
const backupName = (at: number) => `titlelight-backup-${dayOf(at)}.json`;

/** Every change is later than the one before it, and what is taken back brings an earlier time: so this tells two shelves apart. */
function stateOf(entries: readonly ShelfEntry[]): string {
  const times = entries.map(({ updatedAt }) => updatedAt);
  const latest = times.reduce((most, time) => Math.max(most, time), 0);
  return [entries.length, latest, times.reduce((sum, time) => (sum + time) % 2 ** 48, 0)].join(' ');
}

async function compressed(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = stream(new TextEncoder().encode(text)).pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(bytes).arrayBuffer());
}

const stream = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]).stream();

/** Deletes every copy, wherever it is kept: only for someone who was asked and said yes. */
export async function eraseBackups(): Promise<void> {
  await eraseRescueCopy();
  await inTransaction(await openBackups(), ['backups', 'contents'], async (transaction) => {
    await Promise.all([
      transaction.objectStore('backups').clear(),
      transaction.objectStore('contents').clear(),
    ]);
  });
}

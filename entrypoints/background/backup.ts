import { browser } from 'wxt/browser';
import { changeBackupSettings, isBackupDue, maySaveFiles, readBackupSettings } from '@/lib/settings/backup';
import { backupFile, takeBackup } from '@/lib/shelf/backups';
import { coalesced } from './in-turn';

/**
 * Makes the copy of the shelf that is due, if one is. The upkeep alarm calls for it: a worker that was stopped before it was
 * done begins again, and writes the same file over the one it left.
 */
export const backUpIfDue: () => Promise<void> = coalesced(async () => {
  const settings = await readBackupSettings();
  const now = Date.now();
  if (!isBackupDue(settings, now)) return;
  try {
    const backup = await takeBackup('schedule', now);
    if (!backup) return;
    if (settings.toFile && (await maySaveFiles())) await saveBackup(backup.at);
    await changeBackupSettings({ doneAt: now, problem: undefined });
  } catch (error) {
    await changeBackupSettings({ problem: error instanceof Error ? error.message : String(error) });
    throw error;
  }
});

/** Downloads are the one place on the disk that an extension may write to. */
async function saveBackup(at: number): Promise<void> {
  const file = await backupFile(at);
  if (!file) return;
  await browser.downloads.download({
    url: await addressOf(file),
    filename: `Titlelight/${file.name}`,
    conflictAction: 'overwrite',
    saveAs: false,
  });
}

/** Chromium's workers have no addresses for blobs; Firefox downloads nothing from a data address. */
async function addressOf(file: File): Promise<string> {
  if ('createObjectURL' in URL) return URL.createObjectURL(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return `data:application/json;base64,${bytes.toBase64()}`;
}

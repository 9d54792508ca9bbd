import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** How often a copy of the shelf is made. */
export const backupSchedules = ['never', 'daily', 'weekly'] as const;
type BackupSchedule = (typeof backupSchedules)[number];

/** What was chosen about copies of the shelf, and how the last one went; kept in `storage.local`. */
export interface BackupSettings {
  schedule: BackupSchedule;
  /** Whether each copy is also saved among the browser's downloads. */
  toFile: boolean;
  /** When the last copy that was due was made, in milliseconds since 1970. */
  doneAt?: number | undefined;
  /** Why the last one could not be made, in a sentence. */
  problem?: string | undefined;
}

const usual: BackupSettings = { schedule: 'weekly', toFile: false };

const key = 'backupSettings';

/** Field by field: one broken value costs only itself. */
const stored = v.object({
  schedule: v.fallback(v.picklist(backupSchedules), usual.schedule),
  toFile: v.fallback(v.boolean(), usual.toFile),
  doneAt: v.fallback(v.optional(v.number()), undefined),
  problem: v.fallback(v.optional(v.string()), undefined),
});

export async function readBackupSettings(): Promise<BackupSettings> {
  return parse((await browser.storage.local.get(key))[key]);
}

/** Writes some fields; undefined takes one away. Changes of several contexts wait for each other. */
export function changeBackupSettings(change: Partial<BackupSettings>): Promise<BackupSettings> {
  return navigator.locks.request(key, async () => {
    const settings = { ...(await readBackupSettings()), ...change };
    await browser.storage.local.set({ [key]: settings });
    return settings;
  });
}

/** Calls back with the settings as they are, then whenever they change, until `signal` aborts. */
export async function followBackupSettings(
  callback: (settings: BackupSettings) => void,
  signal: AbortSignal,
): Promise<void> {
  const { onChanged } = browser.storage.local;
  const listen = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[key]) callback(parse(changes[key].newValue));
  };
  onChanged.addListener(listen);
  signal.addEventListener('abort', () => onChanged.removeListener(listen));
  const settings = await readBackupSettings();
  if (!signal.aborted) callback(settings);
}

const day = 24 * 60 * 60 * 1000;
const periods: Record<Exclude<BackupSchedule, 'never'>, number> = { daily: day, weekly: 7 * day };

/** Whether a copy is due. A last one that lies in the future was made by a clock that has been set right since. */
export function isBackupDue({ schedule, doneAt }: BackupSettings, now: number): boolean {
  if (schedule === 'never') return false;
  return doneAt === undefined || doneAt > now || now - doneAt >= periods[schedule];
}

const downloads = { permissions: ['downloads' as const] };

/** Whether Titlelight may save files by itself. */
export function maySaveFiles(): Promise<boolean> {
  return browser.permissions.contains(downloads);
}

/** Has the browser ask whether Titlelight may save files; only within a click. Resolves to the answer. */
export function askToSaveFiles(): Promise<boolean> {
  return browser.permissions.request(downloads);
}

function parse(value: unknown): BackupSettings {
  const parsed = v.safeParse(stored, value ?? {});
  return parsed.success ? parsed.output : usual;
}

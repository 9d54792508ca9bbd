import { useEffect, useState } from 'preact/hooks';
import { Switch } from '@/components/controls/Switch';
import { counted } from '@/components/paper/format';
import {
  askToSaveFiles,
  type BackupSettings,
  backupSchedules,
  changeBackupSettings,
  followBackupSettings,
  maySaveFiles,
} from '@/lib/settings/backup';
import {
  type Backup,
  type BackupReason,
  backupFile,
  listBackups,
  mostBackups,
  takeBackup,
} from '@/lib/shelf/backups';
import { saveFile } from '@/lib/shelf/files/save-file';
import { Choice } from '../Choice';
import { bytesName } from '../data/bytes';
import { sentence } from '../sentence';
import { ImportOutcome } from './ImportOutcome';
import type { ImportFlow } from './use-import';

const scheduleNames = { never: 'Never', daily: 'Every day', weekly: 'Every week' };

const reasonNames: Record<BackupReason, string> = {
  schedule: 'as scheduled',
  request: 'as you asked',
  import: 'before an import',
  restore: 'before a restore',
};

/** Copies of the shelf: when they are made, those there are, and the way back to one. */
export function Backups({ flow, isEmpty }: { flow: ImportFlow; isEmpty: boolean }) {
  const [settings, setSettings] = useState<BackupSettings>();
  const [maySave, setMaySave] = useState(false);
  const [backups, setBackups] = useState<Backup[]>();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');

  const load = () => {
    listBackups().then(setBackups, (error: unknown) => setProblem(sentence(error)));
    maySaveFiles().then(setMaySave);
  };
  useEffect(() => {
    const closed = new AbortController();
    // The worker notes each copy it makes among the settings.
    followBackupSettings((settings) => {
      setSettings(settings);
      load();
    }, closed.signal);
    return () => closed.abort();
  }, []);
  // An import makes a copy of what was there before.
  useEffect(load, [flow.state.phase]);

  const attempt = async (work: () => Promise<string>) => {
    setProblem('');
    setSaid('');
    await work().then(setSaid, (error: unknown) => setProblem(sentence(error)));
    load();
  };
  const makeOne = () =>
    attempt(async () => {
      const backup = await takeBackup('request');
      const file = backup && (await backupFile(backup.at));
      if (!file) return 'Your shelf is empty: there is nothing to copy yet.';
      saveFile(file);
      return `Saved as ${file.name}.`;
    });
  const withFile = async (at: number, use: (file: File) => unknown) => {
    const file = await backupFile(at).catch((error: unknown) => setProblem(sentence(error)));
    if (file) use(file);
  };
  const saveEach = async (toFile: boolean) => {
    // Asked for at once: a browser asks only in answer to a press.
    const allowed = !toFile || (await askToSaveFiles());
    setMaySave(await maySaveFiles());
    if (allowed) await changeBackupSettings({ toFile });
  };
  return (
    <div class="shelf-part">
      <h3>Backups</h3>
      <p class="quiet">
        A backup holds all of your shelf. The {mostBackups} newest are kept in this browser; only a file
        outlives it.
      </p>
      <div class="shelf-line">
        <button type="button" class="button" disabled={isEmpty} onClick={makeOne}>
          Save a backup file now
        </button>
        <span role="status" class="quiet">
          {said}
        </span>
      </div>
      {problem && <p role="alert">{problem}</p>}
      {settings && (
        <>
          <Choice
            legend="By itself"
            values={backupSchedules}
            names={scheduleNames}
            value={settings.schedule}
            onChange={(schedule) => changeBackupSettings({ schedule })}
          />
          {settings.schedule !== 'never' && (
            <Switch
              label="Also as a file"
              note="Each goes into the folder “Titlelight” among your downloads. Your browser asks whether Titlelight may save files."
              on={settings.toFile && maySave}
              onChange={saveEach}
            />
          )}
          {settings.problem && <p role="alert">The last backup could not be made. {settings.problem}</p>}
        </>
      )}
      {backups && backups.length > 0 && (
        <ul class="backups" aria-label="Backups kept here">
          {backups.map(({ at, reason, papers, size }) => (
            <li key={at}>
              <div class="backup-what">
                <time dateTime={new Date(at).toISOString()}>{momentName(at)}</time>
                <p class="quiet">
                  {counted(papers, 'paper')}, {reasonNames[reason]}, {bytesName(size)}
                </p>
              </div>
              <button
                type="button"
                class="button"
                disabled={flow.isBusy}
                aria-label={`Restore ${momentName(at)}…`}
                onClick={() => withFile(at, (file) => flow.read(file, 'backup'))}
              >
                Restore…
              </button>
              <button
                type="button"
                class="button"
                aria-label={`Save file of ${momentName(at)}`}
                onClick={() => withFile(at, saveFile)}
              >
                Save file
              </button>
            </li>
          ))}
        </ul>
      )}
      <ImportOutcome from="backup" flow={flow} tags={[]} />
    </div>
  );
}

/** "29 July 2026, 14:05" */
const momentName = (time: number) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })
    .format(time)
    .replace(' at ', ', ');

import { useEffect, useState } from 'preact/hooks';
import { Switch } from '@/components/controls/Switch';
import { bytesName, momentAndTime } from '@/lib/i18n/disk';
import { type PlainKey, t } from '@/lib/i18n/text';
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
import { sentence } from '../sentence';
import { ImportOutcome } from './ImportOutcome';
import type { ImportFlow } from './use-import';

const scheduleNames = {
  never: 'shelfSettings.never',
  daily: 'shelfSettings.daily',
  weekly: 'shelfSettings.weekly',
} as const;

const reasonNames = {
  schedule: 'shelfSettings.asScheduled',
  request: 'shelfSettings.asAsked',
  import: 'shelfSettings.beforeImport',
  restore: 'shelfSettings.beforeRestore',
} as const satisfies Record<BackupReason, PlainKey>;

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
      if (!file) return t('shelfSettings.backupEmpty');
      saveFile(file);
      return t('shelfSettings.savedAs', { file: file.name });
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
      <h3>{t('shelfSettings.backups')}</h3>
      <p class="quiet">{t('shelfSettings.backupsNote', { count: mostBackups })}</p>
      <div class="shelf-line">
        <button type="button" class="button" disabled={isEmpty} onClick={makeOne}>
          {t('shelfSettings.backUpNow')}
        </button>
        <span role="status" class="quiet">
          {said}
        </span>
      </div>
      {problem && <p role="alert">{problem}</p>}
      {settings && (
        <>
          <Choice
            legend={t('shelfSettings.byItself')}
            values={backupSchedules}
            names={scheduleNames}
            value={settings.schedule}
            onChange={(schedule) => changeBackupSettings({ schedule })}
          />
          {settings.schedule !== 'never' && (
            <Switch
              label={t('shelfSettings.alsoFile')}
              note={t('shelfSettings.alsoFileNote')}
              on={settings.toFile && maySave}
              onChange={saveEach}
            />
          )}
          {settings.problem && (
            <p role="alert">{t('shelfSettings.backupFailed', { why: settings.problem })}</p>
          )}
        </>
      )}
      {backups && backups.length > 0 && (
        <ul class="backups" aria-label={t('shelfSettings.keptHere')}>
          {backups.map(({ at, reason, papers, size }) => (
            <li key={at}>
              <div class="backup-what">
                <time dateTime={new Date(at).toISOString()}>{momentAndTime(at)}</time>
                <p class="quiet">
                  {t('shelfSettings.backup', {
                    papers: t('general.papers', { count: papers }),
                    reason: t(reasonNames[reason]),
                    size: bytesName(size),
                  })}
                </p>
              </div>
              <button
                type="button"
                class="button"
                disabled={flow.isBusy}
                aria-label={t('shelfSettings.restoreOf', { moment: momentAndTime(at) })}
                onClick={() => withFile(at, (file) => flow.read(file, 'backup'))}
              >
                {t('shelfSettings.restore')}
              </button>
              <button
                type="button"
                class="button"
                aria-label={t('shelfSettings.saveFileOf', { moment: momentAndTime(at) })}
                onClick={() => withFile(at, saveFile)}
              >
                {t('shelfSettings.saveFile')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ImportOutcome from="backup" flow={flow} tags={[]} />
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { Rich } from '@/components/design/Rich';
import { momentAndTime } from '@/lib/i18n/disk';
import { t } from '@/lib/i18n/text';
import { type Backup, backupOfLostShelf } from '@/lib/shelf/backups';

/** Where the shelf is empty though a backup is not: that the browser has lost it, and the way back. */
export function LostShelf() {
  const [backup, setBackup] = useState<Backup>();
  useEffect(() => {
    backupOfLostShelf().then(setBackup, () => setBackup(undefined));
  }, []);
  if (!backup) return null;
  return (
    <p>
      <Rich
        of="popup.lostShelf"
        slots={{ moment: momentAndTime(backup.at), papers: t('general.papers', { count: backup.papers }) }}
        tags={{
          a: (words) => (
            <a href="/options.html#diagnostics" target="_blank" rel="noopener noreferrer">
              {words}
            </a>
          ),
        }}
      />
    </p>
  );
}

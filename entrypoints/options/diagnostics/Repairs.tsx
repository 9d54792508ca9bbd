import { useEffect, useState } from 'preact/hooks';
import { Confirm } from '@/components/controls/Confirm';
import { Rich } from '@/components/design/Rich';
import { DamagedDatabase } from '@/lib/database';
import { momentAndTime } from '@/lib/i18n/disk';
import { t } from '@/lib/i18n/text';
import { ask, onChange } from '@/lib/messages';
import { type Backup, backupFile, listBackups } from '@/lib/shelf/backups';
import { beginShelfAnew } from '@/lib/shelf/begin-anew';
import { listShelf } from '@/lib/shelf/store';
import { sentence } from '../sentence';
import { ImportOutcome } from '../shelf/ImportOutcome';
import { useShelfImport } from '../shelf/use-import';

/** What mends a digest that is wrong, and a shelf that is. */
export function Repairs() {
  return (
    <>
      <DigestRepair />
      <ShelfRepair />
    </>
  );
}

function DigestRepair() {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const rebuild = async () => {
    setBusy(true);
    setProblem('');
    setSaid(t('diagnostics.rebuilding'));
    try {
      const { papers } = await ask({ type: 'digest/reindex', anew: true });
      setSaid(t('diagnostics.rebuilt', { count: papers }));
    } catch (error) {
      setSaid('');
      setProblem(sentence(error));
    }
    setBusy(false);
  };
  return (
    <div class="shelf-part">
      <h3>{t('diagnostics.digestRepair')}</h3>
      <p class="quiet">
        <Rich of="diagnostics.rebuildNote" tags={{ a: (words) => <a href="#data">{words}</a> }} />
      </p>
      <div class="shelf-line">
        <button type="button" class="button" disabled={isBusy} onClick={rebuild}>
          {t('diagnostics.rebuild')}
        </button>
        <span role="status" class="quiet">
          {said}
        </span>
      </div>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}

/** The newest backup, and where the shelf cannot be read at all: an empty one in its place, to restore it into. */
function ShelfRepair() {
  const [newest, setNewest] = useState<Backup>();
  const [isDamaged, setDamaged] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState('');
  const flow = useShelfImport();
  const load = () => {
    setProblem('');
    const fail = (error: unknown) => setProblem(sentence(error));
    listBackups().then(([first]) => setNewest(first), fail);
    listShelf().then(
      () => setDamaged(false),
      (error: unknown) => {
        setDamaged(error instanceof DamagedDatabase);
        fail(error);
      },
    );
  };
  useEffect(() => {
    const closed = new AbortController();
    onChange((change) => change === 'shelf' && load(), closed.signal);
    return () => closed.abort();
  }, []);
  useEffect(load, [flow.state.phase]);

  const restore = async ({ at }: Backup) => {
    const file = await backupFile(at).catch((error: unknown) => setProblem(sentence(error)));
    if (file) flow.read(file, 'backup');
  };
  const beginAnew = async (agreed: boolean) => {
    setAsking(false);
    if (agreed) await beginShelfAnew().then(load, (error: unknown) => setProblem(sentence(error)));
  };
  return (
    <div class="shelf-part">
      <h3>{t('diagnostics.shelfRepair')}</h3>
      <p class="quiet">
        {newest
          ? t('diagnostics.restoreNote', {
              moment: momentAndTime(newest.at),
              papers: t('general.papers', { count: newest.papers }),
            })
          : t('diagnostics.noBackup')}
      </p>
      {problem && <p role="alert">{problem}</p>}
      <div class="shelf-line">
        {isDamaged && (
          <button type="button" class="button button-loss" onClick={() => setAsking(true)}>
            {t('diagnostics.beginShelf')}
          </button>
        )}
        {newest && (
          <button
            type="button"
            class="button"
            disabled={flow.isBusy || isDamaged}
            onClick={() => restore(newest)}
          >
            {t('diagnostics.restore')}
          </button>
        )}
      </div>
      <ImportOutcome from="backup" flow={flow} tags={[]} />
      {isAsking && (
        <Confirm
          title={t('diagnostics.beginShelfAsk')}
          no={t('data.keepIt')}
          yes={t('diagnostics.beginShelfYes')}
          onAnswer={beginAnew}
        >
          <p>{t('diagnostics.beginShelfLoss')}</p>
        </Confirm>
      )}
    </div>
  );
}

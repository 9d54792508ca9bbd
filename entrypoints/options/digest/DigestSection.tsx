import { useState } from 'preact/hooks';
import { Switch } from '@/components/controls/Switch';
import { SyncLine } from '@/components/sync/SyncLine';
import { statusOf } from '@/components/sync/sentences';
import { useNow } from '@/components/sync/use-now';
import { t } from '@/lib/i18n/text';
import { ask, type OwnRequest } from '@/lib/messages';
import { changeDigestSettings, type DigestSettings } from '@/lib/settings/digest';
import { askForHost } from '@/lib/settings/source-access';
import { sentence } from '../sentence';
import { useSettings } from '../use-settings';
import { Backfill } from './Backfill';
import { KeepField } from './KeepField';
import { keepName } from './keep-names';
import { LeavingDialog } from './LeavingDialog';
import { NotifySwitch } from './NotifySwitch';
import { Sources } from './Sources';
import { SyncRecord } from './SyncRecord';
import { useLeaving } from './use-leaving';
import { type SyncView, useSync } from './use-sync';

/** Where the digest comes from, how fresh it is and how far back it goes. */
export function DigestSection() {
  const settings = useSettings();
  const sync = useSync();
  return (
    <>
      <p>{t('digestSettings.about')}</p>
      {typeof sync === 'string' && <p role="alert">{sync}</p>}
      {settings && typeof sync === 'object' && <Fields settings={settings} sync={sync} />}
    </>
  );
}

function Fields({ settings, sync: { state, days } }: { settings: DigestSettings; sync: SyncView }) {
  const [problem, setProblem] = useState('');
  const { leaving, count, forget } = useLeaving();
  const goesBackTo = settings.keepBefore;
  const isRunning = statusOf(state, useNow()).kind === 'running';
  const tell = (type: Extract<OwnRequest, { type: `sync/${string}` }>['type']) => {
    setProblem('');
    ask({ type }).catch((error: unknown) => setProblem(sentence(error)));
  };
  const cancel = async () => {
    setProblem('');
    try {
      if (!goesBackTo || (await count(goesBackTo, days))) tell('sync/cancel');
    } catch (error) {
      setProblem(sentence(error));
    }
  };
  return (
    <>
      <div class="panel">
        <SyncLine
          state={state}
          buttonClass="button"
          onSync={() => tell('sync/now')}
          onAllow={(host) => askForHost(host).then((granted) => granted && tell('sync/now'))}
        />
        {state.backfill && (
          <Backfill
            {...state.backfill}
            isRunning={isRunning}
            goesBackTo={goesBackTo}
            onPause={() => tell('sync/pause')}
            onResume={() => tell('sync/resume')}
            onCancel={cancel}
          />
        )}
        {leaving?.papers !== undefined && (
          <LeavingDialog
            question={t('digestSettings.stopFilling', { range: keepName(leaving.keep) })}
            papers={leaving.papers}
            onAnswer={(agreed) => {
              forget();
              if (agreed) tell('sync/cancel');
            }}
          />
        )}
        {problem && <p role="alert">{problem}</p>}
        <SyncRecord state={state} />
      </div>
      <Switch
        label={t('digestSettings.automatic')}
        note={t('digestSettings.automaticNote')}
        on={settings.automatic}
        onChange={(automatic) => changeDigestSettings({ automatic })}
      />
      <NotifySwitch on={settings.notify} />
      <KeepField settings={settings} days={days} onChoose={changeDigestSettings} />
      <Sources topics={settings.topics} onChoose={changeDigestSettings} />
    </>
  );
}

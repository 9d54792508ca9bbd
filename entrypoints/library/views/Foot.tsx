import { loaded } from '@/components/state/resource';
import { allowHost, sync, syncNow } from '@/components/state/sync';
import { SyncLine } from '@/components/sync/SyncLine';
import { hereSentence } from '@/components/sync/sentences';
import { t } from '@/lib/i18n/text';

/** How the digest stands, and the ways out. */
export function Foot({ onHelp }: { onHelp(): void }) {
  const state = loaded(sync);
  return (
    <footer class="foot">
      {state && <SyncLine state={state} buttonClass="button-text" onSync={syncNow} onAllow={allowHost} />}
      {state?.backfill && !state.running && <p>{hereSentence(state.backfill)}.</p>}
      <span class="foot-ways">
        <button type="button" class="button-text" onClick={onHelp}>
          {t('popup.keys')}
        </button>
        <a href="/options.html" target="_blank" rel="noopener noreferrer">
          {t('options.sections')}
        </a>
      </span>
    </footer>
  );
}

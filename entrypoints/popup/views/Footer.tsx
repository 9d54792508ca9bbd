import { loaded } from '@/components/state/resource';
import { allowHost, sync, syncNow } from '@/components/state/sync';
import { SyncLine } from '@/components/sync/SyncLine';
import { t } from '@/lib/i18n/text';

/** How the digest stands, and the ways out. */
export function Footer({ onHelp }: { onHelp(): void }) {
  const state = loaded(sync);
  return (
    <footer class="footer">
      {state && <SyncLine state={state} buttonClass="button-text" onSync={syncNow} onAllow={allowHost} />}
      <span class="footer-ways">
        <button type="button" class="button-text" onClick={onHelp}>
          {t('popup.keys')}
        </button>
        <a href="/library.html" target="_blank" rel="noopener noreferrer">
          {t('options.library')}
        </a>
        <a href="/options.html" target="_blank" rel="noopener noreferrer">
          {t('options.sections')}
        </a>
      </span>
    </footer>
  );
}

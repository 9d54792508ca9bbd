import { dateName } from '@/components/paper/format';
import { failureSentence } from '@/components/sync/sentences';
import { agoName } from '@/components/sync/times';
import type { SyncState } from '@/lib/digest/sync/state';
import { t } from '@/lib/i18n/text';
import { Fact } from '../Fact';

/** What came of the last syncs: more than the one line says, for whoever asks. */
export function SyncRecord({ state }: { state: SyncState }) {
  const { lastSuccess, lastFailure, skipped } = state;
  const now = Date.now();
  if (lastSuccess === undefined && !lastFailure && skipped.length === 0) return null;
  return (
    <details class="record">
      <summary>
        {skipped.length > 0
          ? t('digestSettings.lastSyncsSkipped', { count: skipped.length })
          : t('digestSettings.lastSyncs')}
      </summary>
      <dl class="facts">
        <Fact name={t('digestSettings.lastSuccess')}>
          {lastSuccess === undefined ? t('digestSettings.noneYet') : agoName(lastSuccess, now)}
        </Fact>
        {lastFailure && (
          <Fact name={t('digestSettings.lastFailure')}>
            {t('digestSettings.failedAt', {
              ago: agoName(lastFailure.at, now),
              what: failureSentence(state, now),
            })}
          </Fact>
        )}
      </dl>
      {skipped.length > 0 && (
        <ul class="skipped">
          {skipped.map(({ day, title, why }, at) => (
            <li key={at}>
              <span class="skipped-place">{dateName(day)}</span>
              <span>
                {title && <cite>{title}</cite>} {why}
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

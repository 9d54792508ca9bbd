import { counted, dateName } from '@/components/paper/format';
import { failureSentence } from '@/components/sync/sentences';
import { agoName } from '@/components/sync/times';
import type { SyncState } from '@/lib/digest/sync/state';
import { Fact } from '../Fact';

/** What came of the last syncs: more than the one line says, for whoever asks. */
export function SyncRecord({ state }: { state: SyncState }) {
  const { lastSuccess, lastFailure, skipped } = state;
  const now = Date.now();
  if (lastSuccess === undefined && !lastFailure && skipped.length === 0) return null;
  return (
    <details class="record">
      <summary>
        Last syncs
        {skipped.length > 0 && `, ${counted(skipped.length, 'record')} skipped`}
      </summary>
      <dl class="facts">
        <Fact name="Last success">{lastSuccess === undefined ? 'none yet' : agoName(lastSuccess, now)}</Fact>
        {lastFailure && (
          <Fact name="Last failure">{`${agoName(lastFailure.at, now)}. ${failureSentence(state, now)}`}</Fact>
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

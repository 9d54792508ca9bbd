import { Icon } from '@/components/design/Icon';
import type { SyncState } from '@/lib/digest/sync/state';
import { t } from '@/lib/i18n/text';
import { type SyncStatus, statusOf } from './sentences';
import { useNow } from './use-now';

export interface SyncLineProps {
  state: SyncState;
  /** The look of its button: a word in a line of words, or a button beside text. */
  buttonClass: 'button-text' | 'button';
  onSync(): void;
  /** The browser is to be asked for access to a source's host. */
  onAllow(host: string): void;
}

/** How fresh the copy is, what is under way or what went wrong, and the one button that helps. */
export function SyncLine({ state, buttonClass, onSync, onAllow }: SyncLineProps) {
  const now = useNow();
  const status = statusOf(state, now);
  const source = state.lastFailure?.source;
  const host = source && state.sources[source]?.host;
  return (
    <div class="sync" data-kind={status.kind}>
      {status.kind === 'running' && (
        <progress
          class="bar"
          aria-label={t('sync.bar')}
          {...(status.of > 0 && { max: status.of, value: status.done })}
        />
      )}
      <p class="sync-said">
        {status.kind === 'failed' && <Icon name="warning" />}
        {/* An age that grows by itself is no news to announce. */}
        <span aria-live={status.kind === 'idle' ? 'off' : 'polite'}>{status.sentence}</span>
      </p>
      <Help
        status={status}
        class={buttonClass}
        onSync={onSync}
        onAllow={() => host !== undefined && onAllow(host)}
      />
    </div>
  );
}

interface HelpProps {
  status: SyncStatus;
  class: string;
  onSync(): void;
  onAllow(): void;
}

function Help({ status, class: look, onSync, onAllow }: HelpProps) {
  if (status.kind === 'running' || (status.kind === 'failed' && status.mend === 'wait')) return null;
  const isBarred = status.kind === 'failed' && status.mend === 'allow';
  return (
    <button type="button" class={look} onClick={isBarred ? onAllow : onSync}>
      {t(isBarred ? 'sync.allow' : status.kind === 'failed' ? 'sync.tryAgain' : 'sync.now')}
    </button>
  );
}

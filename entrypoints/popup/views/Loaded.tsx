import type { ComponentChildren } from 'preact';
import { ErrorState, Loading } from '@/components/controls/states';
import type { Resource } from '@/components/state/resource';
import { t } from '@/lib/i18n/text';

export interface LoadedProps<T> {
  from: Resource<T>;
  /** Another way to try again than to load just this. */
  again?: () => void;
  children(value: T): ComponentChildren;
}

/** Shows what was loaded, or that it is on its way, or why it is not there. */
export function Loaded<T>({ from, again = from.reload, children }: LoadedProps<T>) {
  const current = from.current.value;
  if (current.state === 'loading') return <Loading />;
  if (current.state === 'ready') return <>{children(current.value)}</>;
  return (
    <ErrorState title={t('popup.unreadable')}>
      <p>{current.message}</p>
      <button type="button" class="button" onClick={() => again()}>
        {t('sync.tryAgain')}
      </button>
    </ErrorState>
  );
}

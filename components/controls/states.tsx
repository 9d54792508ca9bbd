import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/design/Icon';
import { t } from '@/lib/i18n/text';

export interface StateProps {
  title: string;
  /** One or two sentences, or what to press. */
  children?: ComponentChildren;
}

/** Nothing to show, and why. */
export function EmptyState({ title, children }: StateProps) {
  return (
    <div class="state">
      <span class="state-mark" aria-hidden="true" />
      <p class="state-title">{title}</p>
      {children && <div class="state-text">{children}</div>}
    </div>
  );
}

/** Something failed: what, in the words of the one who knows, and how to go on. */
export function ErrorState({ title, children }: StateProps) {
  return (
    <div class="state state-error" role="alert">
      <Icon name="warning" />
      <p class="state-title">{title}</p>
      {children && <div class="state-text">{children}</div>}
    </div>
  );
}

const bars = [92, 74, 88, 64, 81];

/** The outline of a list that is about to come. It fades in late, so that a quick load shows nothing of it. */
export function Loading() {
  return (
    <div class="loading" aria-busy="true">
      <span class="visually-hidden">{t('general.loading')}</span>
      {bars.map((width) => (
        <div key={width} class="loading-row">
          <div style={{ width: `${width}%` }} />
          <div style={{ width: `${width / 2}%` }} />
        </div>
      ))}
    </div>
  );
}

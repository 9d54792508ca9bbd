import { Icon } from '@/components/design/Icon';
import { t } from '@/lib/i18n/text';

export interface AllSitesProps {
  /** Undefined while it is not known. */
  granted: boolean | undefined;
  onAsk(): void;
  /** Where it is the one thing to press. */
  isPrimary?: boolean;
  /** Left out where there is no room for it. */
  onGiveBack?: () => void;
}

/** The one permission that is asked for, with its reason. */
export function AllSites({ granted, isPrimary = false, onAsk, onGiveBack }: AllSitesProps) {
  return (
    <div class="all-sites">
      <p>
        {granted
          ? [t('allSites.reads'), onGiveBack && t('allSites.takenBack')].filter(Boolean).join(' ')
          : t('allSites.why')}
      </p>
      <div class="all-sites-way" aria-live="polite">
        {granted ? (
          <span class="granted">
            <Icon name="check" /> {t('allSites.given')}
          </span>
        ) : (
          <button
            type="button"
            class={isPrimary ? 'button button-primary' : 'button'}
            disabled={granted === undefined}
            onClick={onAsk}
          >
            {t('allSites.allow')}
          </button>
        )}
        {granted && onGiveBack && (
          <button type="button" class="button" onClick={onGiveBack}>
            {t('allSites.takeBack')}
          </button>
        )}
      </div>
    </div>
  );
}

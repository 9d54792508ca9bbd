import { Icon } from '@/components/design/Icon';
import { t } from '@/lib/i18n/text';
import { canOpenSide, openSide } from '../side';

/** Where else the same papers can be read. Nothing where the browser has no panel at the side, or this is it. */
export function Places() {
  if (!canOpenSide()) return null;
  return (
    <button
      type="button"
      class="button button-bare place"
      aria-label={t('popup.atSide')}
      title={t('popup.atSide')}
      onClick={openSide}
    >
      <Icon name="side" />
    </button>
  );
}

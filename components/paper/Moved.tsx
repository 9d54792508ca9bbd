import { t } from '@/lib/i18n/text';
import { signedCount } from './format';

/** "(+3)" behind a figure that has moved since the paper was last seen; nothing where it stands as it stood. */
export function Moved({ by }: { by: number }) {
  if (by === 0) return null;
  return (
    <span class="moved">
      {` (${signedCount(by)})`}
      <span class="visually-hidden"> {t('paper.sinceLooked')}</span>
    </span>
  );
}

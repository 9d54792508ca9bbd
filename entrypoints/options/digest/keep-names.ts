import { dateName } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { Keep } from '@/lib/settings/digest';

/** A range as it reads within a sentence. */
export const keepName = (keep: Keep): string => names[keep]();

const names: Record<Keep, () => string> = {
  '30-days': () => t('digestSettings.days30'),
  '6-months': () => t('digestSettings.months6'),
  '1-year': () => t('digestSettings.year1'),
  everything: () => t('digestSettings.everything', { day: dateName('2023-05-04') }),
};

import { Menu } from '@/components/controls/Menu';
import { Icon } from '@/components/design/Icon';
import { t } from '@/lib/i18n/text';
import type { PaperId } from '@/lib/paper/types';
import { formatFacts, shelfFormats } from '@/lib/shelf/files/formats';
import { exportAs } from '../state/shelf-actions';

/** Saves papers of the shelf as a file, in whatever form. */
export function ExportMenu({ ids }: { ids: readonly PaperId[] }) {
  return (
    <Menu
      name={t('shelfSettings.export')}
      items={shelfFormats.map((format) => ({
        label: formatFacts[format].name,
        onChoose: () => exportAs(format, ids),
      }))}
    >
      <Icon name="save" />
      {t('shelfSettings.export')}
    </Menu>
  );
}

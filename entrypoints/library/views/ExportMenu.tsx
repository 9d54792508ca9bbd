import { Menu } from '@/components/controls/Menu';
import type { PaperId } from '@/lib/paper/types';
import { formatFacts, shelfFormats } from '@/lib/shelf/files/formats';
import { exportAs } from '../state/shelf-actions';

/** Saves papers of the shelf as a file, in whatever form. */
export function ExportMenu({ label, ids }: { label: string; ids: readonly PaperId[] }) {
  return (
    <Menu
      label={label}
      icon="save"
      choices={shelfFormats.map((format) => ({
        name: formatFacts[format].name,
        onChoose: () => exportAs(format, ids),
      }))}
    />
  );
}

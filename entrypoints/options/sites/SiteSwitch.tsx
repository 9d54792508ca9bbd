import { Switch } from '@/components/controls/Switch';
import { t } from '@/lib/i18n/text';
import type { Site } from '@/lib/settings/sites';
import type { SiteRow } from './rows';

export interface SiteSwitchProps {
  row: SiteRow;
  onAllow(site: Site): void;
  onSwitch(site: Site, on: boolean): void;
  /** For sites that may be taken off the list. */
  onRemove?: (row: SiteRow) => void;
}

/** A site and whether it is read. One that the browser has not given is asked for. */
export function SiteSwitch({ row, onAllow, onSwitch, onRemove }: SiteSwitchProps) {
  const { site, isGranted, isOn } = row;
  return (
    <li>
      <Switch
        label={site}
        note={isGranted ? undefined : t('sites.notAllowed')}
        on={isOn}
        onChange={(on) => (on && !isGranted ? onAllow(site) : onSwitch(site, on))}
      />
      {onRemove && (
        <button
          type="button"
          class="button-text"
          aria-label={t('general.removeThis', { what: site })}
          onClick={() => onRemove(row)}
        >
          {t('general.remove')}
        </button>
      )}
    </li>
  );
}

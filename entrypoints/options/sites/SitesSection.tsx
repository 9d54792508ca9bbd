import { useState } from 'preact/hooks';
import { AllSites } from '@/components/controls/AllSites';
import { Toast } from '@/components/controls/Toast';
import { t } from '@/lib/i18n/text';
import { askForEverySite, askForSite, giveBack, giveBackEverySite } from '@/lib/settings/site-grants';
import type { Site } from '@/lib/settings/sites';
import { switchSite } from '@/lib/settings/sites-off';
import { AddSite } from './AddSite';
import { rowsOf, type SiteRow } from './rows';
import { SiteSwitch } from './SiteSwitch';
import { useSites } from './use-sites';
import './sites.css';

/** Where Titlelight reads pages. */
export function SitesSection() {
  const sites = useSites();
  const rows = sites && rowsOf(sites);
  const [removed, setRemoved] = useState<Site>();
  const remove = async ({ site, patterns }: SiteRow) => {
    if (await giveBack(patterns)) setRemoved(site);
  };
  const putBack = async (site: Site) => {
    if (await askForSite(site)) setRemoved(undefined);
  };
  return (
    <>
      <p>{t('sites.about')}</p>
      <AllSites granted={sites?.grants.every} onAsk={askForEverySite} onGiveBack={giveBackEverySite} />
      {rows && (
        <>
          <h3>{t('sites.discussed')}</h3>
          <ul class="sites">
            {rows.first.map((row) => (
              <SiteSwitch key={row.site} row={row} onAllow={allow} onSwitch={switchSite} />
            ))}
          </ul>
          <h3>{t('sites.byYou')}</h3>
          {rows.allowed.length === 0 && <p class="quiet">{t('sites.noneYet')}</p>}
          <ul class="sites">
            {rows.allowed.map((row) => (
              <SiteSwitch key={row.site} row={row} onAllow={allow} onSwitch={switchSite} onRemove={remove} />
            ))}
          </ul>
          <AddSite known={[...rows.first, ...rows.allowed]} onAdd={allow} />
          {rows.off.length > 0 && <h3>{t('sites.off')}</h3>}
          <ul class="sites">
            {rows.off.map((row) => (
              <SiteSwitch key={row.site} row={row} onAllow={allow} onSwitch={switchSite} />
            ))}
          </ul>
        </>
      )}
      <div class="notice" role="status">
        {removed && (
          <Toast
            key={removed}
            message={t('sites.removed', { site: removed })}
            onUndo={() => putBack(removed)}
            onClose={() => setRemoved(undefined)}
          />
        )}
      </div>
    </>
  );
}

/** Has the browser ask for a site, and switches it on. Resolves to the browser's answer. */
async function allow(site: Site): Promise<boolean> {
  const [isGranted] = await Promise.all([askForSite(site), switchSite(site, true)]);
  return isGranted;
}

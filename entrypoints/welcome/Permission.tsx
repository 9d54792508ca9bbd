import { useEffect, useState } from 'preact/hooks';
import { AllSites } from '@/components/controls/AllSites';
import { t } from '@/lib/i18n/text';
import {
  askForEverySite,
  askForSites,
  onSiteGrants,
  readSiteGrants,
  type SiteGrants,
} from '@/lib/settings/site-grants';
import { defaultSites, isWithin } from '@/lib/settings/sites';

/** What Titlelight may read: the one question of the first run. Firefox may have kept back even the sites of the list. */
export function Permission() {
  const [grants, setGrants] = useState<SiteGrants>();
  useEffect(() => {
    const closed = new AbortController();
    const read = () => readSiteGrants().then(setGrants);
    onSiteGrants(read, closed.signal);
    read();
    return () => closed.abort();
  }, []);
  return (
    <section class="permission" aria-labelledby="permission">
      <h2 id="permission">{t('welcome.everySite')}</h2>
      {grants && <Missing grants={grants} />}
      <AllSites granted={grants?.every} isPrimary onAsk={askForEverySite} />
    </section>
  );
}

/** Nothing where all sites of the list are granted. */
function Missing({ grants }: { grants: SiteGrants }) {
  const sites = [...grants.sites.keys()];
  const missing = defaultSites.filter((site) => !sites.some((other) => isWithin(site, other)));
  if (grants.every || missing.length === 0) return null;
  const count = defaultSites.length;
  const [site = ''] = missing;
  const said =
    missing.length === count
      ? t('welcome.withheldAll', { count })
      : missing.length === 1
        ? t('welcome.withheldOne', { site })
        : t('welcome.withheldSome', { missing: missing.length, count });
  return (
    <div class="all-sites">
      <p>{said}</p>
      <button type="button" class="button button-primary" onClick={() => askForSites(missing)}>
        {missing.length === 1
          ? t('welcome.allowOne', { site })
          : t('welcome.allowSites', { count: missing.length })}
      </button>
    </div>
  );
}

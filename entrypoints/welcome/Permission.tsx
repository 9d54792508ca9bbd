import { useEffect, useState } from 'preact/hooks';
import { AllSites } from '@/components/controls/AllSites';
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
      <h2 id="permission">On every site?</h2>
      {grants && <Missing grants={grants} />}
      <AllSites granted={grants?.every} onAsk={askForEverySite} />
    </section>
  );
}

/** Nothing where all sites of the list are granted. */
function Missing({ grants }: { grants: SiteGrants }) {
  const sites = [...grants.sites.keys()];
  const missing = defaultSites.filter((site) => !sites.some((other) => isWithin(site, other)));
  if (grants.every || missing.length === 0) return null;
  const which =
    missing.length === defaultSites.length
      ? `the ${missing.length} sites it begins with`
      : missing.length === 1
        ? missing[0]
        : `${missing.length} of the ${defaultSites.length} sites it begins with`;
  return (
    <div class="all-sites">
      <p>Your browser has not given Titlelight {which}, where papers are discussed.</p>
      <button type="button" class="button button-primary" onClick={() => askForSites(missing)}>
        Allow {missing.length === 1 ? missing[0] : `these ${missing.length} sites`}
      </button>
    </div>
  );
}

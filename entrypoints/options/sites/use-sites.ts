import { useEffect, useState } from 'preact/hooks';
import { onSiteGrants, readSiteGrants, type SiteGrants } from '@/lib/settings/site-grants';
import type { Site } from '@/lib/settings/sites';
import { onSitesOff, readSitesOff } from '@/lib/settings/sites-off';

export interface Sites {
  grants: SiteGrants;
  off: Site[];
}

/** What may be read and what is switched off, kept up to date; undefined while it is not known. */
export function useSites(): Sites | undefined {
  const [grants, setGrants] = useState<SiteGrants>();
  const [off, setOff] = useState<Site[]>();
  useEffect(() => {
    const closed = new AbortController();
    const readGrants = () => readSiteGrants().then(setGrants);
    onSiteGrants(readGrants, closed.signal);
    onSitesOff(setOff, closed.signal);
    readGrants();
    readSitesOff().then(setOff);
    return () => closed.abort();
  }, []);
  return grants && off && { grants, off };
}

import { defaultSites, isWithin, type Site } from '@/lib/settings/sites';
import type { Sites } from './use-sites';

/** A site on the list. */
export interface SiteRow {
  site: Site;
  /** Whether the browser lets Titlelight read it. */
  isGranted: boolean;
  isOn: boolean;
  /** The match patterns that were granted for it alone. */
  patterns: string[];
}

/** The sites of which there is something to say: those of the first day, those allowed since, those only switched off. */
export function rowsOf({ grants, off }: Sites): Record<'first' | 'allowed' | 'off', SiteRow[]> {
  const row = (site: Site): SiteRow => {
    const isGranted = grants.every || [...grants.sites.keys()].some((other) => isWithin(site, other));
    const isOn = isGranted && !off.some((other) => isWithin(site, other));
    return { site, isGranted, isOn, patterns: grants.sites.get(site) ?? [] };
  };
  const isFirst = (site: Site) => defaultSites.some((other) => isWithin(site, other));
  const allowed = [...grants.sites.keys()].filter((site) => !isFirst(site));
  const named = new Set([...defaultSites, ...allowed]);
  return {
    first: defaultSites.map(row),
    allowed: allowed.map(row),
    off: off.filter((site) => !named.has(site)).map(row),
  };
}

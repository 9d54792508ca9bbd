/**
 * A site, as people call it: a host without `www.`, which stands for all its subdomains too. Match patterns are how the
 * browser writes sites down.
 */
export type Site = string;

/** Places where papers are discussed: granted at install. */
export const defaultSites: readonly Site[] = [
  'arxiv.org',
  'alphaxiv.org',
  'ar5iv.org',
  'ar5iv.labs.arxiv.org',
  'huggingface.co',
  'x.com',
  'twitter.com',
  'news.ycombinator.com',
  'reddit.com',
  'scholar.google.com',
  'semanticscholar.org',
  'openreview.net',
  'github.com',
  'bsky.app',
  'lobste.rs',
  'lesswrong.com',
  'aclanthology.org',
  'openaccess.thecvf.com',
];

/** The match pattern of every site. */
export const everySite = '*://*/*';

export function patternOf(site: Site): string {
  return `*://*.${site}/*`;
}

/** The site that an address belongs to; undefined for what is not on the web. */
export function siteOf(address: string): Site | undefined {
  if (!/^https?:/.test(address)) return undefined;
  return URL.parse(address)?.hostname.replace(/^www\./, '') || undefined;
}

/** The site that a match pattern names; undefined for patterns of every site, and of what is not on the web. */
export function siteOfPattern(pattern: string): Site | undefined {
  const host = /^(?:\*|https?):\/\/(?:\*\.)?([^/*:]+)(?::[\d*]+)?\//.exec(pattern)?.[1];
  return host?.replace(/^www\./, '');
}

/** Whether a match pattern names every site. */
export function isEverySite(pattern: string): boolean {
  return /^(?:<all_urls>|(?:\*|https?):\/\/\*\/)/.test(pattern);
}

/** Whether `site` is `other` or one of its subdomains. */
export function isWithin(site: Site, other: Site): boolean {
  return site === other || site.endsWith(`.${other}`);
}

/** The one of `sites` that `site` belongs to, the widest if there are several. */
export function widestAround(site: Site, sites: readonly Site[]): Site | undefined {
  return sites.filter((other) => isWithin(site, other)).sort((a, b) => a.length - b.length)[0];
}

/** What someone may have meant by a site that they typed or pasted: a host or a whole address. */
export function readSite(typed: string): Site | undefined {
  const text = typed.trim().replace(/^\*\./, '');
  const site = siteOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  return site && /^[\w-]+(?:\.[\w-]+)+$/.test(site) ? site : undefined;
}

import { defaultSites, isWithin, type Site, siteOf, widestAround } from './sites';

/** How a page stands with Titlelight. */
export type SiteState =
  /** Its site is read. */
  | { kind: 'on'; site: Site }
  /** Its site may be read, and is switched off. */
  | { kind: 'off'; site: Site }
  /** Its site may not be read; this page is, until it is left. */
  | { kind: 'once'; site: Site }
  /** `isDefault`: it is one of the sites that are granted at install, so the browser must have taken it back. */
  | { kind: 'not-allowed'; site: Site; isDefault: boolean }
  /** One of Titlelight's own pages. */
  | { kind: 'own' }
  | { kind: 'unreadable'; what: Unreadable }
  /** The browser does not tell which page it is: one that may not be read, or one of its own. */
  | { kind: 'unknown' };

/** Pages that no extension may read: the browser's own, a store for extensions, a PDF, a file, or one without a reason. */
export type Unreadable = 'browser' | 'store' | 'pdf' | 'file' | 'refused';

/** What is known of a page. */
export interface PageFacts {
  /** Undefined where the browser keeps it to itself. */
  address: string | undefined;
  /** Whether the browser has shown the page to Titlelight because someone pressed its button there. */
  isPressed: boolean;
  /** Whether its site is granted. */
  isGranted: boolean;
  /** What came of looking into it: a scanner runs, none does, it is a PDF, or the browser refused. */
  look: 'read' | 'unread' | 'pdf' | 'refused';
  /** Sites granted one by one. */
  granted: readonly Site[];
  off: readonly Site[];
  /** Address of the extension's root. */
  ownRoot: string;
}

const stores =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons|addons\.opera\.com)\b/;
/** A PDF viewer may let nobody look, so that only the address says what it shows. */
const pdfs = /^[^?#]+(?:\.pdf|\/pdf\/[^/?#]+)(?:[?#]|$)/i;

export function siteStateOf(facts: PageFacts): SiteState {
  const { address, isPressed, isGranted, look, granted, off, ownRoot } = facts;
  if (address === undefined) return isPressed ? unreadable('browser') : { kind: 'unknown' };
  if (address.startsWith(ownRoot)) return { kind: 'own' };
  if (/^file:/.test(address)) return unreadable('file');
  const site = siteOf(address);
  if (!site) return unreadable('browser');
  if (stores.test(address) && look === 'refused') return unreadable('store');
  if (look === 'pdf' || (look === 'refused' && pdfs.test(address))) return unreadable('pdf');
  if (!isGranted) {
    const byDefault = widestAround(site, defaultSites);
    if (look === 'read') return { kind: 'once', site };
    return { kind: 'not-allowed', site: byDefault ?? site, isDefault: byDefault !== undefined };
  }
  const switchedOff = widestAround(site, off);
  if (switchedOff) return { kind: 'off', site: switchedOff };
  if (look === 'refused') return unreadable('refused');
  return { kind: 'on', site: widestAround(site, granted) ?? site };
}

const unreadable = (what: Unreadable): SiteState => ({ kind: 'unreadable', what });

/** Whether an address belongs to a site that is switched off. */
export function isOff(address: string, off: readonly Site[]): boolean {
  const site = siteOf(address);
  return site !== undefined && off.some((other) => isWithin(site, other));
}

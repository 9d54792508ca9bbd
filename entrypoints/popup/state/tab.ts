import { type Browser, browser } from 'wxt/browser';
import { resource } from '@/components/state/resource';
import { getPapers } from '@/lib/digest/read';
import { findingsIn, mediaTypeOf, type PageMention, papersIn } from '@/lib/frames';
import { askTab, type PageRequest } from '@/lib/messages';
import type { PageSession } from '@/lib/page/session';
import type { Paper, PaperId } from '@/lib/paper/types';
import { mayRead, readSiteGrants } from '@/lib/settings/site-grants';
import { type PageFacts, type SiteState, siteStateOf } from '@/lib/settings/site-state';
import { siteOf } from '@/lib/settings/sites';
import { readSitesOff } from '@/lib/settings/sites-off';
import { isSide } from '../side';
import { subjectOf } from './subject';

export interface PapersOfTab {
  site: SiteState;
  /** The paper that the page is about, as its address and title say. */
  subject: Paper | undefined;
  /** The subject, then what stands on the page, in order of place. */
  papers: Paper[];
  /** Papers that stand on the page, so that it can be scrolled to them. */
  onPage: ReadonlySet<PaperId>;
}

export const tabPapers = resource(findPapers);

async function findPapers(): Promise<PapersOfTab> {
  const tab = await currentTab();
  const [{ look, mentions }, facts] = await Promise.all([lookInto(tab), factsOf(tab)]);
  const site = siteStateOf({ ...facts, look });
  const isUnreadable = site.kind !== 'on' && site.kind !== 'once' && site.kind !== 'own';
  const [subject, found] = await Promise.all([
    tab?.url ? subjectOf({ address: tab.url, title: tab.title ?? '', isUnreadable }) : undefined,
    // A page of a site that was just switched off may not have heard of it yet.
    getPapers(site.kind === 'off' ? [] : mentions.map(({ id }) => id)),
  ]);
  const standing = found.filter((paper) => paper !== undefined);
  const others = standing.filter(({ id }) => id !== subject?.id);
  return {
    site,
    subject,
    papers: subject ? [subject, ...others] : others,
    onPage: new Set(standing.map(({ id }) => id)),
  };
}

/** Whether the tab's page is about a paper. The page itself is not asked. */
export async function isAboutPaper(): Promise<boolean> {
  const { url: address, title = '' } = (await currentTab()) ?? {};
  if (address === undefined) return false;
  const isUnreadable = siteOf(address) === undefined || !(await mayRead(address));
  return (await subjectOf({ address, title, isUnreadable })) !== undefined;
}

/** Scrolls the tab's page to the paper and brings the tab to the front. */
export async function showOnPage(id: PaperId): Promise<void> {
  const tab = await currentTab();
  if (tab?.id === undefined) return;
  const own = ownSession(tab.id);
  if (own) own.show?.(id);
  else await askTab(tab.id, { type: 'tab/show', id });
  await browser.tabs.update(tab.id, { active: true });
}

/**
 * Calls back when another tab comes to the front, when the tab goes on to another page, or when its scanner reports what it
 * found, until `signal` aborts.
 */
export function followTab(callback: () => void, signal: AbortSignal): void {
  const { onActivated, onUpdated } = browser.tabs;
  const { onMessage } = browser.runtime;
  const ifCurrent = async (tabId: number | undefined) => {
    if (tabId !== undefined && (await currentTab())?.id === tabId) callback();
  };
  const updated = (tabId: number, { status, title }: { status?: string; title?: string }) => {
    if (status === 'complete' || title !== undefined) ifCurrent(tabId);
  };
  const heard = (message: unknown, { tab }: Browser.runtime.MessageSender) => {
    // The worker answers.
    if ((message as PageRequest).type === 'page/found') ifCurrent(tab?.id);
    return undefined;
  };
  const activated = ({ tabId }: { tabId: number }) => ifCurrent(tabId);
  onActivated.addListener(activated);
  onUpdated.addListener(updated);
  onMessage.addListener(heard);
  signal.addEventListener('abort', () => {
    onActivated.removeListener(activated);
    onUpdated.removeListener(updated);
    onMessage.removeListener(heard);
  });
}

/** Whether the popup was opened by Titlelight's button; else it is a page of its own, and `?tab=ID` says of which tab. */
const named = new URLSearchParams(location.search).get('tab');

/** The tab the popup speaks of. */
export async function currentTab(): Promise<Browser.tabs.Tab | undefined> {
  if (named !== null) return browser.tabs.get(Number(named)).catch(() => undefined);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

interface Looked {
  look: PageFacts['look'];
  mentions: PageMention[];
}

async function lookInto(tab: Browser.tabs.Tab | undefined): Promise<Looked> {
  if (tab?.id === undefined) return { look: 'refused', mentions: [] };
  const own = ownSession(tab.id);
  if (own)
    return { look: 'read', mentions: papersIn([{ papers: own.mentions.all.map(({ paper }) => paper) }]) };
  try {
    const [type, frames] = await Promise.all([mediaTypeOf(tab.id), findingsIn(tab.id)]);
    if (type === 'application/pdf') return { look: 'pdf', mentions: [] };
    return { look: frames.length > 0 ? 'read' : 'unread', mentions: papersIn(frames) };
  } catch {
    return { look: 'refused', mentions: [] };
  }
}

async function factsOf(tab: Browser.tabs.Tab | undefined): Promise<Omit<PageFacts, 'look'>> {
  const address = tab?.url;
  const [isGranted, { sites }, off] = await Promise.all([
    address !== undefined && siteOf(address) !== undefined && mayRead(address),
    readSiteGrants(),
    readSitesOff(),
  ]);
  const isPressed = named === null && !isSide();
  const ownRoot = browser.runtime.getURL('/');
  return { address, isPressed, isGranted, granted: [...sites.keys()], off, ownRoot };
}

/** The session of one of our own pages, which read themselves: no script can be brought to them. */
function ownSession(tabId: number): PageSession | undefined {
  const [view] = browser.extension.getViews({ type: 'tab', tabId }) as unknown as {
    [slot: symbol]: PageSession;
  }[];
  return view?.[Symbol.for('titlelight session')];
}

import { browser } from 'wxt/browser';
import { getPapers } from '@/lib/digest/store';
import { findingsIn, type PageMention, papersIn } from '@/lib/frames';
import { askTab } from '@/lib/messages';
import { identifiersInUrl, isPaperId } from '@/lib/paper/identifiers';
import type { Paper, PaperId } from '@/lib/paper/types';
import { resource } from './resource';

export interface PapersOfTab {
  papers: Paper[];
  /** Where the papers were found: by the scanner in the page, or, where none may run (a PDF), by the tab's address. */
  by: 'page' | 'address';
}

export const tabPapers = resource(findPapers);

async function findPapers(): Promise<PapersOfTab> {
  const tabId = await currentTab();
  const mentions = tabId === undefined ? undefined : await mentionsIn(tabId);
  if (mentions) return { papers: await known(mentions.map(({ id }) => id)), by: 'page' };
  return { papers: await known(await idsOfAddress(tabId)), by: 'address' };
}

/** Scrolls the tab's page to the paper and brings the tab to the front. */
export async function showOnPage(id: PaperId): Promise<void> {
  const tabId = await currentTab();
  if (tabId === undefined) return;
  await askTab(tabId, { type: 'tab/show', id });
  await browser.tabs.update(tabId, { active: true });
}

/** The tab the popup speaks of: `?tab=ID` where it is open as a page of its own. */
async function currentTab(): Promise<number | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return Number(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Undefined where no scanner runs. */
async function mentionsIn(tabId: number): Promise<PageMention[] | undefined> {
  try {
    const frames = await findingsIn(tabId);
    return frames.length > 0 ? papersIn(frames) : undefined;
  } catch {
    return undefined;
  }
}

async function idsOfAddress(tabId: number | undefined): Promise<PaperId[]> {
  if (tabId === undefined) return [];
  // The address is left out where Titlelight may not read the site.
  const { url } = await browser.tabs.get(tabId);
  return identifiersInUrl(url ?? '').filter(isPaperId);
}

async function known(ids: PaperId[]): Promise<Paper[]> {
  return (await getPapers(ids)).filter((paper) => paper !== undefined);
}

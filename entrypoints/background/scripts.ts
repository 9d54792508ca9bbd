import { browser } from 'wxt/browser';
import { patternOf } from '@/lib/settings/sites';
import { readSitesOff } from '@/lib/settings/sites-off';
import { inTurn } from './in-turn';

const scanner = '/scanner.js';
const card = '/card.js';

/** Looking and registering are two steps: of two at once, both would register. */
const turn = inTurn();

/**
 * Registers the scanner for every origin that is granted now and not switched off, and no other.
 *
 * @returns whether it was not registered before
 */
export function registerScanner(): Promise<boolean> {
  return turn(bringUpToDate);
}

async function bringUpToDate(): Promise<boolean> {
  const matches = await readableOrigins();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: ['scanner'] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: ['scanner'] });
    return false;
  }
  const script = {
    id: 'scanner',
    js: [scanner],
    matches,
    excludeMatches: (await readSitesOff()).map(patternOf),
    persistAcrossSessions: true,
    allFrames: true,
    // Frames without an address of their own (srcdoc, about:blank) count as the page that made them.
    matchOriginAsFallback: true,
  };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([{ ...script, runAt: 'document_idle' }]);
  return !registered;
}

/** Granted origins on the web. */
export async function readableOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^(\*|https?):/.test(origin) || origin === '<all_urls>');
}

/** Starts the scanner in all frames of a tab. Where one runs, nothing happens. Rejects where no script may run. */
export async function injectScanner(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [scanner] });
}

/** Brings the hover card to a page on which something was found. */
export async function injectCard(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [card] });
}

import { browser } from 'wxt/browser';
import { inTurn } from './in-turn';

const scanner = '/scanner.js';
const card = '/card.js';

/** Looking and registering are two steps: of two at once, both would register. */
const turn = inTurn();

/**
 * Registers the scanner for every origin that is granted now, and no other.
 *
 * @returns whether it was not registered before
 */
export function registerScanner(): Promise<boolean> {
  return turn(bringUpToDate);
}

async function bringUpToDate(): Promise<boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => /^(\*|https?):/.test(origin) || origin === '<all_urls>');
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: ['scanner'] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: ['scanner'] });
    return false;
  }
  const script = {
    id: 'scanner',
    js: [scanner],
    matches,
    persistAcrossSessions: true,
    allFrames: true,
    // Frames without an address of their own (srcdoc, about:blank) count as the page that made them.
    matchOriginAsFallback: true,
  };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([{ ...script, runAt: 'document_idle' }]);
  return !registered;
}

/** Starts the scanner in tabs that were open before it was registered. A tab that refuses scripts is left alone. */
export async function injectIntoOpenTabs(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const tabs = await browser.tabs.query({ url: origins.filter((origin) => /^(\*|https?):/.test(origin)) });
  await Promise.allSettled(
    tabs.map(
      ({ id }) =>
        id !== undefined &&
        browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [scanner] }),
    ),
  );
}

/** Brings the hover card to a page on which something was found. */
export async function injectCard(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [card] });
}

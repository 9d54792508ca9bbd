import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, type Page } from 'puppeteer-core';
import type { browser as extensionApi } from 'wxt/browser';
import { findFirefox } from '../browser/find.ts';
import { eventually } from '../eventually.ts';
import { type Mark, readMarks } from '../marks.ts';
import type { LocalWeb } from '../server.ts';

/** What stands in the extension's own pages. */
declare const browser: typeof extensionApi;

const built = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
export const extensionId = 'titlelight@titlelight.app';

/** Firefox gives an extension a host of its own by chance; this one is as good as any. */
const host = '7f1c3a52-9d4e-4b6a-8e21-5b0c6d7e8f90';

/** A real Firefox with the built extension in it. */
export interface TitlelightInFirefox {
  /** Errors and console lines of pages and content scripts so far. */
  problems: string[];
  /** A new tab, at `address`. */
  open(address: string): Promise<Page>;
  /** A new tab with one of the extension's own pages. */
  openOwn(file: string): Promise<Page>;
  /** The browser's own number for the tab that shows `address`. */
  tabIdOf(address: string): Promise<number>;
  close(): Promise<void>;
}

/**
 * Starts Firefox with the built extension, every host of its web being `web`.
 *
 * @param profile a folder to keep and use again; without it a new one that is removed
 * @param downloads a folder for what is downloaded; the extension may then save files once it has asked
 */
export async function launchFirefox(
  web: LocalWeb,
  profile?: string,
  downloads?: string,
): Promise<TitlelightInFirefox> {
  if (!existsSync(join(built, 'manifest.json'))) throw new Error('Build it first: npm run build:firefox.');
  const firefox = await launch({
    browser: 'firefox',
    executablePath: await findFirefox(),
    headless: true,
    acceptInsecureCerts: true,
    // Firefox lets tools into the pages of extensions only with this.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...proxyPrefs(web), ...extensionPrefs, ...(downloads && downloadPrefs(downloads)) },
    ...(profile && { userDataDir: profile }),
  });
  await firefox.installExtension(built);
  const problems: string[] = [];
  const newPage = async () => {
    const page = await firefox.newPage();
    page.on('pageerror', (error) => problems.push(`error: ${error}`));
    page.on('console', (message) => problems.push(`console.${message.type()}: ${message.text()}`));
    return page;
  };
  const open = async (address: string) => {
    const page = await newPage();
    await page.goto(address);
    return page;
  };
  const titlelight: TitlelightInFirefox = {
    problems,
    open,
    openOwn: async (file) => showOwn(await newPage(), `moz-extension://${host}/${file}`),
    async tabIdOf(address) {
      const page = await titlelight.openOwn('popup.html');
      const id = await page.evaluate(async (url) => (await browser.tabs.query({ url }))[0]?.id, address);
      await page.close();
      if (id === undefined) throw new Error(`No tab shows ${address}.`);
      return id;
    },
    close: () => firefox.close(),
  };
  await firstRun(titlelight);
  return titlelight;
}

const extensionPrefs = {
  'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: host }),
  // An extension that is loaded for a test is taken out when Firefox ends: its data stays for the next start.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // What an extension asks for within a click is given without a question.
  'extensions.webextOptionalPermissionPrompts': false,
};

/** Without the question whether an extension may have what it asks for. */
const downloadPrefs = (folder: string) => ({
  'browser.download.dir': folder,
  'browser.download.folderList': 2,
  'extensions.webextOptionalPermissionPrompts': false,
});

function proxyPrefs({ port }: LocalWeb): Record<string, string | number> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
  };
}

/** Puppeteer never hears that a page of an extension has loaded, so the page itself is asked. */
async function showOwn(page: Page, address: string): Promise<Page> {
  await page.goto(address, { timeout: 500 }).catch(() => {});
  await eventually(async () => {
    const [at, state] = await page.evaluate(() => [location.href, document.readyState]);
    if (at !== address || state !== 'complete') throw new Error(`${address} does not load.`);
  });
  return page;
}

/** The first run registers the scanner and publishes the filter: a page loaded earlier is scanned by luck only. */
async function firstRun(titlelight: TitlelightInFirefox): Promise<void> {
  const page = await titlelight.openOwn('popup.html');
  await eventually(async () => {
    const ready = await page.evaluate(async () => {
      const { filter } = await browser.storage.local.get('filter');
      return filter !== undefined && (await browser.scripting.getRegisteredContentScripts()).length > 0;
    });
    if (!ready) throw new Error('The extension did not finish its first run.');
  }, 30_000);
  await page.close();
}

/** Every mark of ours on the page, in order of place. */
export function marksInFirefox(page: Page): Promise<Mark[]> {
  return page.evaluate(readMarks, undefined);
}

/** Shows one of the popup's views. `name` is how the tab's name begins. */
export async function chooseTab(popup: Page, name: string): Promise<void> {
  await popup.waitForSelector('[role=tab]');
  const tabs = await popup.$$('[role=tab]');
  const names = await Promise.all(tabs.map((tab) => tab.evaluate((element) => element.textContent ?? '')));
  const tab = tabs[names.findIndex((text) => text.startsWith(name))];
  if (!tab) throw new Error(`No tab is called ${name}, but: ${names.join(', ')}`);
  await tab.click();
}

/** Titles of the papers that a page of the extension lists, in order. */
export function listedTitles(page: Page): Promise<string[]> {
  return page.$$eval('article', (rows) => rows.map((row) => row.querySelector('h2')?.textContent ?? ''));
}

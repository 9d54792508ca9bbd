import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Worker,
} from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { ViewName } from '../../components/keys/view-names.ts';
import { findChromium } from './browser/find.ts';
import { clockScript, now } from './clock.ts';
import { eventually } from './eventually.ts';
import { runFirst } from './first-scripts.ts';
import { marksOn } from './marks.ts';
import type { LocalWeb } from './server.ts';

const built = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** What stands in the extension's own pages. */
declare const chrome: typeof browser;

/** Whom Chromium itself calls now and then, so that a test can tell its requests from ours. */
const housekeeping = ['accounts.google.com', '*.googleapis.com', '*.gvt1.com'];

/** In CSS pixels. */
const windowSize = { width: 1280, height: 900 };

interface LaunchOptions {
  /** Every host of the browser's web is this server. Without it the browser has the real network. */
  web?: LocalWeb;
  /** A profile folder to keep and use again; without it a new one that `close` removes. */
  profile?: string;
  /** Default: no window. */
  headed?: boolean;
  /** A window on this display; see `display.ts`. */
  display?: string;
  colorScheme?: 'light' | 'dark';
  /** The browser's own language, as `zh-CN`; default: English. */
  language?: string;
  /** Pixels of the screen for one CSS pixel, as on a sharp screen. */
  scale?: number;
  /** Optional permissions that the extension has from the start: nobody can answer the browser's question for a test. */
  granted?: string[];
  /** Goes by the tests' clock; see `clock.ts`. Without it by the machine's. */
  pinned?: boolean;
  /** Scripts that its worker runs before anything else; see `first-scripts.ts`. */
  first?: readonly string[];
  /** Leaves the welcome page of a first run open; else it is closed once it is lit. */
  keepWelcome?: boolean;
}

/** A real Chromium with the built extension in it. */
export interface Titlelight {
  context: BrowserContext;
  /** Errors and console lines of pages, content scripts and the worker so far. */
  problems: string[];
  /** What its clock shows, in milliseconds since 1970. */
  now(): number;
  /** Address of one of the extension's own files. */
  address(file: string): string;
  /** A new tab, at `address` where one is given. */
  open(address?: string): Promise<Page>;
  /** The popup as a tab of its own, speaking of the tab that `page` is. */
  openPopup(page?: Page, view?: ViewName): Promise<Page>;
  /** The browser's own number for the tab. */
  tabIdOf(page: Page): Promise<number>;
  /** What the toolbar button's badge says for a tab. */
  badge(tabId: number): Promise<string>;
  /** Stops the extension's worker as the browser does after 30 idle seconds. */
  killWorker(): Promise<void>;
  workerRuns(): Promise<boolean>;
  /** Takes the network from pages and the worker, as the browser sees it. */
  goOffline(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts Chromium with the built extension, and waits until its first run is over. From then on, with a
 * `web` of the test's, nothing of the extension moves by itself: no alarm is set, and no page of its own is open that
 * could wake the worker.
 */
export async function launch(options: LaunchOptions = {}): Promise<Titlelight> {
  if (!existsSync(join(built, 'manifest.json'))) throw new Error('Build the extension first: npm run build.');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'titlelight-')));
  const { display, headed = display !== undefined } = options;
  const folder = await extensionFor(options);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless: !headed,
    // Containers seldom allow the sandbox, and root never has it; a browser to play with on a desktop keeps it.
    chromiumSandbox: headed && display === undefined && process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: flags(options, folder),
    viewport: headed || options.scale ? null : windowSize,
    env: {
      ...process.env,
      // What Chromium goes by on Linux, more than by its own switch.
      LANGUAGE: options.language?.replace('-', '_') ?? 'en',
      ...(display && { DISPLAY: display }),
    },
    ...(options.colorScheme && { colorScheme: options.colorScheme }),
  });
  const problems = collectProblems(context);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const root = new URL('/', worker.url()).href;
  const devtools = await browserOf(context).newBrowserCDPSession();
  const close = async () => {
    await context.close();
    if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    if (folder !== built) await rm(folder, { recursive: true, force: true });
  };

  const titlelight: Titlelight = {
    context,
    problems,
    now: options.pinned ? now : Date.now,
    address: (file) => root + file,
    async open(address) {
      const page = await context.newPage();
      if (address) await page.goto(address);
      // A tab that closed in the meantime may have put another one in front, and tabs behind are never idle.
      await page.bringToFront();
      return page;
    },
    async openPopup(page, view) {
      const query = page ? `?tab=${await titlelight.tabIdOf(page)}` : '';
      return titlelight.open(`${root}popup.html${query}${view ? `#${view}` : ''}`);
    },
    tabIdOf: (page) => asExtension(context, root, (asking) => tabIdOf(page, asking)),
    badge: (tabId) =>
      asExtension(context, root, (asking) =>
        asking.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tabId),
      ),
    killWorker: () => killWorker(context, devtools),
    workerRuns: async () => (await runningWorkers(devtools)).length > 0,
    goOffline: () => context.setOffline(true),
    close,
  };
  await asExtension(context, root, async (asking) => {
    await firstRun(asking, problems);
    if (options.web) await asking.evaluate(() => chrome.alarms.clearAll());
  });
  if (options.web && !options.profile && !options.keepWelcome)
    await closeWelcome(context, titlelight.address('welcome.html'));
  return titlelight;
}

/** The built extension, or a copy that need not ask for some permissions or runs scripts of a test's first. */
async function extensionFor({ granted, pinned, first = [] }: LaunchOptions): Promise<string> {
  const inPages = pinned ? [clockScript()] : [];
  const inWorker = [...inPages, ...first];
  if (!granted && inWorker.length === 0) return built;
  const folder = await mkdtemp(join(tmpdir(), 'titlelight-built-'));
  await cp(built, folder, { recursive: true });
  if (granted) {
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    manifest.permissions.push(...granted);
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  }
  if (inWorker.length > 0) await runFirst(folder, { inWorker, inPages });
  return folder;
}

function browserOf(context: BrowserContext): Browser {
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gives no browser for this context.');
  return browser;
}

function flags({ web, scale, language = 'en-US' }: LaunchOptions, folder: string): string[] {
  return [
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    `--lang=${language}`,
    // Lets a test press the extension's button; see `toolbar.ts`.
    '--enable-unsafe-extension-debugging',
    // Chromium holds back an extension whose server answers with errors, for longer and longer: one test would see
    // what another one did.
    '--disable-extensions-http-throttling',
    // Not Playwright's own scale: under that emulation Chromium's highlightsFromPoint answers for the wrong point.
    ...(scale
      ? [`--force-device-scale-factor=${scale}`, `--window-size=${windowSize.width},${windowSize.height}`]
      : []),
    ...(web ? [`--host-resolver-rules=${rules(web)}`, '--ignore-certificate-errors'] : []),
  ];
}

function rules(web: LocalWeb): string {
  const nowhere = housekeeping.map((host) => `MAP ${host} ~NOTFOUND`);
  return [...nowhere, `MAP * 127.0.0.1:${web.port}`].join(', ');
}

function collectProblems(context: BrowserContext): string[] {
  const problems: string[] = [];
  context.on('weberror', (problem) => problems.push(`error: ${problem.error().stack ?? problem.error()}`));
  context.on('console', (message) => problems.push(`console.${message.type()}: ${message.text()}`));
  const listen = (worker: Worker) =>
    worker.on('console', (message) => problems.push(`worker console.${message.type()}: ${message.text()}`));
  context.serviceWorkers().forEach(listen);
  context.on('serviceworker', listen);
  return problems;
}

/**
 * Runs `act` with the extension's manifest shown as a page: it has the extension's rights and runs none of its code,
 * so no worker is woken.
 */
async function asExtension<T>(
  context: BrowserContext,
  root: string,
  act: (asking: Page) => Promise<T>,
): Promise<T> {
  const asking = await context.newPage();
  try {
    await asking.goto(`${root}manifest.json`);
    return await act(asking);
  } finally {
    await asking.close();
  }
}

/** The first run registers the scanner and publishes the filter: a page loaded earlier is scanned by luck only. */
async function firstRun(asking: Page, problems: string[]): Promise<void> {
  await eventually(async () => {
    const ready = await asking.evaluate(async () => {
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      const { filter } = await chrome.storage.local.get('filter');
      return scripts.length > 0 && filter !== undefined;
    });
    if (!ready) throw new Error(`The extension did not finish its first run. ${problems.join('\n')}`);
  }, 30_000);
}

/** The welcome page asks the worker about its sample: one closed before it got its answer would ask once more later. */
async function closeWelcome(context: BrowserContext, address: string): Promise<void> {
  const page = await eventually(() => {
    const found = context.pages().find((page) => page.url() === address);
    if (!found) throw new Error('The welcome page did not open.');
    return found;
  });
  await eventually(async () => {
    if ((await marksOn(page)).length === 0) throw new Error('The sample on the welcome page is not lit.');
  });
  await page.close();
}

async function tabIdOf(page: Page, asking: Page): Promise<number> {
  await page.bringToFront();
  return asking.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined) throw new Error('No tab is active.');
    return tab.id;
  });
}

/** Stops the worker that runs or starts now; another one may run by the end, if something has called for it. */
async function killWorker(context: BrowserContext, devtools: CDPSession): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let status: string | undefined;
  let hasStopped = false;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    status = versions.at(-1)?.runningStatus ?? status;
    hasStopped ||= versions.some(({ runningStatus }) => runningStatus === 'stopped');
  });
  await session.send('ServiceWorker.enable');
  await eventually(async () => {
    if (hasStopped || (await runningWorkers(devtools)).length === 0) return;
    // One that is stopped while it starts is started over, without end.
    if (status === 'running') await session.send('ServiceWorker.stopAllWorkers');
    throw new Error(`The worker is ${status}.`);
  });
  await page.close();
}

/** Asks the browser itself: Playwright's own list keeps workers that were stopped. */
async function runningWorkers(devtools: CDPSession): Promise<string[]> {
  const { targetInfos } = await devtools.send('Target.getTargets');
  return targetInfos.filter((target) => target.type === 'service_worker').map((target) => target.targetId);
}

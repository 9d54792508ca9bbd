import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type CDPSession, chromium } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { findChromium } from '../browser/find.ts';
import { now } from '../clock.ts';
import { eventually } from '../eventually.ts';
import type { LaunchOptions, Titlelight } from '../extension.ts';
import {
  asExtension,
  closeWelcome,
  collectProblems,
  extensionFor,
  firstRun,
  tabIdOf,
  windowSize,
} from '../launching.ts';
import type { LocalWeb } from '../server.ts';

const built = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

/** What stands in the extension's own pages. */
declare const chrome: typeof browser;

/** Whom Chromium itself calls now and then, so that a test can tell its requests from ours. */
const housekeeping = ['accounts.google.com', '*.googleapis.com', '*.gvt1.com'];

/** Starts Chromium with the built extension; see `launch`. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Titlelight> {
  if (!existsSync(join(built, 'manifest.json'))) throw new Error('Build the extension first: npm run build.');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'titlelight-')));
  const { display, headed = display !== undefined } = options;
  const folder = await extensionFor(built, options);
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

async function killWorker(context: BrowserContext, devtools: CDPSession): Promise<void> {
  const before = await runningWorkers(devtools);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await eventually(async () => {
    // Again if need be: one that is just starting is not stopped.
    await session.send('ServiceWorker.stopAllWorkers');
    // Another one may run by now, if something has called for it.
    const after = await runningWorkers(devtools);
    if (before.some((worker) => after.includes(worker))) throw new Error('The worker still runs.');
  });
  await page.close();
}

/** Asks the browser itself: Playwright's own list keeps workers that were stopped. */
async function runningWorkers(devtools: CDPSession): Promise<string[]> {
  const { targetInfos } = await devtools.send('Target.getTargets');
  return targetInfos.filter((target) => target.type === 'service_worker').map((target) => target.targetId);
}

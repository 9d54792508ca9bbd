import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firefox, type Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { findFirefox } from '../browser/find.ts';
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
import { extensionId, inFirefoxItself } from './privileged.ts';
import { type Relay, startRelay } from './relay.ts';

const built = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
const starter = fileURLToPath(new URL('./start.mjs', import.meta.url));

/** Firefox gives an extension a host of its own by chance; this one is as good as any. */
const root = 'moz-extension://7f1c3a52-9d4e-4b6a-8e21-5b0c6d7e8f90/';

/** What stands in the extension's own pages. */
declare const chrome: typeof browser;

/** Relays of the running Firefoxes, for what only Firefox has. */
const relays = new WeakMap<Titlelight, Relay>();

/** Our own line to the Firefox in which this Titlelight is. */
export function relayOf(titlelight: Titlelight): Relay {
  const relay = relays.get(titlelight);
  if (!relay) throw new Error('This Titlelight is not in a Firefox.');
  return relay;
}

/** Starts Firefox with the built extension; see `launch`. */
export async function launchFirefox(options: LaunchOptions = {}): Promise<Titlelight> {
  if (!existsSync(join(built, 'manifest.json'))) throw new Error('Build it first: npm run build:firefox.');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'titlelight-')));
  const folder = await extensionFor(built, options);
  const relay = await startRelay();
  const context = await firefox.launchPersistentContext(profile, {
    channel: 'moz-firefox',
    executablePath: starter,
    env: { ...process.env, TITLELIGHT_FIREFOX: await findFirefox(), TITLELIGHT_RELAY: String(relay.port) },
    headless: !options.headed && !options.display,
    ignoreHTTPSErrors: true,
    // Firefox lets tools into the pages of extensions, and into itself, only with this.
    args: ['--remote-allow-system-access'],
    firefoxUserPrefs: { ...preferences, ...lookOf(options), ...(options.web && proxy(options.web)) },
    viewport: windowSize,
    colorScheme: null,
  });
  context.pages().forEach(waitByAsking);
  context.on('page', waitByAsking);
  const problems = collectProblems(context);
  await relay.send('webExtension.install', { extensionData: { type: 'path', path: folder } });
  const inItself = <T>(body: string) => inFirefoxItself<T>(relay, body);

  const titlelight: Titlelight = {
    context,
    problems,
    now: options.pinned ? now : Date.now,
    address: (file) => root + file,
    async open(address) {
      const page = await context.newPage();
      if (address) await page.goto(address);
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
    killWorker: () => inItself('await extension.terminateBackground({ disableResetIdleForTest: true })'),
    workerRuns: () => inItself(`return extension.backgroundState !== 'stopped'`),
    goOffline: () => inItself('Services.io.offline = true'),
    async close() {
      await context.close();
      relay.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      if (folder !== built) await rm(folder, { recursive: true, force: true });
    },
  };
  relays.set(titlelight, relay);
  await asExtension(context, root, async (asking) => {
    await firstRun(asking, problems);
    if (options.web) await asking.evaluate(() => chrome.alarms.clearAll());
  });
  if (options.web && !options.profile && !options.keepWelcome)
    await closeWelcome(context, titlelight.address('welcome.html'));
  return titlelight;
}

/** Firefox never tells that a page of an extension has loaded: there `goto` and `reload` ask the page itself. */
function waitByAsking(page: Page): void {
  const { goto, reload } = page;
  const loaded = () =>
    eventually(async () => {
      if ((await page.evaluate(() => document.readyState)) !== 'complete')
        throw new Error('It does not load.');
    });
  const isOurs = (address: string) => address.startsWith(root);
  page.goto = async (address, options) => {
    if (!isOurs(address)) return goto.call(page, address, options);
    await goto.call(page, address, { ...options, waitUntil: 'commit' });
    await loaded();
    return null;
  };
  page.reload = async (options) => {
    if (!isOurs(page.url())) return reload.call(page, options);
    await reload.call(page, { ...options, waitUntil: 'commit' });
    await loaded();
    return null;
  };
}

const preferences = {
  'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: new URL(root).host }),
  // An extension that is loaded for a test is taken out when Firefox ends: its data stays for the next start.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // What an extension asks for within a click is given without a question.
  'extensions.webextOptionalPermissionPrompts': false,
  // The manifest shown as text: the viewer of JSON is a page of Firefox's own, without the extension's rights.
  'devtools.jsonview.enabled': false,
  // The clipboard may be read without a click on a button that only a person sees.
  'dom.events.testing.asyncClipboard': true,
};

function lookOf({ colorScheme, scale }: LaunchOptions): Record<string, string | number> {
  return {
    ...(colorScheme && {
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    }),
    ...(scale && { 'layout.css.devPixelsPerPx': String(scale) }),
  };
}

function proxy({ port }: LocalWeb): Record<string, string | number> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
  };
}

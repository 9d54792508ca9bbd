import type { BrowserContext, Page } from 'playwright-core';
import type { ViewName } from '../../components/keys/view-names.ts';
import type { LocalWeb } from './server.ts';

export interface LaunchOptions {
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

/** A real browser with the built extension in it. */
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

/** Whether the tests run in Firefox, and not in Chromium. */
export const isFirefox = process.env.TITLELIGHT_BROWSER === 'firefox';

/**
 * Starts the browser with the built extension, and waits until its first run is over. From then on, with a
 * `web` of the test's, nothing of the extension moves by itself: no alarm is set, and no page of its own is open that
 * could wake the worker.
 */
export async function launch(options: LaunchOptions = {}): Promise<Titlelight> {
  if (isFirefox) return (await import('./firefox/launch.ts')).launchFirefox(options);
  return (await import('./chromium/launch.ts')).launchChromium(options);
}

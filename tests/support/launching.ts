import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { clockScript } from './clock.ts';
import { eventually } from './eventually.ts';
import type { LaunchOptions } from './extension.ts';
import { runFirst } from './first-scripts.ts';
import { marksOn } from './marks.ts';

/** What stands in the extension's own pages, in either browser. */
declare const chrome: typeof browser;

/** In CSS pixels. */
export const windowSize = { width: 1280, height: 900 };

/** The built extension, or a copy that need not ask for some permissions or runs scripts of a test's first. */
export async function extensionFor(
  built: string,
  { granted, pinned, first = [] }: LaunchOptions,
): Promise<string> {
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

export function collectProblems(context: BrowserContext): string[] {
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
export async function asExtension<T>(
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
export async function firstRun(asking: Page, problems: string[]): Promise<void> {
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
export async function closeWelcome(context: BrowserContext, address: string): Promise<void> {
  const page = await eventually(async () => {
    for (const page of context.pages()) {
      // Firefox tells Playwright of no address of an extension's page.
      const shown = await page.evaluate(() => location.href).catch(() => '');
      if (shown === address) return page;
    }
    throw new Error('The welcome page did not open.');
  });
  await eventually(async () => {
    if ((await marksOn(page)).length === 0) throw new Error('The sample on the welcome page is not lit.');
  });
  await page.close();
}

export async function tabIdOf(page: Page, asking: Page): Promise<number> {
  await page.bringToFront();
  return asking.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined) throw new Error('No tab is active.');
    return tab.id;
  });
}

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { installedBrowser } from './places.ts';
import { runQuietly } from './run.ts';

/** Where browsers that we download for Firefox are kept; Playwright keeps its own. */
const downloads = join(homedir(), '.cache', 'titlelight-browsers');

/**
 * Path of a Chromium that loads unpacked extensions: named in TITLELIGHT_CHROMIUM, installed, downloaded earlier, or
 * installed now. Throws one sentence that says what to do.
 */
export async function findChromium(): Promise<string> {
  return (
    named('TITLELIGHT_CHROMIUM') ??
    installedBrowser('chromium') ??
    existing(chromium.executablePath()) ??
    (await debianPackage('chromium')) ??
    (await playwrightChromium()) ??
    giveUp('Chromium', 'TITLELIGHT_CHROMIUM')
  );
}

/** Path of a Firefox, found or installed like Chromium's; TITLELIGHT_FIREFOX names one. */
export async function findFirefox(): Promise<string> {
  return (
    named('TITLELIGHT_FIREFOX') ??
    installedBrowser('firefox') ??
    (await debianPackage('firefox-esr')) ??
    (await mozillaFirefox()) ??
    giveUp('Firefox', 'TITLELIGHT_FIREFOX')
  );
}

function named(variable: string): string | undefined {
  const path = process.env[variable];
  if (path && !existsSync(path)) throw new Error(`${variable} names ${path}, but there is no such file.`);
  return path || undefined;
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined;
}

/** Ubuntu's packages of these names only point to a snap, which a container cannot run: Debian only. */
async function debianPackage(name: 'chromium' | 'firefox-esr'): Promise<string | undefined> {
  const debian =
    existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (!debian || process.getuid?.() !== 0) return undefined;
  console.log(`No browser found: installing Debian's package ${name}.`);
  const ready =
    (await runQuietly('apt-get', ['update'])) && (await runQuietly('apt-get', ['install', '-y', name]));
  return ready ? existing(`/usr/bin/${name}`) : undefined;
}

async function playwrightChromium(): Promise<string | undefined> {
  console.log('No browser found: downloading Chromium with Playwright (about 170 MB).');
  const cli = join(packageFolder('playwright-core'), 'cli.js');
  await runQuietly(process.execPath, [cli, 'install', '--no-shell', 'chromium']);
  return existing(chromium.executablePath());
}

async function mozillaFirefox(): Promise<string | undefined> {
  console.log('No browser found: downloading Firefox from Mozilla (about 100 MB).');
  // Playwright's Firefox is patched and does not load extensions.
  const { Browser, detectBrowserPlatform, install, resolveBuildId } = await import('@puppeteer/browsers');
  const platform = detectBrowserPlatform();
  if (!platform) return undefined;
  try {
    const buildId = await resolveBuildId(Browser.FIREFOX, platform, 'stable');
    return (await install({ browser: Browser.FIREFOX, buildId, platform, cacheDir: downloads }))
      .executablePath;
  } catch (error) {
    console.log(`That failed: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

function packageFolder(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

function giveUp(browser: string, variable: string): never {
  throw new Error(
    `No ${browser} was found and none could be installed: install one and set ${variable} to its path.`,
  );
}

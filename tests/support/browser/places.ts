import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

type Browser = 'chromium' | 'firefox';

// Google Chrome is left out on purpose: since version 137 it ignores --load-extension.
const names: Record<Browser, string[]> = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox', 'firefox-esr'],
};

const places: Record<Browser, string[]> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(process.env.LOCALAPPDATA ?? '', 'Chromium', 'Application', 'chrome.exe'),
  ],
  firefox: [
    '/usr/bin/firefox',
    '/usr/bin/firefox-esr',
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    join(process.env.PROGRAMFILES ?? '', 'Mozilla Firefox', 'firefox.exe'),
  ],
};

/** Path of a browser that is on this machine already, on the PATH or where installers put it. */
export function installedBrowser(browser: Browser): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names[browser].map((name) => join(folder, name + suffix)));
  return [...onPath, ...places[browser]].find((path) => existsSync(path));
}

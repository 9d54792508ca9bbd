import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer } from 'wxt';
import { dayAt, dayMilliseconds } from './support/api/calendar.ts';
import { startApi } from './support/api/start.ts';
import { findChromium } from './support/browser/find.ts';
import { certificateHash, startWeb } from './support/server.ts';

/*
 * `npm run dev:local`: the extension in a browser with a new profile, rebuilt as you type, with the local servers in the
 * place of the ones that papers come from. All other hosts are the real ones.
 */

const built = fileURLToPath(new URL('../.output/chrome-mv3-dev', import.meta.url));
const oneYear = 365 * dayMilliseconds;

const web = await startWeb();
startApi(web, { invented: { from: dayAt(Date.now() - oneYear), to: dayAt(Date.now()) } });

const builder = await createServer({ webExt: { disabled: true } });
await builder.start();

const profile = await mkdtemp(join(tmpdir(), 'titlelight-dev-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: await findChromium(),
  headless: false,
  // Containers seldom allow the sandbox, and root never has it.
  chromiumSandbox: process.getuid?.() !== 0,
  ignoreDefaultArgs: ['--disable-extensions'],
  args: [
    `--disable-extensions-except=${built}`,
    `--load-extension=${built}`,
    `--host-resolver-rules=${['huggingface.co', 'export.arxiv.org'].map((host) => `MAP ${host} 127.0.0.1:${web.port}`)}`,
    `--ignore-certificate-errors-spki-list=${certificateHash()}`,
    '--disable-quic',
    '--no-first-run',
  ],
  viewport: null,
});
console.log(`huggingface.co and export.arxiv.org are 127.0.0.1:${web.port} in the browser that opened.`);

await new Promise((resolve) => browser.once('close', resolve));
await builder.stop();
await web.close();
await rm(profile, { recursive: true, force: true, maxRetries: 5 });

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { createServer } from 'wxt';
import { dayAt, dayMilliseconds } from './support/api/calendar.ts';
import { faultNamed } from './support/api/fault-named.ts';
import { type Api, startApi } from './support/api/start.ts';
import { findChromium } from './support/browser/find.ts';
import { certificateHash, type LocalWeb, startWeb } from './support/server.ts';

/*
 * `npm run dev`: the extension in a browser with a new profile, rebuilt as you type. With `--local` the local servers take
 * the place of the ones that papers come from, with invented papers or, with `--archive`, those of the shared data, and
 * misbehave on demand; all other hosts are the real ones.
 */

const built = fileURLToPath(new URL('../.output/chrome-mv3-dev', import.meta.url));
const oneYear = 365 * dayMilliseconds;
const hosts = ['huggingface.co', 'export.arxiv.org'];

const { values: wants } = parseArgs({
  options: { local: { type: 'boolean', default: false }, archive: { type: 'boolean', default: false } },
});
const web = wants.local || wants.archive ? await startWeb() : undefined;

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
    '--disable-quic',
    '--no-first-run',
    ...(web ? standIn(web) : []),
  ],
  viewport: null,
});
if (web) serve(web);

await new Promise((resolve) => browser.once('close', resolve));
await builder.stop();
await web?.close();
await rm(profile, { recursive: true, force: true, maxRetries: 5 });
process.exit();

function standIn({ port }: LocalWeb): string[] {
  return [
    `--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`)}`,
    `--ignore-certificate-errors-spki-list=${certificateHash()}`,
  ];
}

/** Answers, says what was asked, and does wrong whatever is typed. */
function serve(web: LocalWeb): void {
  const invented = { from: dayAt(Date.now() - oneYear), to: dayAt(Date.now()) };
  const api = startApi(web, wants.archive ? { archive: true } : { invented });
  console.log(`${hosts.join(' and ')} are 127.0.0.1:${web.port} in the browser that opened.`);
  console.log('Type a fault ("too-many 60", "status 500", "hang", …), or nothing for none.');
  createInterface({ input: process.stdin }).on('line', (typed) => console.log(misbehave(api, typed)));
  setInterval(() => {
    for (const request of web.requests.splice(0)) console.log(request);
  }, 500);
}

function misbehave(api: Api, typed: string): string {
  if (typed.trim() === '') {
    api.behave();
    return 'The servers behave.';
  }
  const fault = faultNamed(typed);
  if (typeof fault === 'string') return fault;
  api.misbehave(fault);
  return `From now on: ${JSON.stringify(fault)}.`;
}

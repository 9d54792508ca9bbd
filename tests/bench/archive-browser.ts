import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Titlelight } from '../support/extension.ts';
import { chooseFile, importReport } from '../support/flows.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { madeUpArchive } from './sync/made-up-archive.ts';

/** Papers of an archive where there is no real one. */
const archiveSize = 40_000;

/** Browsers with the built extension, one after the other, on a profile whose digest holds the archive. */
export class ArchiveBrowser {
  /** The web of all these browsers. */
  readonly web: LocalWeb;
  readonly #profile: string;

  private constructor(web: LocalWeb, profile: string) {
    this.web = web;
    this.#profile = profile;
  }

  /** Runs `act` with a digest that holds `archive`, or made-up papers where there is no such file. */
  static async with<T>(archive: string, act: (browser: ArchiveBrowser) => Promise<T>): Promise<T> {
    const web = await startWeb();
    const profile = await mkdtemp(join(tmpdir(), 'titlelight-'));
    const browser = new ArchiveBrowser(web, profile);
    try {
      await browser.start((titlelight) => importArchive(titlelight, archive));
      return await act(browser);
    } finally {
      await web.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  /** Runs `act` in a browser that has just been started: nothing of the digest is in memory. */
  async start<T>(act: (titlelight: Titlelight) => Promise<T>): Promise<T> {
    const titlelight = await launch({ web: this.web, profile: this.#profile });
    try {
      return await act(titlelight);
    } finally {
      await titlelight.close();
    }
  }
}

/** Imports a digest file through the options page, and prints what that says. */
async function importArchive(titlelight: Titlelight, archive: string): Promise<void> {
  const file = existsSync(archive) ? archive : await madeUpArchive(archiveSize);
  const options = await titlelight.open(titlelight.address('options.html'));
  await chooseFile(options, file);
  const report = await importReport(options, 600_000);
  console.log(`${report}, in Chromium ${titlelight.context.browser()?.version()}\n`);
  await options.close();
}

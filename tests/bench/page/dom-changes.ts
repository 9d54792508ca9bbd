import type { Titlelight } from '../../support/extension.ts';
import { idle } from '../../support/idle.ts';
import type { LocalWeb } from '../../support/server.ts';
import type { Subject } from './subjects.ts';

/**
 * How many changes the page's nodes saw from when it was parsed until it was read. Its own scripts do not run meanwhile,
 * so that none is theirs.
 */
export async function countChanges(titlelight: Titlelight, web: LocalWeb, subject: Subject): Promise<number> {
  web.serve(subject.address, subject.html, { 'content-security-policy': "script-src 'none'" });
  const page = await titlelight.context.newPage();
  await page.addInitScript(watch);
  await page.goto(subject.address);
  await page.bringToFront();
  await idle(page);
  const { seen, probe } = await page.evaluate(readAndProbe);
  await page.close();
  if (probe !== 1) throw new Error(`The changes of ${subject.name} were not watched.`);
  return seen;
}

interface Watched {
  changes: MutationObserver;
  seen: number;
}

/** Runs in the page before anything else. */
function watch(): void {
  addEventListener('DOMContentLoaded', () => {
    const watched = { seen: 0 } as Watched;
    watched.changes = new MutationObserver((records) => {
      watched.seen += records.length;
    });
    watched.changes.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    (globalThis as { watched?: Watched }).watched = watched;
  });
}

/** Runs in the page: what was seen, and whether a change is seen at all. */
function readAndProbe(): { seen: number; probe: number } {
  const { watched } = globalThis as { watched?: Watched };
  if (!watched) return { seen: 0, probe: 0 };
  const seen = watched.seen + watched.changes.takeRecords().length;
  document.body.dataset.probe = '';
  return { seen, probe: watched.changes.takeRecords().length };
}

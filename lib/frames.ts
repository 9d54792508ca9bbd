import { browser } from 'wxt/browser';
import type { PageMention, PageReport } from './page/session';

/** What the scanner in one frame of a tab has found. */
export interface FrameReport extends PageReport {
  frameId: number;
}

/**
 * Asks the scanners in all frames of a tab, the page's own first; empty where none runs. Rejects where Titlelight may not
 * read the page.
 */
export async function findingsIn(tabId: number): Promise<FrameReport[]> {
  const results = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    // Runs in each frame on its own: nothing around it here exists there. The slot is that of `lib/page/session.ts`.
    func: () => {
      const world = globalThis as { [slot: symbol]: { report?: () => PageReport } };
      return world[Symbol.for('titlelight session')]?.report?.() ?? null;
    },
  });
  return results
    .flatMap(({ frameId, result }) => (result ? [{ frameId, ...result }] : []))
    .sort((a, b) => a.frameId - b.frameId);
}

/** The papers in all of a tab's frames, each once, in order of place. */
export function papersIn(frames: readonly FrameReport[]): PageMention[] {
  const times = new Map<PageMention['id'], number>();
  for (const { id, times: more } of frames.flatMap(({ papers }) => papers))
    times.set(id, (times.get(id) ?? 0) + more);
  return [...times].map(([id, times]) => ({ id, times }));
}

import { browser } from 'wxt/browser';
import type { PageSession } from './page/session';
import type { PaperId } from './paper/types';

/** What the scanner in one frame of a tab has found. */
export interface FrameFindings {
  frameId: number;
  /** The paper of each mention, in order of place. */
  papers: PaperId[];
  /** Whether the keyboard is here, and not in a frame inside this one. */
  hasFocus: boolean;
}

/** A paper found on a page. */
export interface PageMention {
  id: PaperId;
  /** How often it is mentioned there. */
  times: number;
}

/**
 * Looks at what the scanners in all frames of a tab have found, the page's own first; empty where none runs. Rejects where
 * Titlelight may not read the page.
 */
export async function findingsIn(tabId: number): Promise<FrameFindings[]> {
  const results = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    // Runs in each frame on its own: nothing around it here exists there. The slot is that of `lib/page/session.ts`.
    func: () => {
      const world = globalThis as { [slot: symbol]: Pick<PageSession, 'mentions'> };
      const session = world[Symbol.for('titlelight session')];
      if (!session) return null;
      return {
        papers: session.mentions.all.map(({ paper }) => paper),
        hasFocus: document.hasFocus() && document.activeElement?.tagName !== 'IFRAME',
      };
    },
  });
  return results
    .flatMap(({ frameId, result }) => (result ? [{ frameId, ...result }] : []))
    .sort((a, b) => a.frameId - b.frameId);
}

/** The media type of a tab's page. Rejects where Titlelight may not look into it, and where no extension may. */
export async function mediaTypeOf(tabId: number): Promise<string> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId },
    func: () => document.contentType,
  });
  return answer?.result ?? '';
}

/** The papers in all of a tab's frames, each once, in order of place. */
export function papersIn(frames: readonly Pick<FrameFindings, 'papers'>[]): PageMention[] {
  const times = new Map<PaperId, number>();
  for (const id of frames.flatMap(({ papers }) => papers)) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times].map(([id, times]) => ({ id, times }));
}

import type { Page } from 'playwright-core';

/** What a page saw of titles that appeared on it. */
export interface Lighting {
  /** Milliseconds from the change of the page to the end of the frame that painted the mark. */
  lit: number[];
  /** Milliseconds for which titles stood on the page that were never lit. */
  dark: number[];
}

/** Has the page note when each of `titles` appears in its text, and when it is painted as a mark. */
export async function watchLighting(page: Page, titles: readonly string[]): Promise<() => Promise<Lighting>> {
  await page.evaluate(watch, titles);
  return () => page.evaluate(() => (window as unknown as { lightingSoFar: () => Lighting }).lightingSoFar());
}

/** Runs in the page. */
function watch(titles: readonly string[]): void {
  const seen: Lighting = { lit: [], dark: [] };
  /** When each title that is on the page but not lit yet appeared. */
  const waiting = new Map<string, number>();
  const blocks = 'p, li, h1, h2, article, div, body';
  const appearedIn = (text: string, now: number, lit: ReadonlySet<string>) => {
    // Written anew where it stood, it may be lit still.
    for (const title of titles) if (text.includes(title) && !lit.has(title)) waiting.set(title, now);
  };
  const dropGone = (now: number) => {
    const text = document.body.textContent ?? '';
    for (const [title, since] of waiting) {
      if (text.includes(title)) continue;
      waiting.delete(title);
      seen.dark.push(now - since);
    }
  };
  new MutationObserver((records) => {
    const now = performance.now();
    dropGone(now);
    const changed = new Set<Node>();
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') changed.add(target.parentElement?.closest(blocks) ?? target);
      else for (const node of addedNodes) changed.add(node);
    }
    const lit = litNow();
    for (const node of changed) if (node.isConnected) appearedIn(node.textContent ?? '', now, lit);
  }).observe(document, { subtree: true, childList: true, characterData: true });

  // One for all: the page pays for every living range each time that it changes.
  const range = new Range();
  const litNow = () => {
    const texts = new Set<string>();
    for (const [name, highlight] of CSS.highlights.entries()) {
      if (!name.startsWith('titlelight')) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        if (!startContainer.isConnected || !endContainer.isConnected) continue;
        range.setStart(startContainer, Math.min(startOffset, startContainer.textContent?.length ?? 0));
        range.setEnd(endContainer, Math.min(endOffset, endContainer.textContent?.length ?? 0));
        texts.add(range.toString());
      }
    }
    return texts;
  };
  const look = () => {
    const painted = litNow();
    // A message posted in a frame arrives when the frame was painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      for (const [title, since] of waiting) {
        if (!painted.has(title)) continue;
        waiting.delete(title);
        seen.lit.push(now - since);
      }
      port1.close();
    };
    port2.postMessage(null);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  (window as unknown as { lightingSoFar: () => Lighting }).lightingSoFar = () => {
    const now = performance.now();
    return { lit: seen.lit, dark: [...seen.dark, ...[...waiting.values()].map((since) => now - since)] };
  };
}

import type { Page } from 'playwright-core';

/**
 * From now on looks at every frame the page is about to paint, and remembers each text that a mark covers and that is
 * none of `allowed`. Returns what was seen so far.
 */
export async function watchMarks(page: Page, allowed: string[]): Promise<() => Promise<string[]>> {
  await page.evaluate((allowed) => {
    const seen = new Set<string>();
    (window as unknown as { wrongMarks: Set<string> }).wrongMarks = seen;
    const look = () => {
      for (const [name, highlight] of CSS.highlights.entries()) {
        if (!name.startsWith('titlelight')) continue;
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          if (!startContainer.isConnected || !endContainer.isConnected) continue;
          const range = new Range();
          range.setStart(startContainer, Math.min(startOffset, startContainer.textContent?.length ?? 0));
          range.setEnd(endContainer, Math.min(endOffset, endContainer.textContent?.length ?? 0));
          if (!allowed.includes(range.toString())) seen.add(range.toString());
        }
      }
      requestAnimationFrame(look);
    };
    look();
  }, allowed);
  return () => page.evaluate(() => [...(window as unknown as { wrongMarks: Set<string> }).wrongMarks]);
}

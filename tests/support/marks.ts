import type { JSHandle, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** One painted mark, as anything in the page's own world can see it. */
export interface Mark {
  /** The painted text. */
  text: string;
  /** `data-paper` of the nearest element that carries one: the paper which a fixture says stands there. */
  paper: string | undefined;
  /** Where the nearest link around it leads. */
  href: string | undefined;
}

/** Every mark of ours on the page, in order of place. */
export async function marksOn(page: Page): Promise<Mark[]> {
  const ranges = await paintedRanges(page);
  return ranges.evaluate((ranges) =>
    ranges.map((range) => {
      const start = range.startContainer;
      const element = start instanceof Element ? start : start.parentElement;
      return {
        text: range.toString(),
        paper: element?.closest('[data-paper]')?.getAttribute('data-paper') ?? undefined,
        href: element?.closest('a')?.href,
      };
    }),
  );
}

/** The lines that the mark reading `text` covers, in pixels of the viewport. Empty without such a mark. */
export async function linesOfMark(page: Page, text: string): Promise<DOMRect[]> {
  const ranges = await paintedRanges(page);
  const marks = await marksOn(page);
  const at = marks.findIndex((mark) => plain(mark.text) === plain(text));
  return ranges.evaluate(
    (ranges, at) => [...(ranges[at]?.getClientRects() ?? [])].map((line) => line.toJSON()),
    at,
  );
}

/** What the registry of highlights holds of ours, as live ranges, in order of place. */
function paintedRanges(page: Page): Promise<JSHandle<Range[]>> {
  return page.evaluateHandle(() => {
    const painted: Range[] = [];
    for (const [name, highlight] of CSS.highlights.entries()) {
      if (!name.startsWith('titlelight')) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        // What is off the page, or shorter by now than a static range believes, is not painted.
        if (!startContainer.isConnected || !endContainer.isConnected) continue;
        const range = new Range();
        try {
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
        } catch {
          continue;
        }
        painted.push(range);
      }
    }
    painted.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    // A mention may be painted twice, once more while it is hovered, say; it is one mention.
    return painted.filter((range, at) => {
      const before = painted[at - 1];
      return (
        before?.compareBoundaryPoints(Range.START_TO_START, range) !== 0 ||
        before.compareBoundaryPoints(Range.END_TO_END, range) !== 0
      );
    });
  });
}

/** Letters and digits only, in lower case: what is left of a title however a page dresses it. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Waits for a mark whose text is `text`, whatever its dress, and rests the pointer on it. */
export async function hoverMark(page: Page, text: string): Promise<void> {
  const at = await eventually(async () => {
    const found = (await marksOn(page)).findIndex((mark) => plain(mark.text) === plain(text));
    if (found === -1) throw new Error(`No mark reads "${text}".`);
    return found;
  });
  await hoverMarkAt(page, at);
}

/** Scrolls to the mark of that place in `marksOn`, and rests the pointer on its first line. */
export async function hoverMarkAt(page: Page, at: number): Promise<void> {
  const ranges = await paintedRanges(page);
  const line = await ranges.evaluate(async (ranges, at) => {
    const range = ranges[at];
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    // The event of the scroll is sent with the next frame; sent after the pointer's move it would end the rest.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    return range?.getClientRects()[0]?.toJSON() as DOMRect | undefined;
  }, at);
  if (!line) throw new Error(`There is no mark ${at} to be seen.`);
  const x = line.x + Math.min(24, line.width / 2);
  const y = line.y + line.height / 2;
  await page.mouse.move(x, y - 40);
  await page.mouse.move(x, y, { steps: 8 });
}

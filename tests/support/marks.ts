import type { Page } from 'playwright-core';
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
export function marksOn(page: Page): Promise<Mark[]> {
  return page.evaluate(() => {
    const ranges = [...CSS.highlights.entries()]
      .filter(([name]) => name.startsWith('titlelight'))
      .flatMap(([, highlight]) => [...highlight] as Range[])
      .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    // A mention may be painted by two highlights at once (hovered, say), but it is one mention.
    const seen: Range[] = [];
    for (const range of ranges) {
      const last = seen.at(-1);
      const same =
        last?.compareBoundaryPoints(Range.START_TO_START, range) === 0 &&
        last.compareBoundaryPoints(Range.END_TO_END, range) === 0;
      if (!same) seen.push(range);
    }
    return seen.map((range) => {
      const start = range.startContainer;
      const element = start instanceof Element ? start : start.parentElement;
      return {
        text: range.toString(),
        paper: element?.closest('[data-paper]')?.getAttribute('data-paper') ?? undefined,
        href: element?.closest('a')?.href,
      };
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
  const point = await eventually(async () => {
    const found = await page.evaluate(placeOfMark, text);
    if (!found) throw new Error(`No mark reads "${text}".`);
    return found;
  });
  await page.mouse.move(point.x, point.y - 60);
  await page.mouse.move(point.x, point.y, { steps: 8 });
}

/** Runs in the page. A point on the first line of the mark, in pixels of the viewport, scrolled into view. */
function placeOfMark(text: string): { x: number; y: number } | undefined {
  const bare = (dressed: string) =>
    dressed
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  for (const [name, highlight] of CSS.highlights.entries()) {
    if (!name.startsWith('titlelight')) continue;
    for (const range of [...highlight] as Range[]) {
      if (bare(range.toString()) !== bare(text)) continue;
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = range.getClientRects()[0];
      if (box) return { x: box.x + Math.min(24, box.width / 2), y: box.y + box.height / 2 };
    }
  }
  return undefined;
}

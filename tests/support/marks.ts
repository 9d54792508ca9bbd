import type { Frame, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** In pixels of the viewport. */
interface Line {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One painted mark, as anything in the page's own world can see it. */
export interface Mark {
  /** The painted text. */
  text: string;
  /** `data-paper` of the nearest element that carries one: the paper which a fixture says stands there. */
  paper: string | undefined;
  /** Where the nearest link around it leads. */
  href: string | undefined;
  /** The lines it stands on. */
  lines: Line[];
}

/** Every mark of ours on the page, or in one frame of it, in order of place. */
export function marksOn(page: Page | Frame): Promise<Mark[]> {
  return page.evaluate(readMarks, undefined);
}

/**
 * Runs in a page of any browser: every mark of ours in the registry of highlights, in order of place; those in shadow
 * trees come last.
 *
 * @param inView number of the mark to scroll to first
 */
export async function readMarks(inView: number | undefined): Promise<Mark[]> {
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
  const rootOf = (range: Range) => range.startContainer.getRootNode();
  painted.sort((a, b) => {
    if (rootOf(a) === rootOf(b)) return a.compareBoundaryPoints(Range.START_TO_START, b);
    return Number(rootOf(a) !== document) - Number(rootOf(b) !== document);
  });
  // A mention may be painted twice, once more while it is hovered, say; it is one mention.
  const marks = painted.filter((range, at) => {
    const before = painted[at - 1];
    return (
      before === undefined ||
      rootOf(before) !== rootOf(range) ||
      before.compareBoundaryPoints(Range.START_TO_START, range) !== 0 ||
      before.compareBoundaryPoints(Range.END_TO_END, range) !== 0
    );
  });
  if (inView !== undefined) {
    marks[inView]?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    // The event of the scroll is sent with the next frame; sent after the pointer's move it would end the rest.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  }
  return marks.map((range) => {
    const start = range.startContainer;
    const element = start instanceof Element ? start : start.parentElement;
    return {
      text: range.toString(),
      paper: element?.closest('[data-paper]')?.getAttribute('data-paper') ?? undefined,
      href: element?.closest('a')?.href,
      lines: [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height })),
    };
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
  const { x, y } = startOf((await page.evaluate(readMarks, at))[at]);
  await page.mouse.move(x, y - 40);
  await page.mouse.move(x, y, { steps: 8 });
}

/** A point on the mark's first line, near its start. Throws where there is no such mark. */
export function startOf(mark: Mark | undefined): { x: number; y: number } {
  const line = mark?.lines[0];
  if (!line) throw new Error('There is no such mark to be seen.');
  return { x: line.x + Math.min(24, line.width / 2), y: line.y + line.height / 2 };
}

import type { FoldedText } from './fold';

/** What only a closer look at a folded text asks of it. The scanner does not, so this weighs nothing in a page. */

/** The folded characters from `start` to `end`. */
export function foldedString(text: FoldedText, start = 0, end = text.length): string {
  let folded = '';
  for (let i = start; i < end; i += 4096) {
    // Not spread: that would ask the array for its elements one by one.
    folded += String.fromCharCode.apply(null, text.codes.subarray(i, Math.min(end, i + 4096)) as never);
  }
  return folded;
}

/** Whether a token starts at `position`, or the text ends there. */
export function isTokenEdge(text: FoldedText, position: number): boolean {
  if (position >= text.length) return true;
  const next = startsBefore(text, position);
  // Behind the last start, `starts` holds what was left there while folding.
  return next < text.startCount && text.starts[next] === position;
}

/** Number of tokens that start from `start` up to, but not including, `end`. */
export function tokensBetween(text: FoldedText, start: number, end: number): number {
  return startsBefore(text, end) - startsBefore(text, start);
}

/** Number of tokens that start before `position`. */
function startsBefore({ starts, startCount }: FoldedText, position: number): number {
  let low = 0;
  let high = startCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

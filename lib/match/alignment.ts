/**
 * Banded edit distance (optimal string alignment: an insertion, a deletion, a substitution or a swap of neighbours
 * costs 1), grown outwards from an anchor that both sides share.
 *
 * Ukkonen, "Algorithms for Approximate String Matching" (1985), for the band; Damerau (1964) for the swap.
 */

/** Characters to compare, read from `start` in steps of `step` (1 or -1), `length` at the most. */
export interface Strand {
  codes: ArrayLike<number>;
  start: number;
  step: 1 | -1;
  length: number;
}

export interface Extension {
  /** How many characters of the text the pattern was aligned with. */
  extent: number;
  distance: number;
}

/**
 * Aligns the whole of `pattern` with the beginning of `text`, whose extent is free but must satisfy `mayEnd`.
 *
 * @returns the closest alignment, of the extent nearest to the pattern's length; `undefined` where all cost more than
 * `most` edits. Takes O(length of pattern × most).
 */
export function extend(
  pattern: Strand,
  text: Strand,
  most: number,
  mayEnd: (extent: number) => boolean,
): Extension | undefined {
  const rows = pattern.length;
  const reach = Math.min(text.length, rows + most);
  const tooMuch = most + 1;
  let before = new Uint8Array(reach + 1).fill(tooMuch);
  let above = new Uint8Array(reach + 1).fill(tooMuch);
  let row = new Uint8Array(reach + 1).fill(tooMuch);
  for (let j = 0; j <= Math.min(most, reach); j++) above[j] = j;
  const patternAt = (i: number) => pattern.codes[pattern.start + pattern.step * i];
  const textAt = (j: number) => text.codes[text.start + text.step * j];
  for (let i = 1; i <= rows; i++) {
    const from = Math.max(0, i - most);
    const to = Math.min(reach, i + most);
    row.fill(tooMuch, from, to + 1);
    if (from === 0) row[0] = Math.min(i, tooMuch);
    else row[from - 1] = tooMuch;
    let least = row[0] as number;
    for (let j = Math.max(1, from); j <= to; j++) {
      const same = patternAt(i - 1) === textAt(j - 1);
      let cost = Math.min(
        (above[j - 1] as number) + (same ? 0 : 1),
        (j < i + most ? (above[j] as number) : most) + 1,
        (row[j - 1] as number) + 1,
      );
      if (i > 1 && j > 1 && patternAt(i - 1) === textAt(j - 2) && patternAt(i - 2) === textAt(j - 1)) {
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      }
      row[j] = Math.min(cost, tooMuch);
      least = Math.min(least, row[j] as number);
    }
    if (least > most && from > 0) return undefined;
    [before, above, row] = [above, row, before];
  }
  let best: Extension | undefined;
  for (let extent = Math.max(0, rows - most); extent <= reach; extent++) {
    const distance = above[extent] as number;
    if (distance > most || !mayEnd(extent)) continue;
    const isCloser =
      !best ||
      distance < best.distance ||
      (distance === best.distance && Math.abs(extent - rows) < Math.abs(best.extent - rows));
    if (isCloser) best = { extent, distance };
  }
  return best;
}

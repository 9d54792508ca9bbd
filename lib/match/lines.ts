import { mayContain } from './fuse';
import { mix } from './hash';
import type { MembershipFilter } from './membership';
import type { Hit, Stretch } from './scan';

/**
 * Key of a title's shingle together with the title's length in folded characters: what tells a title with a slip in it,
 * which has kept one shingle only, from another line that shares a turn of phrase with it.
 */
export function lineKey(hash: number, length: number): number {
  return mix(hash ^ Math.imul(length, 0x9e3779b1));
}

/** A slip makes a title longer or shorter by so many folded characters at the most. */
const slack = 2;

/** Whether one of `lines` has the hit in it, and is as long as a title with that shingle. */
export function mayBeLine(hit: Hit, lines: readonly Stretch[], filter: MembershipFilter): boolean {
  return lines.some(({ start, end }) => {
    if (hit.start < start || hit.end > end) return false;
    for (let length = end - start - slack; length <= end - start + slack; length++) {
      if (mayContain(filter.lines, lineKey(hit.hash, length))) return true;
    }
    return false;
  });
}

import { mayContain } from './fuse';
import { identifierKey, mix } from './hash';
import type { MembershipFilter } from './membership';
import type { Hit, Stretch } from './scan';

/**
 * Key of a title's shingle together with its place in the title and the title's length, in folded characters: what tells
 * a title with a slip in it, which has kept one shingle only, from another line that shares a turn of phrase with it.
 */
export function lineKey(hash: number, at: number, length: number): number {
  return mix(hash ^ Math.imul(length, 0x9e3779b1) ^ Math.imul(at, 0x85ebca6b));
}

/**
 * Key of a title's two shingles together, in order of place. Two that belong to different titles are a coincidence, however
 * near they stand to each other.
 */
export const pairKey = (first: number, second: number): number => mix(first ^ Math.imul(second, 0x9e3779b1));

/**
 * Key of a host that addresses of known papers lead to: repositories and project pages. It lies among the keys of lines,
 * so that a page need not take apart every address to tell that its host is none of them.
 */
export const hostKey = (host: string): number => identifierKey(`host:${host}`).h1;

/** By how many folded characters one slip makes a title longer or shorter. */
const slips = [0, 1, -1];

/** Whether one of `lines` may be the hit's whole title, with a letter changed, lost or too much. */
export function mayBeLine(
  { start, end, hash }: Hit,
  lines: readonly Stretch[],
  filter: MembershipFilter,
): boolean {
  return lines.some((line) => {
    if (start < line.start || end > line.end) return false;
    const at = start - line.start;
    const length = line.end - line.start;
    // The slip is behind the hit, or in front of it.
    return slips.some(
      (slip) =>
        mayContain(filter.lines, lineKey(hash, at, length - slip)) ||
        (slip !== 0 && mayContain(filter.lines, lineKey(hash, at - slip, length - slip))),
    );
  });
}

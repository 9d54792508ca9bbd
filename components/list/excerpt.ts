import type { Stretch } from '@/lib/digest/watch/phrase';

/** A text in three pieces: what stands before the part that matters, that part, and what stands after it. */
export interface Excerpt {
  before: string;
  found: string;
  after: string;
}

/**
 * The part of a text that was found, with about `room` characters around it, cut between words. An ellipsis stands for
 * what was left out.
 */
export function excerptOf(text: string, { start, end }: Stretch, room: number): Excerpt {
  const found = text.slice(start, end);
  const spare = Math.max(0, room - found.length);
  const behind = text.length - end;
  // Room that one side does not need is the other's.
  const left = Math.min(start, Math.max(Math.ceil(spare / 2), spare - behind));
  const right = Math.min(behind, spare - left);
  // One character more than there is room for tells whether a word begins there.
  const before = text.slice(start - left - 1, start).replace(/^\S*\s|^\S/, '');
  const after = text.slice(end, end + right + 1).replace(/\s\S*$|\S$/, '');
  return {
    before: left < start ? `…${before}` : text.slice(0, start),
    found,
    after: right < behind ? `${after}…` : text.slice(end),
  };
}

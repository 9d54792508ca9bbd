import { mayContain } from './fuse';
import { pairKey } from './lines';
import type { MembershipFilter } from './membership';

/** A hit's place in the raw text of its block, UTF-16 offsets. */
export interface HitPlace {
  start: number;
  end: number;
  /** Second hash of what stands there. */
  hash: number;
  /** Whether it is a short title's whole length, and not a shingle of a longer one. */
  isWhole: boolean;
  /** Whether it stands in a line that is as long as its title. */
  inLine: boolean;
}

/** Two hits of one title stand no further apart than this, in UTF-16 units. */
const farthest = 300;
/** A line that is a cut title and little else is no longer than this, in UTF-16 units. */
const longestLine = 180;
/** A title in running text shows by its capitals: so many words within so many UTF-16 units on both sides. */
const fewestCapitals = 5;
const reach = 60;

/**
 * Whether the hits of a block are worth waking the worker for. A whole title gives two that belong together. One alone
 * is a title with a slip in it or cut short, and counts only where it fills a line of the title's length, stands among
 * capitals or is cut short. Most single hits are a common turn of phrase.
 *
 * @param hits in order of place
 */
export function areWorthAsking(text: string, hits: readonly HitPlace[], filter: MembershipFilter): boolean {
  const isCut = text.trim().length <= longestLine && /…|\.\.\./.test(text);
  return hits.some(
    (hit, i) => hit.isWhole || hit.inLine || isCut || isPaired(hits, i, filter) || isAmongCapitals(text, hit),
  );
}

/** Whether the other shingle of a title stands a little before this one. */
function isPaired(hits: readonly HitPlace[], at: number, { lines }: MembershipFilter): boolean {
  const { start, hash } = hits[at] as HitPlace;
  for (let i = at - 1; i >= 0; i--) {
    const before = hits[i] as HitPlace;
    if (start - before.start > farthest) return false;
    if (mayContain(lines, pairKey(before.hash, hash))) return true;
  }
  return false;
}

function isAmongCapitals(text: string, { start, end }: HitPlace): boolean {
  const own = words(text.slice(start, end));
  if (own.filter(isCapitalised).length * 3 < own.length * 2) return false;
  const around = words(text.slice(Math.max(0, start - reach), end + reach));
  return around.filter(isCapitalised).length >= fewestCapitals;
}

/** Words of four letters and more: the others are seldom capitalised in titles. */
const words = (text: string) => text.match(/\p{L}{4,}/gu) ?? [];
/** A capital and small letters; a word in capitals throughout is more often a name in code. */
const isCapitalised = (word: string) => /^\p{Lu}.*\p{Ll}/u.test(word);

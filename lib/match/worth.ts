/** A hit's place in the raw text of its block, UTF-16 offsets. */
export interface HitPlace {
  start: number;
  end: number;
  /** Whether it is a short title's whole length, and not a shingle of a longer one. */
  isWhole: boolean;
}

/** Two hits of one title stand at least this far apart, in UTF-16 units. */
const apart = 8;
/** A line that is a title and nothing else, in UTF-16 units. */
const line = { shortest: 20, longest: 180 };

/** A title in running text shows by its capitals: so many words within so many UTF-16 units on both sides. */
const fewestCapitals = 4;
const reach = 60;

/**
 * Whether the hits of a block are worth waking the worker for. A whole title gives two, one towards each end. One alone
 * is a title with a slip in it or cut short, and counts only where it stands out from running text: in capitals, or in a
 * line of its own that looks like a title. Most single hits are a common turn of phrase.
 *
 * @param hits in order of place
 */
export function areWorthAsking(text: string, hits: readonly HitPlace[]): boolean {
  return hits.some((hit, i) => {
    const before = hits[i - 1];
    return hit.isWhole || (before && hit.start - before.start >= apart) || standsOut(text, hit);
  });
}

function standsOut(text: string, { start, end }: HitPlace): boolean {
  const shown = text.trim().length;
  if (shown >= line.shortest && shown <= line.longest && looksLikeTitle(text)) return true;
  const around = text.slice(Math.max(0, start - reach), end + reach);
  const words = around.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length >= fewestCapitals;
}

/** Whether a line is cut short, or half of its longer words are capitalised. */
function looksLikeTitle(text: string): boolean {
  if (/…|\.\.\./.test(text)) return true;
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 >= words.length;
}

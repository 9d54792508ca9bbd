/** A hit's place in the raw text of its block, UTF-16 offsets. */
export interface HitPlace {
  start: number;
  end: number;
}

/** Two hits of one title stand at least this far apart, in UTF-16 units. */
const apart = 8;
/** A line that is a title and nothing else, in UTF-16 units. */
const line = { shortest: 28, longest: 180 };

/**
 * Whether the hits of a block are worth waking the worker for. A whole title gives two, one towards each end. One alone
 * is a title with a slip in it or cut short, and counts only where it stands out from running text: in capitals, or in a
 * line of its own. Most single hits are a common turn of phrase.
 *
 * @param hits in order of place
 */
export function areWorthAsking(text: string, hits: readonly HitPlace[]): boolean {
  return hits.some((hit, i) => {
    const before = hits[i - 1];
    return (before && hit.start - before.start >= apart) || standsOut(text, hit);
  });
}

function standsOut(text: string, { start, end }: HitPlace): boolean {
  const shown = text.trim().length;
  if (shown >= line.shortest && shown <= line.longest) return true;
  const words = text.slice(start, end).match(/\p{L}{4,}/gu) ?? [];
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
}

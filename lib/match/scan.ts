import type { FoldedText } from './fold';
import { mayContain } from './fuse';
import { identifierKey, rangeHash1, rangeHash2, shingleHash1, shingleLength, shortestTitle } from './hash';
import type { MembershipFilter } from './membership';

/** A folded stretch of text that may be a key of the digest. Positions in folded characters. */
export interface Hit {
  start: number;
  end: number;
  /** Second hash: what `candidatesFor` takes. */
  hash: number;
}

/** A stretch that stands on its own (a link's text, what follows a label), as folded positions. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * Finds what may be a title in one folded block: every shingle that starts at a token, and every text shorter than a
 * shingle that is the whole block, a whole quotation, or one of the `parts` that stand alone.
 */
export function findHits(text: FoldedText, parts: readonly Stretch[], filter: MembershipFilter): Hit[] {
  const hits: Hit[] = [];
  const { starts, startCount } = text;
  const last = text.length - shingleLength;
  for (let i = 0; i < startCount; i++) {
    const start = starts[i] as number;
    if (start > last) break;
    if (!mayContain(filter.first, shingleHash1(text, start))) continue;
    const end = start + shingleLength;
    const hash = rangeHash2(text, start, end, 'shingle');
    if (mayContain(filter.second, hash)) hits.push({ start, end, hash });
  }
  // Nearly every block is longer, without links and quotations.
  if (parts.length === 0 && text.quotes.length < 2 && text.length >= shingleLength) return hits;
  for (const { start, end } of standaloneStretches(text, parts)) {
    if (!mayContain(filter.first, rangeHash1(text, start, end, 'short'))) continue;
    const hash = rangeHash2(text, start, end, 'short');
    if (mayContain(filter.second, hash)) hits.push({ start, end, hash });
  }
  return hits;
}

/**
 * Whole block, quotations and other `parts` that stand alone, where they are of a short title's length: up to `longest`
 * folded characters.
 */
export function standaloneStretches(
  text: FoldedText,
  parts: readonly Stretch[],
  longest = shingleLength - 1,
): Stretch[] {
  const isShort = (start: number, end: number) => end - start >= shortestTitle && end - start <= longest;
  const stretches: Stretch[] = isShort(0, text.length) ? [{ start: 0, end: text.length }] : [];
  for (const { start, end } of parts) if (isShort(start, end)) stretches.push({ start, end });
  for (let i = 1; i < text.quotes.length; i += 2) {
    const start = text.quotes[i - 1] as number;
    const end = text.quotes[i] as number;
    if (isShort(start, end)) stretches.push({ start, end });
  }
  return stretches;
}

/** Whether the element with this text only names what follows it in the block, as in "Title: …". */
export function isLabel(text: string): boolean {
  return text.length < 40 && /:\s*$/.test(text);
}

/** Whether an identifier such as `arxiv:2309.06651` may be in the digest. */
export function mayHaveIdentifier(filter: MembershipFilter, identifier: string): boolean {
  const { h1, h2 } = identifierKey(identifier);
  return mayContain(filter.first, h1) && mayContain(filter.second, h2);
}

import { identifiersInUrl } from '../paper/identifiers';
import { identifiersShown, isCutShort, longestLinkText } from '../paper/identifiers-in-text';
import { FoldedText } from './fold';
import { identifierKey, rangeHash2, shingleLength } from './hash';
import { postLines } from './post-lines';
import { isLabel, type Stretch, standaloneStretches } from './scan';
import { foldedString, isTokenEdge } from './tokens';
import type { TextBlock } from './types';

/** A block, folded once and compared with many titles. */
export interface ReadBlock {
  block: TextBlock;
  text: FoldedText;
  folded: string;
  /** Where each shingle (by its second hash) starts, as folded positions. */
  shingles: Map<number, number[]>;
  /** What may be a short title: block, links, quotations and what follows a label. */
  standalone: Stretch[];
  identifiers: { identifier: string; start: number; end: number }[];
}

/** "ModelsLifan": markup that lost its space. */
const gluedEnd = /^[\p{Ll}\p{N}?!.)]\p{Lu}/u;
/** "PDFAttention": a label in capitals, then a word. */
const gluedStart = /^[\p{Ll}\p{Lu}]\p{Lu}\p{Ll}/u;

/** Whether a title may start at folded position `at`: with a token, or glued to what stands before it. */
export function mayStartAt({ block, text }: Pick<ReadBlock, 'block' | 'text'>, at: number): boolean {
  if (isTokenEdge(text, at)) return true;
  const raw = text.rawStart[at] as number;
  return gluedStart.test(block.text.slice(raw - 1, raw + 2));
}

/** Whether a title may end before folded position `at`. */
export function mayEndAt({ block, text }: Pick<ReadBlock, 'block' | 'text'>, at: number): boolean {
  if (isTokenEdge(text, at)) return true;
  const raw = text.rawStart[at] as number;
  return gluedEnd.test(block.text.slice(raw - 1, raw + 1));
}

/** A title up to this length, in folded characters, is believed where it stands alone. */
const longestAlone = 29;

/** Folds a block and collects its shingles and its identifiers, but for those in `ignored`. */
export function readBlock(block: TextBlock, ignored: ReadonlySet<string> = new Set()): ReadBlock {
  const text = new FoldedText();
  let from = 0;
  for (const seam of [...block.seams, block.text.length]) {
    text.append(block.text.slice(from, seam));
    from = seam;
  }
  return {
    block,
    text,
    folded: foldedString(text),
    shingles: shinglesOf(text),
    standalone: standaloneStretches(text, standaloneParts(text, block), longestAlone).filter(
      // A window of a longer block never shows a whole block.
      ({ start, end }) => (block.startsBlock && block.endsBlock) || start > 0 || end < text.length,
    ),
    identifiers: identifiersIn(block).filter(({ identifier }) => !ignored.has(identifier)),
  };
}

/** Second hashes of all that the block may name; see `candidatesFor`. */
export function hashesIn({ text, shingles, standalone, identifiers }: ReadBlock): Set<number> {
  const hashes = new Set(shingles.keys());
  for (const { start, end } of standalone) hashes.add(rangeHash2(text, start, end, 'short'));
  for (const { identifier } of identifiers) hashes.add(identifierKey(identifier).h2);
  return hashes;
}

/** Where each shingle of a folded text starts, by second hash. */
export function shinglesOf(text: FoldedText): Map<number, number[]> {
  const shingles = new Map<number, number[]>();
  for (let i = 0; i < text.startCount; i++) {
    const at = text.starts[i] as number;
    if (at + shingleLength > text.length) break;
    const hash = rangeHash2(text, at, at + shingleLength, 'shingle');
    const places = shingles.get(hash);
    if (places) places.push(at);
    else shingles.set(hash, [at]);
  }
  return shingles;
}

function identifiersIn(block: TextBlock): ReadBlock['identifiers'] {
  const linked = block.links.flatMap(({ start, end, href }) => {
    const shown = block.text.slice(start, end);
    if (shown.trim() === '' || shown.length > longestLinkText) return [];
    const lead = shown.length - shown.trimStart().length;
    const place = { start: start + lead, end: start + shown.trimEnd().length };
    return identifiersInUrl(href).map((identifier) => ({ identifier, ...place }));
  });
  const shown = identifiersShown(block.text, block.links);
  return [...linked, ...shown.filter((one) => !isCutShort(block.text, one, block.seams))];
}

/** Links, lines of posts, and what follows a label. */
function standaloneParts(text: FoldedText, { links, isPost, seams, text: raw }: TextBlock): Stretch[] {
  const parts = [...links, ...(isPost ? postLines(raw) : [])].map(({ start, end }) => ({
    start: foldedPosition(text, start),
    end: foldedPosition(text, end),
  }));
  const behindLabel = seams[0];
  if (behindLabel !== undefined && isLabel(raw.slice(0, behindLabel))) {
    parts.push({ start: foldedPosition(text, behindLabel), end: text.length });
  }
  return parts;
}

/** The first folded character at or behind raw offset `raw`. */
function foldedPosition(text: FoldedText, raw: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((text.rawStart[middle] as number) < raw) low = middle + 1;
    else high = middle;
  }
  return low;
}

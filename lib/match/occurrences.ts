import { extend } from './alignment';
import { FoldedText } from './fold';
import { shingleLength } from './hash';
import { digitsIn, numbersIn } from './numbers';
import { mayEndAt, mayStartAt, type ReadBlock, shinglesOf } from './read-text';
import { isTokenEdge } from './tokens';
import type { Variant } from './variants';

/** A stretch of a block that reads like a title, before anything around it has been weighed. */
export interface Occurrence {
  /** Folded positions. */
  start: number;
  end: number;
  /** Edits between the stretch and the title, in folded characters. */
  distance: number;
  /** Whether it is only the title's beginning, followed by an ellipsis. */
  isCut: boolean;
}

/** Titles shorter than this must be there letter by letter, in folded characters. */
const shortestTolerant = 24;
/** A cut title must show this much of itself, in folded characters. */
const shortestCut = 24;
const shortestNamedCut = 20;
/**
 * How often one title may fail to grow in one block. A block that has a title with a slip in it has it where one of the
 * title's rarest shingles stands, which are tried first; a block that has even these in more places than this repeats
 * itself, and trying all of them for hundreds of sibling titles would take seconds.
 */
const mostFailures = 32;

/** The title at hand, folded: its room is used again from title to title. */
const foldedTitle = new FoldedText();

/** Where in a block a title stands: letter by letter, with a few edits, or cut short by an ellipsis. */
export function occurrencesOf(read: ReadBlock, variant: Variant): Occurrence[] {
  if (variant.folded.length < shingleLength) return shortOccurrences(read, variant);
  const exact = exactOccurrences(read, variant);
  const near = exact.length === 0 ? nearOccurrences(read, variant) : [];
  return [...exact, ...near, ...cutOccurrences(read, variant)];
}

/** The most edits a title of this folded length may have suffered. */
function mostEdits(length: number): number {
  if (length < shortestTolerant) return 0;
  return Math.min(12, Math.max(1, Math.floor(length * (length >= 50 ? 0.1 : 0.05))));
}

function shortOccurrences(read: ReadBlock, variant: Variant): Occurrence[] {
  return read.standalone
    .filter(({ start, end }) => read.folded.slice(start, end) === variant.folded)
    .filter(({ start, end }) => sameDigits(read, start, end, variant))
    .map(({ start, end }) => ({ start, end, distance: 0, isCut: false }));
}

function exactOccurrences(read: ReadBlock, variant: Variant): Occurrence[] {
  const { folded: title } = variant;
  const { folded } = read;
  const found: Occurrence[] = [];
  for (let start = folded.indexOf(title); start >= 0; start = folded.indexOf(title, start + 1)) {
    const end = start + title.length;
    if (!mayStartAt(read, start) || !mayEndAt(read, end)) continue;
    if (hasMoreCommas(read, start, end, variant) || !sameDigits(read, start, end, variant)) continue;
    found.push({ start, end, distance: 0, isCut: false });
  }
  return found;
}

/** "Phi-15" has the letters of "Phi-1.5" and is another model. An element's edge parts digits: 10<sup>3</sup>. */
function sameDigits(
  { block, text }: ReadBlock,
  start: number,
  end: number,
  { text: title }: Variant,
): boolean {
  if (!/\d/.test(title)) return true;
  const from = text.rawStart[start] as number;
  const to = (text.rawStart[end - 1] as number) + 1;
  const edges = [from, ...block.seams.filter((seam) => seam > from && seam < to), to];
  const pieces = edges.slice(1).map((edge, i) => block.text.slice(edges[i], edge));
  const own = digitsIn(title);
  return digitsIn(pieces.join(' ')) === own || digitsIn(pieces.join('')) === own;
}

/** "transformers, as support vector machines, are …" is a sentence, not the title without commas. */
function hasMoreCommas(
  { block, text }: ReadBlock,
  start: number,
  end: number,
  { text: title }: Variant,
): boolean {
  const raw = block.text.slice(text.rawStart[start], text.rawStart[end - 1]);
  return raw.split(', ').length > title.split(', ').length;
}

/** Grows every shingle that block and title share to both sides, as far as the title goes. */
function nearOccurrences({ block, text, shingles }: ReadBlock, variant: Variant): Occurrence[] {
  const most = mostEdits(variant.folded.length);
  if (most === 0) return [];
  foldedTitle.clear();
  foldedTitle.append(variant.text);
  const shared = [...shinglesOf(foldedTitle)]
    .map(([hash, offsets]) => ({ offsets, places: shingles.get(hash) ?? [] }))
    .sort((a, b) => a.places.length - b.places.length);
  const found: Occurrence[] = [];
  let covered: Uint8Array | undefined;
  /** Where the title would begin, had it no slip before the shingle: no other shingle grows there either. */
  const failed = new Set<number>();
  for (const { offsets, places } of shared) {
    for (const offset of offsets) {
      for (const at of places) {
        if (covered?.[at] || failed.has(at - offset)) continue;
        if (failed.size === mostFailures) return found;
        const grown = grow(text, at, offset, most);
        // Without an edit it was found letter by letter, and turned down.
        if (!grown || grown.distance === 0 || !sameNumbers(block.text, text, grown, variant)) {
          failed.add(at - offset);
          continue;
        }
        found.push(grown);
        covered ??= new Uint8Array(text.length);
        covered.fill(1, grown.start, grown.end);
      }
    }
  }
  return found;
}

function grow(text: FoldedText, at: number, offset: number, most: number): Occurrence | undefined {
  const left = extend(
    { codes: foldedTitle.codes, start: offset - 1, step: -1, length: offset },
    { codes: text.codes, start: at - 1, step: -1, length: at },
    most,
    (extent) => isTokenEdge(text, at - extent),
  );
  if (!left) return undefined;
  const behind = offset + shingleLength;
  const right = extend(
    { codes: foldedTitle.codes, start: behind, step: 1, length: foldedTitle.length - behind },
    { codes: text.codes, start: at + shingleLength, step: 1, length: text.length - at - shingleLength },
    most - left.distance,
    (extent) => isTokenEdge(text, at + shingleLength + extent),
  );
  if (!right) return undefined;
  return {
    start: at - left.extent,
    end: at + shingleLength + right.extent,
    distance: left.distance + right.distance,
    isCut: false,
  };
}

function sameNumbers(
  raw: string,
  text: FoldedText,
  { start, end }: Occurrence,
  { text: title }: Variant,
): boolean {
  const from = text.rawStart[start] as number;
  const to = (text.rawStart[end - 1] as number) + 1;
  return numbersIn(raw.slice(from, to)) === numbersIn(title);
}

/** An ellipsis, at most three marks behind the last letter, or what X and others put where they cut. */
const ellipsis = /^[^\p{L}\p{N}\n]{0,3}?(?:…|\.\.\.|\s(?:show|read|see) more\b)/iu;

/** Where the title begins, stands letter by letter for a while, and breaks off with an ellipsis. */
function cutOccurrences(
  { block, text, folded }: ReadBlock,
  { folded: title, evidence }: Variant,
): Occurrence[] {
  if (evidence !== 'title' && evidence !== 'earlier-title') return [];
  const head = title.slice(0, shingleLength);
  const found: Occurrence[] = [];
  for (let start = folded.indexOf(head); start >= 0; start = folded.indexOf(head, start + 1)) {
    if (!isTokenEdge(text, start)) continue;
    let end = start + shingleLength;
    while (end < text.length && end - start < title.length && folded[end] === title[end - start]) end++;
    // What follows the ellipsis may happen to go on like the title, for a letter or two.
    for (let last = end; last >= end - 2 && last - start >= shortestNamedCut; last--) {
      const rawEnd = (text.rawStart[last - 1] as number) + 1;
      if (last - start === title.length || !ellipsis.test(block.text.slice(rawEnd, rawEnd + 20))) continue;
      const isNamed = /^[^\s:]{2,20}:\s/.test(block.text.slice(text.rawStart[start]));
      if (last - start < shortestCut && !isNamed) continue;
      found.push({ start, end: last, distance: 0, isCut: true });
      break;
    }
  }
  return found;
}

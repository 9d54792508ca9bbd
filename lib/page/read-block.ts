import { FoldedText } from '../match/fold';
import { shingleLength, shortestTitle } from '../match/hash';
import { mayBeLine } from '../match/lines';
import type { MembershipFilter } from '../match/membership';
import { postLines } from '../match/post-lines';
import { findHits, isLabel, type Stretch } from '../match/scan';
import type { LinkSpan, TextBlock } from '../match/types';
import { areWorthAsking, type HitPlace } from '../match/worth';
import { identifiersShown } from '../paper/identifiers-in-text';
import type { NodeBlock } from './blocks';
import type { KnownLinks } from './known-links';
import type { Place } from './place';

/** What goes to the worker: a block of text, and how to find its places in the page again. */
export interface Query {
  block: TextBlock;
  source: NodeBlock;
  /** Raw offset of `block.text` in the whole text of `source`. */
  offset: number;
}

/** Blocks up to this length go to the worker whole; of longer ones only what stands around a hit. */
const longestWhole = 4_000;
/** How much goes along before and after a hit: a title and its neighbours. */
const margin = 700;

const text = new FoldedText();
const line = new FoldedText();
/** Where each piece of the block in `text` starts there, and where the last one ends. */
const starts: number[] = [];
const none: never[] = [];

/**
 * Folds one block and asks the filter; returns what the worker should look at, nothing for nearly every block: what is
 * done for each of them must be next to nothing. `isPost`: see `TextBlock`.
 */
export function queriesFor(
  source: NodeBlock,
  filter: MembershipFilter,
  known: KnownLinks,
  isPost = false,
): Query[] {
  const { pieces, links } = source;
  fold(source);
  const linked = links.length > 0 ? links.map(({ href }) => known.isKnown(href)) : none;
  const isLinked = linked.includes(true);
  if (text.length < shortestTitle && !isLinked) return none;
  const parts = standingAlone(source);
  const hits = findHits(text, parts, filter);
  if (hits.length === 0 && !isLinked && !text.mayHoldIdentifier && !isPost) return none;

  const whole = wholeText(pieces, ({ data }) => data);
  const titleLines = isPost ? titleLinesOf(whole.text, filter) : none;
  const spans = links.map(({ first, end }) => ({
    start: whole.seams[first] as number,
    end: whole.ends[end - 1] as number,
  }));
  const named = text.mayHoldIdentifier
    ? identifiersShown(whole.text, spans).filter(({ identifier }) => known.mayKnow(identifier))
    : [];
  if (hits.length + titleLines.length === 0 && !isLinked && named.length === 0) return none;

  const stretches = [{ start: 0, end: text.length }, ...parts];
  const inText = hits.map((hit) => ({
    ...rawPlace(whole, hit.start, hit.end),
    hash: hit.hash,
    isWhole: hit.end - hit.start < shingleLength,
    inLine: mayBeLine(hit, stretches, filter),
  }));
  const hitPlaces = [...inText, ...titleLines];
  const isNamed = isLinked || named.length > 0;
  if (!isNamed && !areWorthAsking(whole.text, hitPlaces, filter)) return none;
  // A link is evidence where it leads to a paper or shows its address, or where its whole text may be a short title.
  const found = [...hitPlaces, ...named];
  const telling = spans.flatMap((span, i): LinkSpan[] => {
    const isTelling = linked[i] || found.some(({ start, end }) => start >= span.start && end <= span.end);
    return isTelling ? [{ ...span, href: known.absolute(links[i]?.href as string) }] : [];
  });
  const places = [...found, ...spans.filter((_, i) => linked[i])];
  return windows(source, whole, telling, places, isPost);
}

/** The lines of a post that may be titles too short for a shingle. */
function titleLinesOf(post: string, filter: MembershipFilter): HitPlace[] {
  return postLines(post).flatMap((place) => {
    line.clear();
    line.append(post, place.start, place.end);
    if (line.length >= shingleLength) return [];
    return findHits(line, [], filter).map(({ hash }) => ({ ...place, hash, isWhole: true, inLine: true }));
  });
}

function fold({ pieces }: NodeBlock): void {
  text.clear();
  starts.length = 0;
  for (const { data, from, to } of pieces) {
    starts.push(text.length);
    text.append(data, from, to);
  }
  starts.push(text.length);
}

/** What of the folded block may be a title by itself: links, and what follows a label. */
function standingAlone({ pieces, links }: NodeBlock): Stretch[] {
  const [first] = pieces;
  const label = first !== undefined && pieces.length > 1 && isLabel(first.data.slice(first.from, first.to));
  if (links.length === 0 && !label) return none;
  const parts = links.map(
    ({ first, end }): Stretch => ({ start: starts[first] as number, end: starts[end] as number }),
  );
  if (label) parts.push({ start: starts[1] as number, end: text.length });
  return parts;
}

interface WholeText {
  text: string;
  /** Raw offset at which each piece starts. */
  seams: number[];
  /** Raw offset at which each piece ends. */
  ends: number[];
  /** Number of line breaks before each piece. */
  breaks: number[];
}

/** @param textOf what a piece is a stretch of */
function wholeText(
  pieces: NodeBlock['pieces'],
  textOf: (piece: NodeBlock['pieces'][number]) => string,
): WholeText {
  const whole: WholeText = { text: '', seams: [], ends: [], breaks: [] };
  let breaks = 0;
  for (const piece of pieces) {
    const { from, to, afterBreak } = piece;
    if (afterBreak) {
      whole.text += '\n';
      breaks++;
    }
    whole.breaks.push(breaks);
    whole.seams.push(whole.text.length);
    whole.text += textOf(piece).slice(from, to);
    whole.ends.push(whole.text.length);
  }
  return whole;
}

/** Raw offsets of a folded stretch in `whole`: line breaks count there, but not in the folded text. */
function rawPlace(whole: WholeText, start: number, end: number): { start: number; end: number } {
  const shifted = (position: number) => {
    const raw = text.rawStart[Math.min(position, text.length - 1)] as number;
    return raw + (whole.breaks[pieceAt(whole.breaks.length, (i) => pieceEnd(whole, i) > raw)] ?? 0);
  };
  return { start: shifted(start), end: shifted(end - 1) + 1 };
}

/** Where piece `i` ends if line breaks do not count. */
const pieceEnd = ({ ends, breaks }: WholeText, i: number) => (ends[i] as number) - (breaks[i] as number);

/** The first of so many pieces for which `isReached`, which must hold for all pieces behind it, too; else their number. */
function pieceAt(count: number, isReached: (piece: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function windows(
  source: NodeBlock,
  whole: WholeText,
  links: LinkSpan[],
  places: { start: number; end: number }[],
  isPost: boolean,
): Query[] {
  const total = whole.text.length;
  const spans: { start: number; end: number }[] = [];
  if (total <= longestWhole) spans.push({ start: 0, end: total });
  else {
    for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
      const window = { start: Math.max(0, start - margin), end: Math.min(total, end + margin) };
      const last = spans.at(-1);
      if (last && window.start <= last.end) last.end = Math.max(last.end, window.end);
      else spans.push(window);
    }
  }
  return spans.map(({ start, end }) => ({
    source,
    offset: start,
    block: {
      text: whole.text.slice(start, end),
      links: links
        .filter((link) => link.start < end && link.end > start)
        .map((link) => ({
          ...link,
          start: Math.max(link.start, start) - start,
          end: Math.min(link.end, end) - start,
        })),
      startsBlock: source.startsBlock && start === 0,
      endsBlock: source.endsBlock && end === total,
      seams: whole.seams.filter((seam) => seam > start && seam < end).map((seam) => seam - start),
      ...(isPost && { isPost }),
    },
  }));
}

/**
 * Reads where a query's text stands in the page by now. The function that it returns takes a stretch of that text to its
 * place, `undefined` where the page has changed since; it is good for as long as the page does not change again.
 */
export function placesOf({
  block,
  source,
  offset,
}: Query): (start: number, end: number) => Place | undefined {
  const whole = wholeText(source.pieces, ({ node }) => node.data);
  if (whole.text.slice(offset, offset + block.text.length) !== block.text) return () => undefined;
  const at = (raw: number, closing: boolean) => {
    const i = pieceAt(whole.ends.length, (piece) => (whole.ends[piece] as number) >= raw + (closing ? 0 : 1));
    const piece = source.pieces[i];
    if (!piece?.node.isConnected) return undefined;
    return { node: piece.node, offset: piece.from + Math.max(0, raw - (whole.seams[i] as number)) };
  };
  return (start, end) => {
    const first = at(offset + start, false);
    const last = at(offset + end, true);
    if (!first || !last) return undefined;
    return { startNode: first.node, startOffset: first.offset, endNode: last.node, endOffset: last.offset };
  };
}

import { identifiersInText, identifiersInUrl, identifiersOfPaper } from '../paper/identifiers';
import type { Paper, PaperId } from '../paper/types';
import { isAcceptable } from './acceptance';
import { FoldedText } from './fold';
import { identifierKey, rangeHash2, shingleLength } from './hash';
import { isLabel, type Stretch, standaloneStretches } from './scan';
import { caseStyle, sideAfter, sideBefore } from './surroundings';
import type { Evidence, Mention, TextBlock } from './types';
import { titleVariants, type Variant } from './variants';

export type Matchable = Pick<Paper, 'id' | 'title' | 'aliases' | 'links'>;

/** A block, folded once and read several times. */
export interface ReadBlock {
  block: TextBlock;
  text: FoldedText;
  folded: string;
  identifiers: { identifier: string; start: number; end: number }[];
}

/** A link around more text than this is a whole card, not a name. */
const longestLinkText = 300;

/** Folds a block and collects its identifiers, but for those in `ignored`. */
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
    folded: text.text(),
    identifiers: identifiersIn(block).filter(({ identifier }) => !ignored.has(identifier)),
  };
}

function identifiersIn(block: TextBlock): ReadBlock['identifiers'] {
  const linked = block.links.flatMap(({ start, end, href }) => {
    const shown = block.text.slice(start, end);
    if (shown.trim() === '' || shown.length > longestLinkText) return [];
    const lead = shown.length - shown.trimStart().length;
    const place = { start: start + lead, end: start + shown.trimEnd().length };
    return identifiersInUrl(href).map((identifier) => ({ identifier, ...place }));
  });
  return [...linked, ...identifiersInText(block.text)];
}

/** Second hashes of all that the block may name; see `candidatesFor`. */
export function hashesIn({ text, block, identifiers }: ReadBlock): Set<number> {
  const hashes = new Set<number>();
  for (let i = 0; i < text.startCount; i++) {
    const at = text.starts[i] as number;
    if (at + shingleLength <= text.length) hashes.add(rangeHash2(text, at, at + shingleLength, 'shingle'));
  }
  for (const { start, end } of standaloneStretches(text, standaloneParts(text, block))) {
    hashes.add(rangeHash2(text, start, end, 'short'));
  }
  for (const { identifier } of identifiers) hashes.add(identifierKey(identifier).h2);
  return hashes;
}

/** Links, and what follows a label. */
function standaloneParts(text: FoldedText, { links, seams, text: raw }: TextBlock): Stretch[] {
  const parts = links.map(({ start, end }) => ({
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

/**
 * The mentions of `papers` in a block, in order of place, none overlapping another.
 * Longest wins; a paper that an identifier in the block names wins over one of the same title.
 */
export function findMentions(read: ReadBlock, papers: readonly Matchable[]): Mention[] {
  const identified = identifierMentions(read, papers);
  const named = new Set(identified.map(({ paper }) => paper));
  const titles = papers.flatMap((paper) =>
    titleVariants(paper).flatMap((variant) => occurrences(read, paper.id, variant)),
  );
  const chosen = withoutOverlaps(titles, named);
  const titled = new Set(chosen.map(({ paper }) => paper));
  // Where the title stands, it alone is marked: "[pdf]" and "[html]" beside it say nothing more.
  const onlyIdentified = identified.filter(({ paper }) => !titled.has(paper));
  return withoutOverlaps([...chosen, ...onlyIdentified], named).sort((a, b) => a.start - b.start);
}

function withoutOverlaps(mentions: Mention[], named: Set<PaperId>): Mention[] {
  const rank = (mention: Mention) => (named.has(mention.paper) ? 0 : 1);
  const best = mentions.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || rank(a) - rank(b) || (a.paper < b.paper ? 1 : -1),
  );
  const kept: Mention[] = [];
  for (const mention of best) {
    if (kept.every(({ start, end }) => mention.end <= start || mention.start >= end)) kept.push(mention);
  }
  return kept;
}

function occurrences({ block, text, folded }: ReadBlock, paper: PaperId, variant: Variant): Mention[] {
  const found: Mention[] = [];
  const { length } = variant.folded;
  const mention = (at: number): Mention => {
    const [start, end] = rawRange(block, text, at, at + length, variant.text);
    return { paper, start, end, evidence: variant.evidence, score: 1 };
  };
  if (length < shingleLength) {
    for (const { start, end } of standaloneStretches(text, standaloneParts(text, block))) {
      if (folded.slice(start, end) === variant.folded && isWhole(block, text, start, end))
        found.push(mention(start));
    }
    return found;
  }
  const partial = variant.evidence === 'without-acronym' || variant.evidence === 'without-subtitle';
  for (let at = folded.indexOf(variant.folded); at >= 0; at = folded.indexOf(variant.folded, at + 1)) {
    if (!text.isTokenEdge(at) || !text.isTokenEdge(at + length)) continue;
    const claimed = mention(at);
    const tokens = text.tokensBetween(at, at + length);
    const style = caseStyle(block.text.slice(claimed.start, claimed.end));
    const before = sideBefore(block, claimed.start);
    const after = sideAfter(block, claimed.end);
    if (isAcceptable({ partial, length, tokens, style, before, after })) found.push(claimed);
  }
  return found;
}

/** A window of a longer block never shows a whole block. */
function isWhole(block: TextBlock, text: FoldedText, start: number, end: number): boolean {
  if (start > 0 || end < text.length) return true;
  return block.startsBlock && block.endsBlock;
}

/** Raw offsets of a folded stretch, with the punctuation that the title itself ends with. */
function rawRange(
  block: TextBlock,
  text: FoldedText,
  from: number,
  to: number,
  title: string,
): [start: number, end: number] {
  const start = text.rawStart[from] as number;
  const lastUnit = text.rawStart[to - 1] as number;
  let end = lastUnit + String.fromCodePoint(block.text.codePointAt(lastUnit) as number).length;
  while (/^\p{M}/u.test(block.text.slice(end, end + 2))) end++;
  const closing = /[?!.)\]"”]+$/.exec(title)?.[0] ?? '';
  if (closing !== '' && block.text.startsWith(closing, end)) end += closing.length;
  return [start, end];
}

/** Mentions by link and by identifier in the text; each paper once a block, and only where the name is its alone. */
function identifierMentions({ identifiers }: ReadBlock, papers: readonly Matchable[]): Mention[] {
  const owners = new Map<string, PaperId[]>();
  for (const paper of papers) {
    for (const identifier of identifiersOfPaper(paper)) {
      owners.set(identifier, [...(owners.get(identifier) ?? []), paper.id]);
    }
  }
  const mentions = new Map<PaperId, Mention>();
  for (const { identifier, start, end } of identifiers) {
    const [paper, ...others] = owners.get(identifier) ?? [];
    if (!paper || others.length > 0 || mentions.has(paper)) continue;
    mentions.set(paper, { paper, start, end, evidence: evidenceOf(identifier), score: 1 });
  }
  return [...mentions.values()];
}

function evidenceOf(identifier: string): Evidence {
  if (identifier.startsWith('repo:')) return 'code';
  return identifier.startsWith('page:') ? 'project' : 'identifier';
}

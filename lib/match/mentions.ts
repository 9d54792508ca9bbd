import { identifiersOfPaper } from '../paper/identifiers';
import type { Paper, PaperId } from '../paper/types';
import { isAcceptable } from './acceptance';
import { cueAround } from './cues';
import type { FoldedText } from './fold';
import { isGeneric } from './generic-titles';
import { type Occurrence, occurrencesOf } from './occurrences';
import type { ReadBlock } from './read-text';
import { differsBySlips } from './slips';
import { caseStyle, sideAfter, sideBefore } from './surroundings';
import { tokensBetween } from './tokens';
import type { Evidence, Mention, TextBlock } from './types';
import { titleVariants, type Variant } from './variants';

export type Matchable = Pick<Paper, 'id' | 'title' | 'aliases' | 'authors' | 'links' | 'abstract'>;

/** A mention, with what it weighs against others of the same place. */
type Weighed = Mention & { weight: number };

/** What one edit costs in the choice between overlapping mentions, in characters of length. */
const costOfEdit = 4;

/**
 * The mentions of `papers` in a block, in order of place, none overlapping another.
 * A paper that an identifier in the block names wins over one that only words do; else the longest wins. `papers` must hold every
 * paper that may stand behind the block's hashes: a title cut short counts only if no other begins so.
 */
export function findMentions(read: ReadBlock, papers: readonly Matchable[]): Mention[] {
  const identified = identifierMentions(read, papers);
  const named = new Set(identified.map(({ paper }) => paper));
  const titles = onlyCutOnce(papers.flatMap((paper) => titleMentions(read, paper, named.has(paper.id))));
  const { length } = read.block.text;
  const chosen = withoutOverlaps(titles, named, length);
  const titled = new Set(chosen.map(({ paper }) => paper));
  // Where the title stands, it alone is marked: "[pdf]" and "[html]" beside it say nothing more.
  const onlyIdentified = identified.filter(({ paper }) => !titled.has(paper));
  return withoutOverlaps([...chosen, ...onlyIdentified], named, length)
    .sort((a, b) => a.start - b.start)
    .map(({ weight, ...mention }) => mention);
}

/** Without cut titles that may as well be another paper's. */
function onlyCutOnce(mentions: Weighed[]): Weighed[] {
  const byStart = Map.groupBy(mentions, ({ start }) => start);
  const isShared = (one: Weighed) =>
    byStart.get(one.start)?.some(({ paper, end }) => paper !== one.paper && end >= one.end);
  return mentions.filter((one) => one.evidence !== 'cut-short' || !isShared(one));
}

/** The named and then the weightiest of `mentions` that do not overlap, in a text of so many UTF-16 units. */
function withoutOverlaps(mentions: Weighed[], named: Set<PaperId>, length: number): Weighed[] {
  const rank = (mention: Mention) => (named.has(mention.paper) ? 0 : 1);
  const best = mentions.toSorted(
    (a, b) => rank(a) - rank(b) || b.weight - a.weight || (a.paper < b.paper ? 1 : -1),
  );
  const taken = new Uint8Array(length);
  return best.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
}

function titleMentions(read: ReadBlock, paper: Matchable, isNamed: boolean): Weighed[] {
  return titleVariants(paper).flatMap((variant) =>
    occurrencesOf(read, variant).flatMap((occurrence) => {
      const [start, end] = rawRange(read, occurrence, variant);
      if (!isMeant(read, paper, variant, occurrence, start, end, isNamed)) return [];
      const length = occurrence.end - occurrence.start;
      return [
        {
          paper: paper.id,
          start,
          end,
          evidence: occurrence.isCut ? 'cut-short' : variant.evidence,
          score: occurrence.isCut
            ? length / variant.folded.length
            : 1 - occurrence.distance / variant.folded.length,
          weight: length - costOfEdit * occurrence.distance,
        } as const,
      ];
    }),
  );
}

/** "CRAG: Comprehensive …", or with a dash. */
const ownName = /^[^\s:]{2,20}(?::|\s+[-–—]+)\s/;

function isMeant(
  { block, text, standalone }: ReadBlock,
  paper: Matchable,
  variant: Variant,
  { start, end, distance, isCut }: Occurrence,
  rawStart: number,
  rawEnd: number,
  isNamed: boolean,
): boolean {
  const cue = isNamed ? 'author' : cueAround(block.text, rawStart, rawEnd, paper.authors);
  const isAlone = standalone.some((stretch) => stretch.start === start && stretch.end === end);
  // The cue stands outside: a link or a quotation in a sentence about papers.
  if (isGeneric(variant.folded) && cue !== 'author' && !(isAlone && cue === 'paper')) return false;
  const shown = block.text.slice(rawStart, rawEnd);
  if (distance > 0 && cue !== 'author' && !differsBySlips(shown, variant.text)) return false;
  const partial = variant.evidence === 'without-acronym' || variant.evidence === 'without-subtitle';
  const isWhole = !partial && !isCut && distance === 0;
  const before = sideBefore(block, rawStart);
  const after = isCut ? 'mark' : sideAfter(block, rawEnd);
  if (isWhole && isAlone && before !== 'other' && after !== 'other') return true;
  const { length } = variant.folded;
  return isAcceptable({
    partial,
    isCut,
    length: isCut ? end - start : length,
    tokens: tokensBetween(text, start, end),
    similarity: 1 - distance / length,
    style: caseStyle(shown),
    before,
    after,
    hasCue: cue !== undefined,
    hasAuthor: cue === 'author',
    bearsName: isWhole && ownName.test(shown) && ownName.test(variant.text),
  });
}

/** Raw offsets of an occurrence, with the punctuation that the title itself ends with. */
function rawRange(
  { block, text }: { block: TextBlock; text: FoldedText },
  { start: from, end: to }: Occurrence,
  { text: title }: Variant,
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
function identifierMentions({ identifiers }: ReadBlock, papers: readonly Matchable[]): Weighed[] {
  const owners = new Map<string, PaperId[]>();
  for (const paper of papers) {
    for (const identifier of identifiersOfPaper(paper)) {
      owners.set(identifier, [...(owners.get(identifier) ?? []), paper.id]);
    }
  }
  const mentions = new Map<PaperId, Weighed>();
  for (const { identifier, start, end } of identifiers) {
    const [paper, ...others] = owners.get(identifier) ?? [];
    if (!paper || others.length > 0 || mentions.has(paper)) continue;
    mentions.set(paper, {
      paper,
      start,
      end,
      evidence: evidenceOf(identifier),
      score: 1,
      weight: end - start,
    });
  }
  return [...mentions.values()];
}

function evidenceOf(identifier: string): Evidence {
  if (identifier.startsWith('repo:')) return 'code';
  return identifier.startsWith('page:') ? 'project' : 'identifier';
}

import type { CaseStyle, Side } from './surroundings';

/** A stretch of text that reads like a title. */
export interface Claim {
  /** Whether the stretch is only a part of the title: without its acronym or subtitle. */
  partial: boolean;
  /** Whether the title is cut short by an ellipsis. */
  isCut: boolean;
  /** Folded characters of the title, or of what is left of it. */
  length: number;
  /** Tokens of the stretch. */
  tokens: number;
  /** 1 less the share of folded characters that differ. */
  similarity: number;
  style: CaseStyle;
  before: Side;
  after: Side;
  /** Whether something near it shows that a paper is being named. */
  hasCue: boolean;
  /** Whether an id or one of the paper's own authors stands near it. */
  hasAuthor: boolean;
  /** Whether it is "NAME: Rest" letter by letter, set apart there as in the title. */
  bearsName: boolean;
}

/**
 * Whether a stretch that reads like a title means that paper. The longer a title, the less its surroundings matter;
 * nearly all false claims are a short title inside a longer one, and that shows in what stands beside it.
 */
export function isAcceptable(claim: Claim): boolean {
  const { partial, isCut, length, tokens, similarity, style, before, after, hasCue, bearsName } = claim;
  if (before === 'hyphen' || after === 'hyphen' || before === 'other' || after === 'other') return false;
  if (partial && before === 'colon') return false;
  const isLong = length >= 50 && tokens >= 8;
  if (isCut) return isLong || isClosed(before) || (before === 'prose' && style !== 'plain');
  if (similarity < (isLong ? 0.9 : 0.95)) return false;
  if (isLong) return similarity === 1 || (isOpen(before) && isOpen(after)) || hasCue;
  if (after === 'abbreviation') return false;
  // No other paper has the same name and goes on in the same words, but for a longer one of the same people.
  if (bearsName && isOpen(before) && after !== 'linked') return true;
  const alone = isClosed(before) && isClosed(after);
  if (partial) return isAcceptablePart(claim, alone);
  if (length < 30 && similarity < 1) return style !== 'plain' && before === 'edge' && after === 'edge';
  if (length < 30) return alone && (style !== 'plain' || hasCue);
  if (alone) return true;
  if (similarity < 1 && tokens < 5) return false;
  if (style === 'plain') {
    return tokens >= 5 && isOpen(after) && (hasCue || (before === 'prose' && length >= 45));
  }
  // "X by its author": the words that may go on a title here go on the sentence.
  const mayJoin = (side: Side) => isOpen(side) || (claim.hasAuthor && side === 'linked');
  if (mayJoin(before) && mayJoin(after)) return true;
  return (before === 'prose' && after === 'linked') || (before === 'linked' && after === 'prose');
}

/** A part of a title is often a notion, too: it must stand alone. */
function isAcceptablePart({ length, tokens, style, before, after }: Claim, alone: boolean): boolean {
  const isWholeLine = before === 'edge' && after === 'edge';
  if (style !== 'plain') return isWholeLine ? tokens >= 4 : alone && length >= 30 && tokens >= 5;
  return isWholeLine && length >= 32 && tokens >= 5;
}

const isClosed = (side: Side) => side === 'edge' || side === 'mark' || side === 'colon';
const isOpen = (side: Side) => isClosed(side) || side === 'prose';

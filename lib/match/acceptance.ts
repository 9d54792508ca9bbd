import type { CaseStyle, Side } from './surroundings';

/** A stretch of text that equals a title once both are folded. */
export interface Claim {
  /** Whether the stretch is only a part of the title: without its acronym or subtitle. */
  partial: boolean;
  /** Folded characters. */
  length: number;
  /** Tokens of the title. */
  tokens: number;
  style: CaseStyle;
  before: Side;
  after: Side;
}

/**
 * Whether a stretch that reads like a title means that paper. The longer a title, the less its surroundings matter;
 * nearly all false claims are a short title inside a longer one, and that shows in what stands beside it.
 */
export function isAcceptable({ partial, length, tokens, style, before, after }: Claim): boolean {
  if (before === 'hyphen' || after === 'hyphen') return false;
  if (partial && before === 'colon') return false;
  if (length >= 50 && tokens >= 8) return true;
  if (after === 'abbreviation') return false;
  const alone = isClosed(before) && isClosed(after);
  if (length < 30 || partial)
    return alone && style !== 'plain' && (!partial || (length >= 30 && tokens >= 5));
  if (alone) return true;
  if (style === 'plain') return tokens >= 5 && isOpen(before) && isOpen(after);
  if (isOpen(before) && isOpen(after)) return true;
  return (before === 'prose' && after === 'linked') || (before === 'linked' && after === 'prose');
}

const isClosed = (side: Side) => side === 'edge' || side === 'mark' || side === 'colon';
const isOpen = (side: Side) => isClosed(side) || side === 'prose';

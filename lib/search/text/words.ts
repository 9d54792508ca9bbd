import { FoldedText } from '@/lib/match/fold';
import { foldedString } from '@/lib/match/tokens';
import type { Stretch } from '../types';

/** A word as it is searched: folded as titles are on pages, so case, accents and TeX's letters do not count. */
export interface Word extends Stretch {
  letters: string;
  /** Nothing but a hyphen or the like parts it from the word before: "multi-modal". */
  joined: boolean;
}

/** One buffer for every text: nothing of it outlives the next. */
const buffer = new FoldedText();

/** The words of a text, where they stand in it. An ideograph is a word of its own. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  eachWord(text, (letters, joined, start, last) => {
    words.push({ letters, joined, start, end: endOf(text, last) });
  });
  return words;
}

/**
 * Calls back with every word of a text in turn: its letters, whether it is joined to the one before, and the raw offsets
 * of its first and last letter.
 */
export function eachWord(
  text: string,
  visit: (letters: string, joined: boolean, start: number, last: number) => void,
): void {
  buffer.clear();
  const { length, starts, startCount, rawStart } = buffer.append(text);
  const letters = foldedString(buffer);
  let last = -1;
  for (let i = 0; i < startCount; i++) {
    const from = starts[i] as number;
    const to = i + 1 < startCount ? (starts[i + 1] as number) : length;
    const start = rawStart[from] as number;
    const joined = last >= 0 && !hasSpace(text, last + 1, start);
    last = rawStart[to - 1] as number;
    visit(letters.slice(from, to), joined, start, last);
  }
}

function hasSpace(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 32 || (unit < 128 ? unit < 32 : /\s/.test(text[i] as string))) return true;
  }
  return false;
}

/** Behind the letter at `at`, with the accents that belong to it. */
function endOf(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (!(next >= 128) && text.charCodeAt(at) < 128) return at + 1;
  const [letter = ' '] = text.slice(at, at + 32).match(/^.[\p{M}\p{Cf}]*/su) ?? [];
  return at + letter.length;
}

const mostParts = 4;
const longestCompound = 32;

/**
 * What words joined by hyphens are written as without them, "multimodal" for "multi-modal", so that either way of writing
 * finds the other. Undefined where that is no word: a number, an address, ideographs.
 */
export function compoundOf(parts: readonly string[]): string | undefined {
  if (parts.length < 2 || parts.length > mostParts) return undefined;
  const compound = parts.join('');
  if (compound.length > longestCompound || !/[a-z]/.test(compound) || /[\u2e80-\uffff]/.test(compound))
    return undefined;
  return compound;
}

import { FoldedText } from '@/lib/match/fold';
import { foldedString } from '@/lib/match/tokens';

/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  start: number;
  end: number;
}

/** A text as phrases are looked for in it, or the phrase itself. Positions count folded letters. */
export interface Folded {
  text: string;
  /** Letters and digits only: lower case, no accents. */
  letters: string;
  /** Where words start. A hyphen parts words as a space does. */
  starts: Set<number>;
  /** The starts that have white space before them. */
  spaced: Set<number>;
  /** Where each letter stands in `text`. */
  places: Uint32Array;
}

/** One buffer for every fold: nothing of it outlives the next. */
const buffer = new FoldedText();

export function foldWords(text: string): Folded {
  buffer.clear();
  buffer.append(text);
  const places = buffer.rawStart.slice(0, buffer.length);
  const starts = [...buffer.starts.subarray(0, buffer.startCount)];
  const hasSpaceBefore = (at: number) =>
    at > 0 && /\s/.test(text.slice((places[at - 1] as number) + 1, places[at]));
  return {
    text,
    letters: foldedString(buffer),
    starts: new Set(starts),
    spaced: new Set(starts.filter(hasSpaceBefore)),
    places,
  };
}

/**
 * The first place where a phrase stands whole in a text: case, accents and hyphens aside, never a part of a word.
 * "multi-modal", "multimodal" and "multi modal" all hold "multi-modal"; "on e-mail" does not hold "one". A phrase without
 * any letter stands nowhere.
 */
export function findPhrase(phrase: Folded, text: Folded): Stretch | undefined {
  const { length } = phrase.letters;
  if (length === 0) return undefined;
  const from = (begin: number) => text.letters.indexOf(phrase.letters, begin);
  for (let at = from(0); at >= 0; at = from(at + 1)) {
    if (standsWhole(phrase, text, at)) {
      return { start: text.places[at] as number, end: endOf(text, at + length - 1) };
    }
  }
  return undefined;
}

function standsWhole(phrase: Folded, text: Folded, at: number): boolean {
  const { length } = phrase.letters;
  const end = at + length;
  if (!text.starts.has(at) || (end < text.letters.length && !text.starts.has(end))) return false;
  for (let i = 1; i < length; i++) {
    // What one of them sets apart by a space, the other must set apart at all.
    if (phrase.spaced.has(i) && !text.starts.has(at + i)) return false;
    if (text.spaced.has(at + i) && !phrase.starts.has(i)) return false;
  }
  return true;
}

/** Behind the letter at `at`, with the accents that belong to it. */
function endOf({ text, places }: Folded, at: number): number {
  const place = places[at] as number;
  const [letter = ''] = text.slice(place, place + 32).match(/^.[\p{M}\p{Cf}]*/su) ?? [];
  return place + letter.length;
}

import type { Piece } from '../archive';
import { breather } from '../breathe';
import type { QueryWord } from '../query/query';
import { inflectionsOf } from '../text/inflections';
import { Spelling, slipsIn } from './spelling';

/** How a word of a query is taken: which words of the archive stand for it. */
export interface Reading {
  word: QueryWord;
  /** Other forms of it. */
  forms: readonly string[];
  /** Whether words that only begin with it count. */
  beginnings: boolean;
  /** Words that it was probably meant to be, where it stands nowhere. */
  corrections: readonly string[];
  /** Papers that have it or one of its forms, as far as they are known. */
  papers: number;
}

/** A single letter begins a tenth of all words. */
const shortestBeginning = 2;

/** As it is read before the archive has been asked. */
export const asTyped = (word: QueryWord): Reading => ({
  word,
  forms: inflectionsOf(word.letters),
  beginnings: word.open && word.letters.length >= shortestBeginning,
  corrections: [],
  papers: 0,
});

/** How well a word stands for what was typed: 1 for the word itself, 0 where it does not. */
export function likeness(letters: string, { word, forms, beginnings, corrections }: Reading): number {
  if (letters === word.letters) return likenesses.same;
  if (forms.includes(letters)) return likenesses.form;
  if (corrections.includes(letters)) return likenesses.correction;
  if (beginnings && letters.startsWith(word.letters))
    return beginningLikeness(word.letters.length, letters.length);
  return 0;
}

export const likenesses = { same: 1, form: 0.9, correction: 0.6 };

/** The more of the word has been typed the likelier it is meant. */
export const beginningLikeness = (typed: number, whole: number) => 0.45 + (0.4 * typed) / whole;

/** A word that so few papers have may be a slip of theirs, too. */
const fewPapers = 3;
/** A word that so many times as many papers have is meant by it. */
const farMore = 50;
/** Segments that most words of the archive stand in: a correction that is in none of them is looked for in as many more. */
const enough = 8;

/**
 * Asks the archive what a word may mean. One that stands nowhere is read as a beginning, and where nothing begins so, as
 * what is nearest to it.
 *
 * @param within bits of the fields that count
 */
export async function settle(reading: Reading, pieces: readonly Piece[], within: number): Promise<Reading> {
  const { word, forms } = reading;
  let papers = 0;
  let begun = 0;
  const breathe = breather();
  for (const { segment } of pieces) {
    const cursor = segment.words();
    for (const letters of [word.letters, ...forms])
      if (cursor.find(letters)) papers += segment.countIn(cursor, within);
    let more = begun < fewPapers && cursor.seek(word.letters);
    for (; more && begun < fewPapers && cursor.startsWith(word.letters); more = cursor.next())
      begun += segment.countIn(cursor, within);
    await breathe();
  }
  const settled = { ...reading, papers };
  if (word.parts.length > 1 || papers >= fewPapers) return settled;
  if (begun >= fewPapers && (reading.beginnings || papers === 0)) return { ...settled, beginnings: true };
  const least = Math.max(papers, begun) * farMore;
  const corrections = await correct(word, pieces, within, least);
  return { ...settled, beginnings: reading.beginnings || papers === 0, corrections };
}

async function correct(
  { letters, open }: QueryWord,
  pieces: readonly Piece[],
  within: number,
  least: number,
): Promise<string[]> {
  if (slipsIn(letters) === 0) return [];
  const spelling = new Spelling(letters, open);
  const breathe = breather();
  for (const [i, { segment }] of pieces.entries()) {
    spelling.look(segment, within);
    await breathe();
    if ((i + 1) % enough > 0) continue;
    const corrections = spelling.corrections(least);
    if (corrections.length > 0) return corrections;
  }
  return spelling.corrections(least);
}

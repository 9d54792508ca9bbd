import { bitOf } from '../segment/format';
import { compoundOf, type Word, wordsOf } from '../text/words';
import type { Field, Highlighter, Stretch } from '../types';
import { telling } from './marks';
import type { Text } from './plan';
import { likeness, type Reading } from './reading';

/** Finds in a text what the index would find there for these words and phrases. */
export function highlighterOf(texts: readonly Text[]): Highlighter {
  const soughtIn = (field: Field) => texts.filter(({ within }) => within & bitOf[field]);
  return {
    stretchesIn(text, field) {
      const words = wordsOf(text);
      const lit = new Uint8Array(words.length);
      const sought = soughtIn(field);
      for (const text of sought) if (!text.optional) light(words, text, lit);
      lightBetween(words, sought, lit);
      return stretchesOf(text, words, lit);
    },
    beyond(text, field) {
      const words = wordsOf(text);
      const here = soughtIn(field).filter((sought) => light(words, sought, new Uint8Array(words.length)));
      const rest = texts.filter((sought) => !sought.optional && !here.includes(sought));
      return rest.length > 0 ? highlighterOf(rest) : undefined;
    },
  };
}

/** @returns whether it stands there */
function light(words: readonly Word[], { phrase, reading }: Text, lit: Uint8Array): boolean {
  if (phrase) lightPhrase(words, phrase.parts, phrase.open, lit);
  else lightWord(words, reading, lit);
  return lit.includes(1);
}

function lightWord(words: readonly Word[], reading: Reading, lit: Uint8Array): void {
  const { parts, open } = reading.word;
  const tellingParts = parts.length > 1 ? telling(parts) : [];
  for (const [from, to] of chainsOf(words)) {
    const compound = compoundOf(words.slice(from, to).map(({ letters }) => letters));
    if (compound !== undefined && likeness(compound, reading) > 0) lit.fill(1, from, to);
  }
  words.forEach(({ letters }, i) => {
    const isPart = tellingParts.some((part) => letters === part);
    const isBegun = open && tellingParts.length > 0 && letters.startsWith(parts.at(-1) as string);
    if (isPart || isBegun || likeness(letters, reading) > 0) lit[i] = 1;
  });
}

/** "of" is lit in "theory of lamps", and nowhere else. */
function lightBetween(words: readonly Word[], sought: readonly Text[], lit: Uint8Array): void {
  const common = sought.filter(({ optional }) => optional).map(({ reading }) => reading);
  const isCommon = ({ letters }: Word) => common.some((reading) => likeness(letters, reading) > 0);
  if (common.length === 0) return;
  for (let from = 1; from < words.length; from++) {
    if (!lit[from - 1]) continue;
    let to = from;
    while (to < words.length && !lit[to] && isCommon(words[to] as Word)) to++;
    if (lit[to]) lit.fill(1, from, to);
  }
}

/** Words that hyphens join: from one, up to but not including another. */
function* chainsOf(words: readonly Word[]): Generator<[from: number, to: number]> {
  for (let from = 0, to = 1; from < words.length; from = to, to++) {
    while (words[to]?.joined) to++;
    if (to - from > 1) yield [from, to];
  }
}

function lightPhrase(words: readonly Word[], parts: readonly string[], open: boolean, lit: Uint8Array): void {
  const last = parts.length - 1;
  for (let at = 0; at + last < words.length; at++) {
    const stands = parts.every((part, i) => {
      const { letters } = words[at + i] as Word;
      return letters === part || (open && i === last && letters.startsWith(part));
    });
    if (stands) lit.fill(1, at, at + parts.length);
  }
}

/** Words with nothing but a space or a hyphen between them are one stretch. */
function stretchesOf(text: string, words: readonly Word[], lit: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  words.forEach(({ start, end, joined }, i) => {
    if (!lit[i]) return;
    const last = stretches.at(-1);
    if (last && lit[i - 1] && (joined || /^\s*$/.test(text.slice(last.end, start)))) last.end = end;
    else stretches.push({ start, end });
  });
  return stretches;
}

import { type FoldedText, rollingBase } from './fold';

/**
 * A key of the membership filter: two independent 32-bit hashes of the same characters. The second is computed only
 * where the first is a hit.
 */
export interface Key {
  h1: number;
  h2: number;
}

/** Length of a shingle in folded characters. Titles shorter than this are keys as a whole. */
export const shingleLength = 20;

/** Whole short titles shorter than this are too common as words to be looked for at all. */
export const shortestTitle = 6;

/** Keeps keys of different kinds apart, so that a short title can never be taken for a shingle. */
const salts = { shingle: 0x1b873593, short: 0x5bd1e995, identifier: 0x68e31da4 } as const;
export type KeyKind = keyof typeof salts;

const secondBase = 0x85ebca6b;
const secondBaseSquared = Math.imul(secondBase, secondBase);

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}

/** Factor that takes the characters before a shingle out of its rolling hash. */
const shingleFactor = power(rollingBase, shingleLength);

/** Spreads every bit of `hash` over all 32 (the finaliser of MurmurHash3, Appleby, public domain). */
export function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** First hash of the shingle that starts at folded position `at`; `at + shingleLength` must not pass the end. */
export function shingleHash1(text: FoldedText, at: number): number {
  const { prefix } = text;
  const rolled =
    ((prefix[at + shingleLength] as number) - Math.imul(prefix[at] as number, shingleFactor)) | 0;
  return mix(rolled ^ salts.shingle);
}

/** First hash of the folded characters from `start` to `end`, taken as one key. */
export function rangeHash1(text: FoldedText, start: number, end: number, kind: KeyKind): number {
  const { prefix } = text;
  const factor = power(rollingBase, end - start);
  return mix(((prefix[end] as number) - Math.imul(prefix[start] as number, factor)) ^ salts[kind]);
}

/** Second hash of the folded characters from `start` to `end`. */
export function rangeHash2(text: FoldedText, start: number, end: number, kind: KeyKind): number {
  const { codes } = text;
  let hash = salts[kind] | 0;
  let i = start;
  // Two characters at a time: each multiplication of the hash waits for the one before.
  for (; i + 1 < end; i += 2) {
    const pair = Math.imul(codes[i] as number, secondBase) + (codes[i + 1] as number);
    hash = (Math.imul(hash, secondBaseSquared) + pair) | 0;
  }
  if (i < end) hash = (Math.imul(hash, secondBase) + (codes[i] as number)) | 0;
  return mix(hash);
}

/** Key of an identifier such as `arxiv:2309.06651`. */
export function identifierKey(identifier: string): Key {
  let first = 0;
  let second = salts.identifier | 0;
  for (let i = 0; i < identifier.length; i++) {
    const code = identifier.charCodeAt(i);
    first = (Math.imul(first, rollingBase) + code) | 0;
    second = (Math.imul(second, secondBase) + code) | 0;
  }
  return { h1: mix(first ^ salts.identifier), h2: mix(second) };
}

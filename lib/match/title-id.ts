import type { Paper, PaperId } from '@/lib/paper/types';
import { mix } from './hash';
import { foldTitle } from './title-text';

/**
 * The folded titles a paper is known by, hashed to whole numbers of 53 bits: in an index they take an eighth of the room of
 * the titles. Titles without a letter or digit are left out.
 */
export function titleKeysOf(paper: Pick<Paper, 'title' | 'aliases'>): number[] {
  const folded = [paper.title, ...paper.aliases].map(foldTitle);
  return [...new Set(folded.filter((title) => title !== '').map(titleKey))];
}

/** Two multiplicative hashes side by side, after cyrb53 (bryc, public domain). */
function titleKey(folded: string): number {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    low = Math.imul(low ^ code, 0x9e3779b1);
    high = Math.imul(high ^ code, 0x5f356495);
  }
  return (mix(high) >>> 11) * 2 ** 32 + mix(low ^ (high >>> 13));
}

const prime = 0x100000001b3n;
const offset = 0xcbf29ce484222325n;

/**
 * The id of a paper known by its title alone: FNV-1a, 64 bits, of the folded title, as 16 hexadecimal digits.
 * Undefined where the title has no letter or digit.
 */
export function titleId(title: string): PaperId | undefined {
  const folded = foldTitle(title);
  if (folded === '') return undefined;
  let hash = offset;
  for (const byte of new TextEncoder().encode(folded)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  }
  return `title:${hash.toString(16).padStart(16, '0')}`;
}

import { foldTitle } from '@/lib/match/title-text';
import type { Paper, PaperId } from '@/lib/paper/types';

/** The folded titles a paper is known by; those without a letter or digit are left out. */
export function titleKeysOf(paper: Pick<Paper, 'title' | 'aliases'>): string[] {
  const keys = [paper.title, ...paper.aliases].map(foldTitle);
  return [...new Set(keys)].filter((key) => key !== '');
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

import { bibtexKey } from '@/lib/paper/citation';
import type { PaperId } from '@/lib/paper/types';
import type { ShelfEntry } from '../types';

/**
 * Citation keys, each once. A paper keeps its own: the key it came with from a file, else the one its card copies. Of
 * several that would have the same the one added first has it as it is, and the others a letter behind it. Give it the whole
 * shelf, whatever part of it is written, so that a paper has the same key in every file.
 */
export function citationKeys(shelf: readonly ShelfEntry[]): Map<PaperId, string> {
  const keys = new Map<PaperId, string>();
  const taken = new Set<string>();
  const inTurn = shelf.toSorted(
    (a, b) =>
      Number(a.citationKey === undefined) - Number(b.citationKey === undefined) ||
      a.addedAt - b.addedAt ||
      (a.id < b.id ? -1 : 1),
  );
  for (const { id, paper, citationKey } of inTurn) {
    const wanted = citationKey ?? bibtexKey(paper);
    let key = wanted;
    for (let copy = 1; taken.has(key.toLowerCase()); copy += 1) key = wanted + letters(copy);
    // BibTeX takes keys that differ in case alone for one.
    taken.add(key.toLowerCase());
    keys.set(id, key);
  }
  return keys;
}

/** 1 is b, 25 is z, 26 is aa, as behind years in bibliographies. */
function letters(copy: number): string {
  const last = String.fromCharCode(97 + (copy % 26));
  return copy < 26 ? last : letters(Math.floor(copy / 26) - 1) + last;
}

/** A key of a file, where it says more than the one the paper gets from us anyway. */
export function ownKey(
  key: string | undefined,
  paper: Pick<ShelfEntry, 'paper'>['paper'],
): string | undefined {
  if (key === undefined || !/^[^\s{}(),%#~\\"'=]{1,80}$/.test(key)) return undefined;
  const generated = bibtexKey(paper);
  return key.startsWith(generated) && /^[a-z]{0,2}$/.test(key.slice(generated.length)) ? undefined : key;
}

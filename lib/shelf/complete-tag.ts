import { cleanTag, foldTag, type TagCount } from './tags';

/**
 * Tags in use that someone may be about to type: those that begin so, then those with a word that does. Without those that
 * are taken.
 */
export function completeTag(
  typed: string,
  inUse: readonly TagCount[],
  taken: readonly string[] = [],
  most = 6,
): string[] {
  const start = foldTag(cleanTag(typed));
  const takenFolded = new Set(taken.map(foldTag));
  const free = inUse
    .map(({ tag }) => ({ tag, folded: foldTag(tag) }))
    .filter(({ folded }) => !takenFolded.has(folded));
  const first = free.filter(({ folded }) => folded.startsWith(start));
  const later = free.filter(
    ({ folded }) =>
      !folded.startsWith(start) && folded.split(/[\s/-]/).some((word) => word.startsWith(start)),
  );
  return [...first, ...later].slice(0, most).map(({ tag }) => tag);
}

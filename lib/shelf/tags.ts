import type { ShelfEntry } from './types';

/** Longer ones are cut, in UTF-16 units. */
const longestTag = 60;

/**
 * The tags someone typed, `deep learning, to cite`: without white space at their ends, `#` in front, or doubles. Commas and
 * semicolons stand between tags, as they do in BibTeX.
 */
export function readTags(typed: string): string[] {
  return typed.split(/[,;]/).map(cleanTag).filter(Boolean).reduce(withTag, []);
}

/** One tag as it is kept; empty where nothing is left of it. */
export function cleanTag(tag: string): string {
  return tag
    .replace(/[,;\s\p{Cc}]+/gu, ' ')
    .replace(/^[\s#]+/, '')
    .slice(0, longestTag)
    .trim();
}

/** Tags that differ in case or accents alone are one, spelled as it was first. */
export function withTag(tags: readonly string[], tag: string): string[] {
  return tags.some((known) => foldTag(known) === foldTag(tag)) ? [...tags] : [...tags, tag].sort();
}

export function withoutTag(tags: readonly string[], tag: string): string[] {
  return tags.filter((known) => foldTag(known) !== foldTag(tag));
}

/** Tags that are one have this in common. */
export const foldTag = (tag: string) => tag.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export interface TagCount {
  tag: string;
  /** Entries that carry it. */
  count: number;
}

/** Every tag in use, the most used first; of two spellings of one the more frequent stands for both. */
export function countTags(entries: readonly Pick<ShelfEntry, 'tags'>[]): TagCount[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const tag of entries.flatMap(({ tags }) => tags)) {
    const folded = foldTag(tag);
    const counts = spellings.get(folded) ?? new Map<string, number>();
    spellings.set(folded, counts.set(tag, (counts.get(tag) ?? 0) + 1));
  }
  return [...spellings.values()]
    .map((counts) => {
      const ranked = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
      return { tag: ranked[0]?.[0] ?? '', count: ranked.reduce((sum, [, count]) => sum + count, 0) };
    })
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}

import type { PaperId } from '@/lib/paper/types';
import { isOnShelf, listEntries } from '../store';
import type { ShelfEntry } from '../types';
import { dayOf } from './day';
import { formatFacts, type ShelfFormat } from './formats';
import { citationKeys } from './keys';

/** A file that is ready to be saved, or whose text is to be copied. */
export interface ShelfFile {
  /** With the day it was written on. */
  name: string;
  mediaType: string;
  /** UTF-8, ending in a line break. */
  text: string;
}

/**
 * What is on the shelf, or the part of it with these ids, as a file. What writes a format is loaded when it is wanted: the
 * popup need not carry it.
 *
 * @param now milliseconds since 1970
 */
export async function exportShelf(
  format: ShelfFormat,
  ids?: readonly PaperId[],
  now: number = Date.now(),
): Promise<ShelfFile> {
  const shelf = await listEntries();
  const wanted = ids && new Set(ids);
  const entries = shelf
    .filter((entry) => isOnShelf(entry) && (!wanted || wanted.has(entry.id)))
    .sort((a, b) => b.addedAt - a.addedAt);
  const { extension, mediaType } = formatFacts[format];
  const text = await writers[format](entries, shelf, now);
  return { name: `titlelight-shelf-${dayOf(now)}.${extension}`, mediaType, text };
}

type Writer = (entries: readonly ShelfEntry[], shelf: readonly ShelfEntry[], now: number) => Promise<string>;

const writers: Record<ShelfFormat, Writer> = {
  json: async (entries, _, now) => (await import('./own-json')).writeOwn(entries, now),
  bibtex: async (entries, shelf) => (await import('./bibtex')).writeBibtex(entries, citationKeys(shelf)),
  ris: async (entries, shelf) => (await import('./ris')).writeRis(entries, citationKeys(shelf)),
  csl: async (entries, shelf) => (await import('./csl')).writeCsl(entries, citationKeys(shelf)),
  markdown: async (entries) => (await import('./markdown')).writeMarkdown(entries),
};

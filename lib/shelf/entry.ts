import { mergePapers } from '@/lib/paper/merge';
import type { Paper } from '@/lib/paper/types';
import { greater, unionOf } from './join';
import { joinPapers } from './join-papers';
import type { ReadingStatus, ShelfEntry } from './types';

/** The entry with its copy of the paper enriched by `paper`. */
export function refreshed(entry: ShelfEntry, paper: Paper): ShelfEntry {
  return { ...entry, paper: mergePapers(entry.paper, paper) };
}

/**
 * One entry of two for the same paper: whatever the order and grouping in which shelves meet, and however often, they
 * come to the same. Reading status is that of the one changed last, or the further one where both were at once; tags
 * and notes of both are kept; the paper is off the shelf only if both were.
 */
export function mergeEntries(one: ShelfEntry, other: ShelfEntry): ShelfEntry {
  const removed = Math.max(one.removedAt ?? Number.NaN, other.removedAt ?? Number.NaN);
  const { title } = greater(one, other, (entry) => [entry.updatedAt, entry.paper.title]).paper;
  return {
    id: one.id,
    paper: joinPapers(one.paper, other.paper, title),
    status: greater(one, other, (entry) => [entry.updatedAt, progress.indexOf(entry.status)]).status,
    tags: unionOf(one.tags, other.tags),
    note: joinNotes(one.note, other.note),
    addedAt: Math.min(one.addedAt, other.addedAt),
    updatedAt: Math.max(one.updatedAt, other.updatedAt),
    ...(!Number.isNaN(removed) && { removedAt: removed }),
  };
}

const progress: ReadingStatus[] = ['to-read', 'reading', 'read'];

/** Every note that does not stand in another one already, a rule between them. A note keeps its own order. */
function joinNotes(one: string, other: string): string {
  const notes = unionOf(notesOf(one), notesOf(other));
  return notes
    .filter((note) => !notes.some((wider) => wider !== note && wider.includes(note)))
    .join('\n\n---\n\n');
}

/** The notes that were joined into one before. */
const notesOf = (note: string) =>
  note
    .split(/^\s*---\s*$/m)
    .map((part) => part.trim())
    .filter((part) => part !== '');

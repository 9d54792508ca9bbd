import { mergePapers } from '@/lib/paper/merge';
import type { Paper } from '@/lib/paper/types';
import type { ShelfEntry } from './types';

/** The entry with its copy of the paper enriched by `paper`. */
export function refreshed(entry: ShelfEntry, paper: Paper): ShelfEntry {
  return { ...entry, paper: mergePapers(entry.paper, paper) };
}

/**
 * One entry of two for the same paper. Reading status is that of the one changed last; tags and notes of both are
 * kept; the paper is off the shelf only if both were.
 */
export function mergeEntries(known: ShelfEntry, other: ShelfEntry): ShelfEntry {
  const [earlier, later] = known.updatedAt <= other.updatedAt ? [known, other] : [other, known];
  const notes = [...new Set([earlier.note, later.note])].filter((note) => note !== '');
  const removed = Math.max(earlier.removedAt ?? Number.NaN, later.removedAt ?? Number.NaN);
  return {
    id: known.id,
    paper: mergePapers(earlier.paper, later.paper),
    status: later.status,
    tags: [...new Set([...earlier.tags, ...later.tags])],
    note: notes.join('\n\n'),
    addedAt: Math.min(earlier.addedAt, later.addedAt),
    updatedAt: later.updatedAt,
    ...(!Number.isNaN(removed) && { removedAt: removed }),
  };
}

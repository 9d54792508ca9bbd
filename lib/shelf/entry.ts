import { isIdentified, mergePapers } from '@/lib/paper/merge';
import type { Paper, PaperId } from '@/lib/paper/types';
import { greater, unionOf } from './join';
import { joinPapers } from './join-papers';
import { type ReadingStatus, readingStatuses, type ShelfEntry } from './types';

/** The entry with its copy of the paper enriched by `paper`. */
export function refreshed(entry: ShelfEntry, paper: Paper): ShelfEntry {
  return { ...entry, paper: mergePapers(entry.paper, paper) };
}

/**
 * One entry of two for the same paper: whatever the order and grouping in which shelves meet, and however often, they
 * come to the same. Reading status is that of the one changed last, or the further one where both were at once; tags
 * and notes of both are kept, and every id; the paper is off the shelf only if both were.
 */
export function mergeEntries(one: ShelfEntry, other: ShelfEntry): ShelfEntry {
  const removed = Math.max(one.removedAt ?? Number.NaN, other.removedAt ?? Number.NaN);
  const { title } = greater(one, other, (entry) => [entry.updatedAt, entry.paper.title]).paper;
  const [id, ...otherIds] = rankedIds(one, other) as [PaperId, ...PaperId[]];
  const citationKey = lesser(one.citationKey, other.citationKey);
  return {
    id,
    paper: { ...joinPapers(one.paper, other.paper, title), id },
    status: greater(one, other, (entry) => [entry.updatedAt, progressOf(entry.status)]).status,
    tags: unionOf(one.tags, other.tags),
    note: joinNotes(one.note, other.note),
    addedAt: Math.min(one.addedAt, other.addedAt),
    updatedAt: Math.max(one.updatedAt, other.updatedAt),
    ...(!Number.isNaN(removed) && { removedAt: removed }),
    ...(otherIds.length > 0 && { otherIds }),
    ...(citationKey !== undefined && { citationKey }),
  };
}

export const progressOf = (status: ReadingStatus) => readingStatuses.indexOf(status);

/** Every id of the two, the one the paper goes by first: arXiv's, else a DOI. Hashes of titles only where there is no other. */
export function rankedIds(one: Ids, other: Ids): PaperId[] {
  const all = unionOf(idsOf(one), idsOf(other)) as PaperId[];
  const identified = all.filter((id) => isIdentified({ id }));
  return identified.length > 0 ? identified : all.slice(0, 1);
}

/** Every id an entry goes by. */
export const idsOf = ({ id, otherIds = [] }: Ids): PaperId[] => [id, ...otherIds];

type Ids = Pick<ShelfEntry, 'id' | 'otherIds'>;

function lesser(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

/** Every note that another one does not go on from, a rule between them. A note keeps its own order. */
function joinNotes(one: string, other: string): string {
  const notes = unionOf(notesOf(one), notesOf(other));
  return notes
    .filter((note) => !notes.some((longer) => longer !== note && isContinued(note, longer)))
    .join(rule);
}

export const rule = '\n\n---\n\n';

/** The notes that were joined into one before. */
export const notesOf = (note: string) =>
  note
    .split(/^\s*---\s*$/m)
    .map(cleanNote)
    .filter((part) => part !== '');

/** A note as it is kept: without empty lines in front and white space behind. */
export const cleanNote = (note: string) =>
  note
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();

/** Whether the longer note is the other one with something behind it, and not behind a part of a word. */
export const isContinued = (note: string, longer: string) =>
  longer.startsWith(note) && /^(?![\p{L}\p{N}])/u.test(longer.slice(note.length));

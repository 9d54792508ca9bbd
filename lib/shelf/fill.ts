import { uniteLinks } from '@/lib/paper/links';
import { mergePapers } from '@/lib/paper/merge';
import { displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';
import { changed } from './change';
import { isContinued, notesOf, rankedIds, rule } from './entry';
import type { Found } from './files/found';
import { ownKey } from './files/keys';
import { withTag } from './tags';
import type { ShelfEntry } from './types';

/**
 * What a file of another program knows of a paper, added to what the shelf knows. What is there stays: only what is missing is
 * filled in, tags are added, and a note is put below the one there is. A paper that was taken off the shelf comes back.
 */
export function fill(known: ShelfEntry | undefined, found: Found, now: number): ShelfEntry {
  if (!known) return newEntry(found, now);
  const [id = known.id, ...otherIds] = rankedIds(known, found);
  const paper = { ...filledPaper(known.paper, found.paper), id };
  return changed(
    known,
    {
      id,
      otherIds: otherIds.length > 0 ? otherIds : undefined,
      paper,
      tags: found.tags.reduce(withTag, known.tags),
      note: withNote(known.note, found.note),
      citationKey: known.citationKey ?? ownKey(found.citationKey, paper),
      removedAt: undefined,
    },
    now,
  );
}

function newEntry(found: Found, now: number): ShelfEntry {
  const { id, otherIds, paper, tags, note, status = 'to-read', addedAt = now } = found;
  const citationKey = ownKey(found.citationKey, paper);
  return {
    id,
    paper,
    status,
    tags: tags.reduce(withTag, []),
    note,
    addedAt,
    updatedAt: now,
    ...(otherIds && { otherIds }),
    ...(citationKey !== undefined && { citationKey }),
  };
}

/** Lists keep the order they have: what a file adds stands behind it. */
function filledPaper(known: Paper, found: Paper): Paper {
  const titles = new Set([known.title, ...known.aliases].map(shownTitle));
  const merged = mergePapers(found, known);
  return {
    ...merged,
    // A bibliography writes titles as they are shown: that is no other title.
    aliases: merged.aliases.filter(
      (alias) => known.aliases.includes(alias) || !titles.has(shownTitle(alias)),
    ),
    authors: known.authors.length > 0 ? known.authors : found.authors,
    links: uniteLinks(known.links, found.links),
    keywords: [...new Set([...known.keywords, ...found.keywords])],
  };
}

const shownTitle = (title: string) =>
  displayTitle(title)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Formats that fold lines make no other note of one. */
const folded = (note: string) => note.replace(/\s+/g, ' ').trim();

function withNote(known: string, found: string): string {
  if (found === '' || folded(known).includes(folded(found))) return known;
  if (known === '' || isContinued(known, found)) return found;
  const notes = notesOf(known);
  return [
    ...notes,
    ...notesOf(found).filter((note) => !notes.some((one) => folded(one) === folded(note))),
  ].join(rule);
}

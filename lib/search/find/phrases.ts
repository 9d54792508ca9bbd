import { bitOf, firstPlace, type Positions } from '../segment/format';
import { PlaceReader, type Segment } from '../segment/segment';
import type { WordCursor } from '../segment/word-cursor';
import { commonWords } from '../text/common-words';
import { Marks } from './marks';
import { likenesses } from './reading';

/** Words that must follow one another. */
export interface Phrase {
  parts: readonly string[];
  /** The last of them may go on. */
  open: boolean;
}

/** Whether a segment has all words of a phrase: without them its positions need not be read. */
export function mayHold(segment: Segment, { parts, open }: Phrase): boolean {
  const cursor = segment.words();
  return parts.every((part, i) => {
    if (commonWords.has(part)) return true;
    if (!open || i < parts.length - 1) return cursor.find(part);
    return cursor.seek(part) && cursor.startsWith(part);
  });
}

/**
 * The papers of a segment in which a phrase stands, in the fields whose bits are set in `within`. The positions of the
 * segment must be there. Common words are not indexed in abstracts: there any word passes for one.
 */
export function markPhrase(segment: Segment, { parts, open }: Phrase, within: number): Marks {
  const marks = new Marks(segment.papers);
  if (!mayHold(segment, { parts, open })) return marks;
  const { positions } = segment;
  if (!positions) throw new Error('The positions of this segment were not read.');
  if (positions.length === 0) return marks;
  const anchor = Math.max(
    parts.findIndex((part) => !commonWords.has(part)),
    0,
  );
  // From the word that every place of the phrase must have, only papers that are left are looked at.
  const order = [anchor, ...parts.keys().filter((i) => i !== anchor)];
  const placesOf = new Map<number, PlacesByPaper>();
  let left: Set<number> | undefined;
  for (const i of order) {
    const part = parts[i] as string;
    const places = placesIn(segment, positions, part, open && i === parts.length - 1, left);
    placesOf.set(i, places);
    if (!commonWords.has(part) || i === anchor) left = new Set(places.keys());
    if (left?.size === 0) return marks;
  }
  for (const paper of left ?? []) {
    for (const start of placesOf.get(anchor)?.get(paper) ?? []) {
      const bit = 1 << (start >> 12);
      if (!(bit & within)) continue;
      const stands = order.every((i) => {
        const passes = bit === bitOf.abstract && commonWords.has(parts[i] as string);
        return (
          passes ||
          placesOf
            .get(i)
            ?.get(paper)
            ?.has(start + i - anchor)
        );
      });
      if (!stands) continue;
      marks.likeness[paper] = likenesses.same;
      marks.fields[paper] = (marks.fields[paper] as number) | bit;
      if (bit === bitOf.title) marks.place[paper] = Math.min(start - anchor - firstPlace.title, 255);
    }
  }
  return marks;
}

type PlacesByPaper = Map<number, Set<number>>;

function placesIn(
  segment: Segment,
  positions: Positions,
  part: string,
  open: boolean,
  among: ReadonlySet<number> | undefined,
): PlacesByPaper {
  const found: PlacesByPaper = new Map();
  const cursor = segment.words();
  if (!open) {
    if (cursor.find(part)) addPlaces(segment, positions, cursor, found, among);
    return found;
  }
  for (let more = cursor.seek(part); more && cursor.startsWith(part); more = cursor.next())
    addPlaces(segment, positions, cursor, found, among);
  return found;
}

function addPlaces(
  segment: Segment,
  positions: Positions,
  cursor: WordCursor,
  found: PlacesByPaper,
  among: ReadonlySet<number> | undefined,
): void {
  const { count, papers } = segment.read(cursor);
  const reader = new PlaceReader(positions, cursor.positions);
  for (let i = 0; i < count; i++) {
    const paper = papers[i] as number;
    if (among && !among.has(paper)) {
      reader.skip(1);
      continue;
    }
    const places = found.get(paper) ?? new Set();
    for (const place of reader.next()) places.add(place);
    found.set(paper, places);
  }
}

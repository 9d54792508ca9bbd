import { bytesOf } from '../segment/bytes';
import { bitOf } from '../segment/format';
import type { Segment } from '../segment/segment';
import type { WordCursor } from '../segment/word-cursor';
import { commonWords } from '../text/common-words';
import { beginningLikeness, likenesses, type Reading } from './reading';

/** What one word of a query finds in a segment, by number of paper. */
export class Marks {
  /** 0: the paper does not have it. */
  readonly likeness: Float32Array;
  readonly fields: Uint8Array;
  /** Place in the title, where it stands there. */
  readonly place: Uint8Array;

  constructor(papers: number) {
    this.likeness = new Float32Array(papers);
    this.fields = new Uint8Array(papers);
    this.place = new Uint8Array(papers);
  }

  /** Marks the papers that have the word a cursor stands at, in these fields. */
  add(segment: Segment, cursor: WordCursor, likeness: number, within: number): void {
    const { count, papers, fields, places } = segment.read(cursor);
    for (let i = 0; i < count; i++) {
      const paper = papers[i] as number;
      const found = (fields[i] as number) & within;
      if (found > 0) this.#note(paper, likeness, found, places[i] as number);
    }
  }

  /** Marks the papers that have one of the two and keeps the better of both. */
  join(other: Marks): void {
    for (let paper = 0; paper < this.likeness.length; paper++) {
      const [likeness, fields, place] = [other.likeness[paper], other.fields[paper], other.place[paper]];
      if (fields) this.#note(paper, likeness as number, fields, place as number);
    }
  }

  #note(paper: number, likeness: number, fields: number, place: number): void {
    const known = this.fields[paper] as number;
    const isBetter = likeness > (this.likeness[paper] as number);
    if (fields & bitOf.title && (isBetter || !(known & bitOf.title))) this.place[paper] = place;
    this.fields[paper] = known | fields;
    if (isBetter) this.likeness[paper] = likeness;
  }

  /** Leaves only the papers that have both. The place is that of the first. */
  meet(other: Marks): void {
    for (let paper = 0; paper < this.likeness.length; paper++) {
      this.likeness[paper] = Math.min(this.likeness[paper] as number, other.likeness[paper] as number);
      this.fields[paper] =
        this.likeness[paper] === 0 ? 0 : (this.fields[paper] as number) | (other.fields[paper] as number);
    }
  }
}

/** The papers of a segment that have a word as it is read, in the fields whose bits are set in `within`. */
export function markWord(segment: Segment, reading: Reading, within: number): Marks {
  const marks = new Marks(segment.papers);
  const cursor = segment.words();
  const { word, forms, corrections, beginnings } = reading;
  const mark = (letters: string, likeness: number) => {
    if (cursor.find(letters)) marks.add(segment, cursor, likeness, within);
  };
  mark(word.letters, likenesses.same);
  for (const form of forms) mark(form, likenesses.form);
  for (const correction of corrections) mark(correction, likenesses.correction);
  if (beginnings) markBeginnings(segment, cursor, word.letters, marks, within);
  if (word.parts.length > 1) marks.join(markParts(segment, reading, within));
  return marks;
}

function markBeginnings(
  segment: Segment,
  cursor: WordCursor,
  letters: string,
  marks: Marks,
  within: number,
): void {
  const { length } = bytesOf(letters);
  for (let more = cursor.seek(letters); more && cursor.startsWith(letters); more = cursor.next())
    marks.add(segment, cursor, beginningLikeness(length, cursor.length), within);
}

/** Those that abstracts are indexed by; all, where there are none. */
export function telling(parts: readonly string[]): readonly string[] {
  const rest = parts.filter((part) => !commonWords.has(part));
  return rest.length > 0 ? rest : parts;
}

/** "multi-modal" is found where both its parts stand, too. */
function markParts(segment: Segment, { word, beginnings }: Reading, within: number): Marks {
  const last = word.parts.at(-1);
  return telling(word.parts)
    .map((part) => {
      const marks = new Marks(segment.papers);
      const cursor = segment.words();
      if (cursor.find(part)) marks.add(segment, cursor, likenesses.same, within);
      if (part === last && beginnings) markBeginnings(segment, cursor, part, marks, within);
      return marks;
    })
    .reduce((all, marks) => {
      all.meet(marks);
      return all;
    });
}

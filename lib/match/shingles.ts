import { FoldedText } from './fold';
import { type Key, rangeHash1, rangeHash2, shingleHash1, shingleLength, shortestTitle } from './hash';
import { lineKey, pairKey } from './lines';

/**
 * How often a shingle (by its first hash) occurs in the archive's own text, roughly: shingles that share a counter count
 * together, and counters stop at 255. Four megabytes, whatever the size of the archive.
 */
export class ShingleCounts {
  /** For a later build to go on with. */
  readonly counters: Uint8Array;

  /** @param counters of an earlier build, which are taken over */
  constructor(counters?: Uint8Array) {
    this.counters = counters ?? new Uint8Array(1 << 22);
  }

  add(hash: number): void {
    const at = hash & (this.counters.length - 1);
    this.counters[at] = Math.min(255, (this.counters[at] as number) + 1);
  }

  of(hash: number): number {
    return this.counters[hash & (this.counters.length - 1)] as number;
  }
}

/** A head that occurs no more often than this is rare enough to anchor its title. */
const rareHead = 3;
/** A tail that occurs more often than this is a turn of phrase. */
const rareTail = 40;

const scratch = new FoldedText();

function fold(text: string): FoldedText {
  scratch.clear();
  return scratch.append(text);
}

/** Positions in `text` at which a whole shingle starts. */
function shinglePositions(text: FoldedText): number[] {
  const positions: number[] = [];
  for (let i = 0; i < text.startCount; i++) {
    const at = text.starts[i] as number;
    if (at + shingleLength <= text.length) positions.push(at);
  }
  return positions;
}

/** Counts the shingles of `text` (raw) into `counts`. */
export function countShingles(text: string, counts: ShingleCounts): void {
  const folded = fold(text);
  for (const at of shinglePositions(folded)) {
    counts.add(shingleHash1(folded, at));
  }
}

/** A key of a title, and the one that it has in a line of the title's length. */
export interface TitleKey extends Key {
  line: number;
  /** That of both keys of the title together: the second one carries it. */
  pair?: number;
}

/**
 * The keys under which the filter knows a title (raw, as `Variant.text`): two rare shingles, so that a change at one
 * end leaves the other; for a title shorter than a shingle the whole of it; none where even that is too short.
 */
export function titleKeys(title: string, counts: ShingleCounts): TitleKey[] {
  const text = fold(title);
  if (text.length < shortestTitle) return [];
  const positions = shinglePositions(text);
  if (positions.length === 0) return [wholeKey(text)];
  const count = (at: number) => counts.of(shingleHash1(text, at));
  const rarest = (among: number[], better: (a: number, b: number) => boolean) =>
    among.reduce((best, at) => (better(count(at), count(best)) ? at : best));
  const middle = (positions.length + 1) >> 1;
  const head = positions[0] as number;
  const first = count(head) <= rareHead ? head : rarest(positions.slice(0, middle), (a, b) => a < b);
  const tail = rarest(positions.slice(Math.min(middle, positions.length - 1)), (a, b) => a <= b);
  // A tail such as "Reinforcement Learning" would be met on every page: better two anchors in the front.
  const others = positions.filter((at) => at !== first);
  const second = count(tail) <= rareTail || others.length === 0 ? tail : rarest(others, (a, b) => a <= b);
  const keys = [...new Set([first, second])]
    .sort((a, b) => a - b)
    .map((at): TitleKey => {
      const h2 = rangeHash2(text, at, at + shingleLength, 'shingle');
      return { h1: shingleHash1(text, at), h2, line: lineKey(h2, at, text.length) };
    });
  const [one, other] = keys;
  if (one && other) other.pair = pairKey(one.h2, other.h2);
  return keys;
}

function wholeKey(text: FoldedText): TitleKey {
  const h2 = rangeHash2(text, 0, text.length, 'short');
  return { h1: rangeHash1(text, 0, text.length, 'short'), h2, line: lineKey(h2, 0, text.length) };
}

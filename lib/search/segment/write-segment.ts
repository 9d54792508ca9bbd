import { Bytes } from './bytes';
import type { Draft } from './draft';
import { bitOf, type Positions, type SegmentData, wordsInBlock } from './format';
import { longestWord } from './word-cursor';

export interface Written {
  data: SegmentData;
  positions: Positions;
}

/**
 * The segment of some papers of a draft.
 *
 * @param order their numbers in the draft, in order of id
 * @param pause awaited between steps, so that other work gets its turn
 */
export async function writeSegment(
  draft: Draft,
  order: readonly number[],
  pause: () => Promise<void>,
): Promise<Written> {
  const papers = order.flatMap((number) => draft.papers[number] ?? []);
  const organizations = [...new Set(papers.map(({ organization }) => organization))].filter(Boolean);
  const organizationNumber = new Map(organizations.map((name, i) => [name, i + 1]));
  const sorted = await sortEntries(draft, order, pause);
  await pause();
  const { dictionary, blocks, postings, positions } = await writeWords(draft, sorted, pause);
  await pause();
  return {
    data: {
      ids: papers.map(({ id }) => `\n${id}`).join(''),
      days: Uint16Array.from(papers, ({ day }) => day),
      facts: Uint16Array.from(papers, ({ facts }) => facts),
      sizes: sorted.sizes,
      titleSizes: Uint8Array.from(papers, ({ titleSize }) => titleSize),
      organizations,
      organizationOf: Uint16Array.from(
        papers,
        ({ organization }) => organizationNumber.get(organization) ?? 0,
      ),
      dictionary,
      blocks,
      postings,
    },
    positions,
  };
}

interface Sorted {
  /** Numbers of words in the draft, in the order of their bytes. */
  words: number[];
  /** Entries by word in that order, and of one word by paper. */
  entries: Uint32Array;
  /** Where the entries of each word end. */
  ends: Uint32Array;
  /** New number of each paper of the draft. */
  numbers: Int32Array;
  /** Distinct words of each paper, by its new number, at most 255. */
  sizes: Uint8Array;
}

/** Two counting sorts, by paper and then by word. */
async function sortEntries(
  draft: Draft,
  order: readonly number[],
  pause: () => Promise<void>,
): Promise<Sorted> {
  const { papers, words, entries } = draft;
  const numbers = new Int32Array(papers.length).fill(-1);
  order.forEach((paper, i) => {
    numbers[paper] = i;
  });
  const paperOf = (entry: number) => numbers[entries.paper[entry] as number] as number;
  const all = entriesOf(draft, numbers);
  await pause();
  const byPaper = countingSort(all, order.length, paperOf);
  await pause();
  const met = new Uint8Array(words.length);
  for (const entry of all) met[entries.word[entry] as number] = 1;
  const sortedWords = inOrderOfBytes(draft, met);
  await pause();
  const rank = new Uint32Array(words.length);
  sortedWords.forEach((word, i) => {
    rank[word] = i;
  });
  const byWord = countingSort(
    byPaper.items,
    sortedWords.length,
    (entry) => rank[entries.word[entry] as number] as number,
  );
  const sizes = new Uint8Array(order.length);
  byPaper.ends.forEach((end, paper) => {
    sizes[paper] = Math.min(end - (byPaper.ends[paper - 1] ?? 0), 255);
  });
  return { words: sortedWords, entries: byWord.items, ends: byWord.ends, numbers, sizes };
}

/** The entries of papers that have a number. Many: no iterator, which takes ten times as long. */
function entriesOf({ entries }: Draft, numbers: Int32Array): Uint32Array {
  const found = new Uint32Array(entries.paper.length);
  let count = 0;
  for (let entry = 0; entry < found.length; entry++)
    if ((numbers[entries.paper[entry] as number] as number) >= 0) found[count++] = entry;
  return found.subarray(0, count);
}

/** Sorts by a key below `keys`; what has the same key stays in its order. */
function countingSort(items: Uint32Array, keys: number, keyOf: (item: number) => number) {
  const next = new Uint32Array(keys + 1);
  for (const item of items) next[keyOf(item) + 1] = (next[keyOf(item) + 1] as number) + 1;
  for (let key = 0; key < keys; key++) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
  const sorted = new Uint32Array(items.length);
  for (const item of items) {
    const key = keyOf(item);
    const at = next[key] as number;
    sorted[at] = item;
    next[key] = at + 1;
  }
  return { items: sorted, ends: next.subarray(0, keys) };
}

/** Numbers of the words that were met, in the order of their UTF-8 bytes. */
function inOrderOfBytes(draft: Draft, met: Uint8Array): number[] {
  const { words } = draft;
  const isMet = (_: string, number: number) => met[number] === 1;
  // Code units have the order of bytes, but for surrogates.
  if (words.some((word) => /[\ud800-\udfff]/.test(word)))
    return words
      .filter(isMet)
      .sort(compareCodePoints)
      .map((word) => draft.wordNumber(word));
  // Those of a segment came in order: few others stand behind them.
  const disorder = words.findIndex((word, i) => i > 0 && word < (words[i - 1] as string));
  const ordered = disorder < 0 ? words.length : disorder;
  const others = words.filter((word, number) => number >= ordered && isMet(word, number)).sort();
  const merged: number[] = [];
  let next = 0;
  for (const word of others) {
    for (; next < ordered && (words[next] as string) < word; next++) if (met[next]) merged.push(next);
    merged.push(draft.wordNumber(word));
  }
  for (; next < ordered; next++) if (met[next]) merged.push(next);
  return merged;
}

function compareCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((character, i) => character !== right[i]);
  // Where none differs, one is the beginning of the other, or both are the same.
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}

/** Entries written between two pauses. */
const slice = 30_000;

async function writeWords(
  { words, entries: columns, places }: Draft,
  { words: inOrder, entries, ends, numbers }: Sorted,
  pause: () => Promise<void>,
) {
  const dictionary = new Bytes();
  const blocks = new Uint32Array(Math.ceil(inOrder.length / wordsInBlock) * 3);
  const postings = new Bytes();
  const positions = new Bytes();
  const allPlaces = places.written();
  const bytes = new Uint8Array(longestWord * 4);
  const before = new Uint8Array(longestWord * 4);
  let lengthBefore = 0;
  let paused = 0;
  for (const [i, number] of inOrder.entries()) {
    const isFirst = i % wordsInBlock === 0;
    if (isFirst) blocks.set([dictionary.length, postings.length, positions.length], (i / wordsInBlock) * 3);
    const length = encodeInto(words[number] as string, bytes);
    const shared = isFirst ? 0 : sharedBytes(before, lengthBefore, bytes, length);
    if (!isFirst) dictionary.varint(shared);
    dictionary.varint(length - shared);
    dictionary.all(bytes.subarray(shared, length));
    before.set(bytes.subarray(0, length));
    lengthBefore = length;
    const [postingsBefore, positionsBefore] = [postings.length, positions.length];
    const from = i === 0 ? 0 : (ends[i - 1] as number);
    const to = ends[i] as number;
    let paper = -1;
    for (let at = from; at < to; at++) {
      const entry = entries[at] as number;
      const next = numbers[columns.paper[entry] as number] as number;
      const fields = columns.fields[entry] as number;
      const onlyAbstract = fields === bitOf.abstract;
      postings.varint(((next - paper - 1) << 1) | (onlyAbstract ? 0 : 1));
      if (!onlyAbstract) postings.byte(fields);
      if (fields & bitOf.title) postings.byte(columns.titlePlace[entry] as number);
      positions.part(allPlaces, columns.placesFrom[entry] as number, columns.placesTo[entry] as number);
      paper = next;
    }
    dictionary.varint(to - from);
    dictionary.varint(postings.length - postingsBefore);
    dictionary.varint(positions.length - positionsBefore);
    if (to - paused > slice) {
      paused = to;
      await pause();
    }
  }
  return {
    dictionary: dictionary.written().slice(),
    blocks,
    postings: postings.written().slice(),
    positions: positions.written().slice(),
  };
}

const encoder = new TextEncoder();

/** Writes a word's UTF-8 bytes. @returns how many. Most words are ASCII: for these no encoder need be called. */
function encodeInto(word: string, bytes: Uint8Array): number {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code > 127) return encoder.encodeInto(word, bytes).written;
    bytes[i] = code;
  }
  return word.length;
}

function sharedBytes(a: Uint8Array, aLength: number, b: Uint8Array, bLength: number): number {
  const most = Math.min(aLength, bLength);
  let shared = 0;
  while (shared < most && a[shared] === b[shared]) shared++;
  return shared;
}

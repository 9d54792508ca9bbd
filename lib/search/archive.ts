import type { PaperId } from '../paper/types';
import { breather } from './breathe';
import { Draft } from './segment/draft';
import {
  indexForm,
  mostPapers,
  type Positions,
  type SegmentData,
  type SegmentRecord,
} from './segment/format';
import { Segment } from './segment/segment';
import { writeSegment } from './segment/write-segment';
import type { SearchSources } from './sources';
import { indexedEntry } from './text/indexed';

/** Segments that are read before the others: those of the newest papers, with which every search begins. */
const firstSegments = 2;
/** An index that is replaced while it is read is read again, so often. */
const tries = 3;

/** A segment in memory. */
export interface Piece {
  segment: Segment;
  /** Papers that another piece knows better: those on the shelf. */
  hidden: ReadonlySet<number>;
}

type Pieces = readonly Piece[];

interface Shelf {
  segments: Segment[];
  /** Every id of its papers. */
  ids: PaperId[];
}

type Stores = Pick<SearchSources, 'readManifest' | 'readRecords' | 'readShelf'>;

/** The index in memory, of the digest and of the shelf: read once, newest first, and again when either has changed. */
export class Archive {
  /** Whether everything is in memory. */
  complete = false;
  readonly #stores: Stores;
  #records: Promise<SegmentRecord[]> | undefined;
  #shelf: Promise<Shelf> | undefined;
  #first: Promise<Pieces> | undefined;
  #all: Promise<Pieces> | undefined;
  /** By name of their records: what is never changed is read once. */
  #known = new Map<string, Segment>();
  /** Names of the records of positions. */
  readonly #positions = new WeakMap<Segment, string>();
  /** Segments whose positions are being read, or were. */
  readonly #reading = new WeakMap<Segment, Promise<void>>();

  constructor(stores: Stores) {
    this.#stores = stores;
  }

  /** The newest papers. */
  first(): Promise<Pieces> {
    this.#first ??= this.#orForget(this.#read(firstSegments).then((segments) => segments.map(bare)));
    return this.#first;
  }

  /** Every paper, newest first. */
  all(): Promise<Pieces> {
    if (this.#all) return this.#all;
    const reading = this.#orForget(this.#readAll());
    this.#all = reading;
    return reading.then((pieces) => {
      // Something may have changed meanwhile.
      this.complete = this.#all === reading;
      return pieces;
    });
  }

  /** What could not be read is tried again by the next search. */
  #orForget<T>(reading: Promise<T>): Promise<T> {
    reading.catch(() => {
      this.forget('digest');
      this.forget('shelf');
    });
    return reading;
  }

  /** Has what changed read again by the next search; what is in memory and did not change stays. */
  forget(part: 'digest' | 'shelf'): void {
    if (part === 'shelf') this.#shelf = undefined;
    else this.#records = undefined;
    this.#first = undefined;
    this.#all = undefined;
    this.complete = false;
  }

  /** Reads the positions of these segments where they are not in memory. */
  async readPositions(segments: readonly Segment[]): Promise<void> {
    const missing = segments.filter((segment) => !segment.positions && !this.#reading.has(segment));
    if (missing.length > 0) {
      const reading = this.#readPositions(missing);
      for (const segment of missing) this.#reading.set(segment, reading);
      reading.catch(() => {
        for (const segment of missing) this.#reading.delete(segment);
      });
    }
    await Promise.all(segments.map((segment) => this.#reading.get(segment)));
  }

  async #readPositions(segments: readonly Segment[]): Promise<void> {
    const names = segments.map((segment) => this.#positions.get(segment) ?? '');
    const found = await this.#stores.readRecords(names);
    for (const [i, segment] of segments.entries()) {
      // Those of an index that was replaced are gone: no phrase is found in it before it is read anew.
      segment.positions = (found.get(names[i] as string) as Positions | undefined) ?? new Uint8Array();
    }
  }

  async #readAll(): Promise<Pieces> {
    await this.first();
    this.#shelf ??= this.#readShelf();
    const [digest, shelf] = await Promise.all([this.#read(Number.POSITIVE_INFINITY), this.#shelf]);
    const kept = new Set(digest);
    for (const [name, segment] of this.#known) if (!kept.has(segment)) this.#known.delete(name);
    return [...shelf.segments.map(bare), ...digest.map((segment) => without(segment, shelf.ids))];
  }

  /** The segments of the `most` newest papers. */
  async #read(most: number): Promise<Segment[]> {
    for (let left = tries; ; left--) {
      this.#records ??= this.#readRecords();
      const records = (await this.#records).slice(0, most);
      const missing = records.filter(({ name }) => !this.#known.has(name));
      const found = await this.#stores.readRecords(missing.map(({ name }) => name));
      for (const { name, positions } of missing) {
        const data = found.get(name) as SegmentData | undefined;
        if (!data) continue;
        const segment = new Segment(data);
        this.#known.set(name, segment);
        this.#positions.set(segment, positions);
      }
      const segments = records.flatMap(({ name }) => this.#known.get(name) ?? []);
      if (segments.length === records.length || left === 0) return segments;
      this.#records = undefined;
    }
  }

  async #readRecords(): Promise<SegmentRecord[]> {
    const manifest = await this.#stores.readManifest();
    if (manifest?.form !== indexForm) return [];
    return manifest.segments.toSorted((a, b) => b.latest - a.latest);
  }

  async #readShelf(): Promise<Shelf> {
    const entries = await this.#stores.readShelf();
    const sorted = entries.toSorted((a, b) => (a.paper.id < b.paper.id ? -1 : 1));
    const breathe = breather();
    const segments: Segment[] = [];
    for (let from = 0; from < sorted.length; from += mostPapers) {
      const draft = new Draft();
      for (const entry of sorted.slice(from, from + mostPapers)) {
        draft.add(indexedEntry(entry));
        await breathe();
      }
      const { data, positions } = await writeSegment(draft, draft.inOrder(), breathe);
      segments.push(Object.assign(new Segment(data), { positions }));
    }
    return { segments, ids: entries.flatMap(({ paper, otherIds = [] }) => [paper.id, ...otherIds]) };
  }
}

const none: ReadonlySet<number> = new Set();
const bare = (segment: Segment): Piece => ({ segment, hidden: none });

function without(segment: Segment, ids: readonly PaperId[]): Piece {
  const numbers = ids.map((id) => segment.numberOf(id)).filter((number) => number >= 0);
  return { segment, hidden: numbers.length > 0 ? new Set(numbers) : none };
}

import type { Paper, PaperId } from '../paper/types';
import { Draft } from './segment/draft';
import {
  indexForm,
  type Manifest,
  mostPapers,
  type Positions,
  type SegmentData,
  type SegmentRecord,
} from './segment/format';
import { Segment } from './segment/segment';
import { writeSegment } from './segment/write-segment';
import { indexed } from './text/indexed';

/** Where the index lies. */
export interface IndexStore {
  readRecords(names: readonly string[]): Promise<Map<string, unknown>>;
  /** One transaction. */
  writeRecords(records: ReadonlyMap<string, unknown>): Promise<void>;
  /** Puts the manifest in place and removes every record that it does not name. One transaction. */
  writeManifest(manifest: Manifest, names: ReadonlySet<string>): Promise<void>;
}

/** The index does not hold what its manifest names. */
export class BrokenIndex extends Error {}

/** Papers read between two pauses. */
const slice = 40;

/** The segment that is being changed; without a record it is a new one behind the last. */
interface OpenSegment {
  draft: Draft;
  record: SegmentRecord | undefined;
}

/**
 * Brings the index up to date. What it writes lies beside the segments that searches read, until `finish` puts another
 * manifest in place: cut off anywhere, the index is what it was.
 */
export class IndexWriter {
  readonly #store: IndexStore;
  readonly #pause: () => Promise<void>;
  /** In order of id. */
  #records: SegmentRecord[];
  #next: number;
  #open: OpenSegment | undefined;

  /**
   * @param manifest of the index to go on with; without one it begins empty
   * @param pause awaited between steps, so that other work gets its turn
   */
  constructor(store: IndexStore, manifest: Manifest | undefined, pause: () => Promise<void>) {
    this.#store = store;
    this.#pause = pause;
    this.#records = [...(manifest?.segments ?? [])];
    this.#next = manifest?.next ?? 0;
  }

  /**
   * Takes out the papers of these ids and adds those that are there now.
   *
   * @param ids ascending, all of them behind those of earlier calls
   * @param papers those of `ids` that the digest holds
   */
  async change(ids: readonly PaperId[], papers: readonly Paper[]): Promise<void> {
    const now = new Map(papers.map((paper) => [paper.id, paper]));
    for (const [i, id] of ids.entries()) {
      if (i % slice === slice - 1) await this.#pause();
      const { draft } = await this.#openFor(id);
      draft.remove(id);
      const paper = now.get(id);
      if (paper) draft.add(indexed(paper));
    }
    await this.#pause();
  }

  /** Puts the changed index in place. */
  async finish(): Promise<void> {
    await this.#close();
    const manifest: Manifest = { form: indexForm, segments: this.#records, next: this.#next };
    const names = manifest.segments.flatMap(({ name, positions }) => [name, positions]);
    await this.#store.writeManifest(manifest, new Set(names));
  }

  async #openFor(id: PaperId): Promise<OpenSegment> {
    const record = this.#recordFor(id);
    const isFull = this.#open && this.#open.draft.numberOf.size >= (this.#open.record ? 2 : 1) * mostPapers;
    if (this.#open && this.#open.record === record && !isFull) return this.#open;
    await this.#close();
    // Where it lies may be another segment by now.
    const target = this.#recordFor(id);
    const draft = new Draft();
    if (target) await this.#load(draft, target);
    this.#open = { draft, record: target };
    return this.#open;
  }

  /** The segment in which a paper lies or belongs; undefined: a new one behind the last. */
  #recordFor(id: PaperId): SegmentRecord | undefined {
    const behind = this.#records.findIndex(({ from }) => from > id);
    const record = this.#records[behind < 0 ? this.#records.length - 1 : Math.max(behind - 1, 0)];
    return behind < 0 && record && id > record.to && record.papers >= mostPapers ? undefined : record;
  }

  async #load(draft: Draft, { name, positions }: SegmentRecord): Promise<void> {
    const found = await this.#store.readRecords([name, positions]);
    const data = found.get(name) as SegmentData | undefined;
    const places = found.get(positions) as Positions | undefined;
    if (!data || !places) throw new BrokenIndex('A piece of the search index is missing.');
    await draft.addSegment(new Segment(data), places, this.#pause);
    await this.#pause();
  }

  /** Writes the open segment, in several where it has grown too large. */
  async #close(): Promise<void> {
    if (!this.#open) return;
    const { draft, record } = this.#open;
    this.#open = undefined;
    const order = draft.inOrder();
    const count = Math.ceil(order.length / mostPapers);
    const made: SegmentRecord[] = [];
    for (let i = 0; i < count; i++) {
      const from = Math.floor((order.length * i) / count);
      const to = Math.floor((order.length * (i + 1)) / count);
      made.push(await this.#write(draft, order.slice(from, to)));
    }
    const at = record ? this.#records.indexOf(record) : this.#records.length;
    this.#records.splice(at, record ? 1 : 0, ...made);
  }

  async #write(draft: Draft, order: readonly number[]): Promise<SegmentRecord> {
    const { data, positions } = await writeSegment(draft, order, this.#pause);
    const { ids, latest, papers } = new Segment(data);
    const names = { name: `segment ${this.#next}`, positions: `positions ${this.#next}` };
    this.#next++;
    await this.#store.writeRecords(
      new Map<string, unknown>([
        [names.name, data],
        [names.positions, positions],
      ]),
    );
    await this.#pause();
    return { ...names, from: ids[0] as PaperId, to: ids.at(-1) as PaperId, papers, latest };
  }
}

import { getPaper, readBatch, readManifest, readSegments } from '@/lib/digest/store';
import { openSearch } from '@/lib/open-search';
import type { Paper, PaperId } from '@/lib/paper/types';
import type { Manifest } from '@/lib/search/segment/format';

/** Milliseconds from the call until there was something, and until all was there; and how much that was. */
export interface Answered {
  first: number;
  complete: number;
  found: number;
}

/** What the bench calls in a page of the extension. */
interface SearchBench {
  /** Forgets what is in memory. */
  open(): void;
  find(query: string): Promise<Answered>;
  relatedTo(id: PaperId): Promise<number>;
  /** Bytes of the index in the store, without and with the positions. */
  size(): Promise<{ segments: number; positions: number }>;
  /** Ids of papers that are spread evenly over the archive. */
  samples(count: number): Promise<PaperId[]>;
}

let search = openSearch();

function sizeOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return value.length;
  return Object.values(value as object).reduce((sum: number, part) => sum + sizeOf(part), 0);
}

declare global {
  var searchBench: SearchBench;
}

globalThis.searchBench = {
  open() {
    search = openSearch();
  },
  async find(query) {
    const begun = performance.now();
    const answered = { first: 0, complete: 0, found: 0 };
    for await (const { total } of search.find(query)) {
      answered.first ||= performance.now() - begun;
      answered.found = total;
    }
    answered.complete = performance.now() - begun;
    return answered;
  },
  async relatedTo(id) {
    const paper = (await getPaper(id)) as Paper;
    const begun = performance.now();
    await search.relatedTo(paper);
    return performance.now() - begun;
  },
  async size() {
    const manifest = (await readManifest()) as Manifest;
    const bytesOf = async (names: string[]) => {
      const records = [...(await readSegments(names)).values()];
      return records.reduce((sum: number, record) => sum + sizeOf(record), 0);
    };
    return {
      segments: await bytesOf(manifest.segments.map(({ name }) => name)),
      positions: await bytesOf(manifest.segments.map(({ positions }) => positions)),
    };
  },
  async samples(count) {
    const ids: PaperId[] = [];
    for (let after: PaperId | undefined; ; ) {
      const batch = await readBatch(after, 1_000);
      after = batch.at(-1)?.id;
      if (after === undefined) break;
      ids.push(...batch.map(({ id }) => id));
    }
    return Array.from(
      { length: count },
      (_, i) => ids[Math.floor(((i + 0.5) * ids.length) / count)] as PaperId,
    );
  },
};

import { getPaper, readBatch } from '@/lib/digest/store';
import { openSearch } from '@/lib/open-search';
import type { Paper, PaperId } from '@/lib/paper/types';

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
  /** Ids of papers that are spread evenly over the archive. */
  samples(count: number): Promise<PaperId[]>;
}

let search = openSearch();

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

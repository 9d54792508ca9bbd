import type { Paper, PaperId } from '@/lib/paper/types';
import { ArchiveSearch } from '@/lib/search/archive-search';
import { type IndexStore, IndexWriter } from '@/lib/search/index-writer';
import type { Manifest } from '@/lib/search/segment/format';
import type { SearchSources, Watched } from '@/lib/search/sources';
import type { FindOptions, Results, Shelved } from '@/lib/search/types';

/** A paper of which only what matters is said. */
export const paper = (id: string, title: string, more: Partial<Paper> = {}): Paper => ({
  id: (id.includes(':') ? id : `arxiv:${id}`) as PaperId,
  title,
  aliases: [],
  authors: [],
  links: [],
  keywords: [],
  ...more,
});

/** Records of an index, as a database keeps them. */
export class Records implements IndexStore {
  readonly all = new Map<string, unknown>();
  manifest: Manifest | undefined;

  async readRecords(names: readonly string[]) {
    return new Map(names.map((name) => [name, this.all.get(name)]));
  }
  async writeRecords(records: ReadonlyMap<string, unknown>) {
    for (const [name, record] of records) this.all.set(name, structuredClone(record));
  }
  async writeManifest(manifest: Manifest, names: ReadonlySet<string>) {
    this.manifest = structuredClone(manifest);
    for (const name of this.all.keys()) if (!names.has(name)) this.all.delete(name);
  }

  /** Takes papers in, and out those of `gone`. */
  async change(papers: readonly Paper[], gone: readonly PaperId[] = []): Promise<void> {
    const writer = new IndexWriter(this, this.manifest, async () => {});
    await writer.change([...papers.map(({ id }) => id), ...gone].sort(), papers);
    await writer.finish();
  }
}

interface Shelf {
  shelf?: Shelved[];
  seen?: PaperId[];
  watched?: Watched[];
}

/** A search over these papers. */
export async function searchOver(
  papers: readonly Paper[],
  { shelf = [], seen = [], watched = [] }: Shelf = {},
) {
  const records = new Records();
  await records.change(papers);
  return { records, search: new ArchiveSearch(sourcesOf(records, papers, { shelf, seen, watched })) };
}

function sourcesOf(
  records: Records,
  papers: readonly Paper[],
  { shelf, seen, watched }: Required<Shelf>,
): SearchSources {
  return {
    readManifest: async () => records.manifest,
    readRecords: (names) => records.readRecords(names),
    readPaper: async (id) => papers.find((one) => one.id === id),
    readShelf: async () => shelf,
    readSeen: async () => new Set(seen),
    readWatched: async () => watched,
  };
}

/** The last results of a search. */
export async function finished(
  search: ArchiveSearch,
  query: string,
  options: FindOptions = {},
): Promise<Results> {
  let last: Results | undefined;
  for await (const results of search.find(query, options)) last = results;
  return (
    last ?? {
      hits: [],
      total: 0,
      complete: true,
      readAs: new Map(),
      problems: [],
      highlighter: { stretchesIn: () => [], beyond: () => undefined },
    }
  );
}

export async function idsFound(
  search: ArchiveSearch,
  query: string,
  options?: FindOptions,
): Promise<string[]> {
  return (await finished(search, query, options)).hits.map(({ id }) => id.replace('arxiv:', ''));
}

import type { Paper, PaperId } from '../paper/types';
import type { Manifest } from './segment/format';
import type { Field, Shelved } from './types';

/** What a person wants to be told of: words in certain fields. */
export interface Watched {
  fields: readonly Field[];
  words: string;
}

/** Where a search finds what it reads. Each is asked only where a query needs it. */
export interface SearchSources {
  readManifest(): Promise<Manifest | undefined>;
  /** Records of the index by name, `undefined` for those that are gone. */
  readRecords(names: readonly string[]): Promise<Map<string, unknown>>;
  readPaper(id: PaperId): Promise<Paper | undefined>;
  readShelf(): Promise<readonly Shelved[]>;
  /** Papers that were before someone's eyes. */
  readSeen(): Promise<ReadonlySet<PaperId>>;
  readWatched(): Promise<readonly Watched[]>;
}

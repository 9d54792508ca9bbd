import { getPaper, readManifest, readSegments } from './digest/read';
import type { PaperId } from './paper/types';
import { ArchiveSearch } from './search/archive-search';
import type { Manifest } from './search/segment/format';
import type { Watched } from './search/sources';
import { fields } from './search/types';
import { readDigestSettings, type WatchField } from './settings/digest';
import { readSeen } from './shelf/looks';
import { getEntry, listShelf } from './shelf/store';

/** Opens the search over the digest and the shelf of this machine. Nothing is read before something is searched. */
export function openSearch(): ArchiveSearch {
  return new ArchiveSearch({
    readManifest: () => readManifest() as Promise<Manifest | undefined>,
    readRecords: readSegments,
    readPaper: async (id: PaperId) => (await getPaper(id)) ?? (await getEntry(id))?.paper,
    readShelf: listShelf,
    readSeen,
    readWatched,
  });
}

const paperFields = fields.filter((field) => field !== 'tag' && field !== 'note');

const fieldsOf: Record<WatchField, Watched['fields']> = {
  any: paperFields,
  author: ['author'],
  organization: ['organization'],
  keyword: ['keyword'],
  text: ['title', 'abstract'],
};

async function readWatched(): Promise<Watched[]> {
  const { watchWords } = await readDigestSettings();
  return watchWords.map(({ field, words }) => ({ fields: fieldsOf[field], words }));
}

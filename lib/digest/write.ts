import type { IDBPTransaction, StoreNames } from 'idb';
import { inTransaction } from '@/lib/database';
import { titleKeysOf } from '@/lib/match/title-id';
import { isIdentified } from '@/lib/paper/merge';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import { tallyDays } from './day-tally';
import { leading, type Place, placesOf } from './places';
import { type Change, type DigestSchema, openDigest, type SourceDay, type StoredPaper } from './schema';
import type { SourceId } from './sources/registry';
import { type PaperChange, type Renamed, type UpsertResult, WorkingSet } from './working-set';

/** What a source said of a day, beside its papers. */
interface Vouched extends Pick<SourceDay, 'syncedAt' | 'etags'> {
  /** Papers of the day that its list does not name and that stay all the same, behind it. */
  staying?: ReadonlySet<PaperId>;
}

/** Adds imported papers or merges them with what is known of them; never removes one. One transaction. */
export function addPapers(papers: readonly Paper[]): Promise<UpsertResult> {
  return add(papers, true);
}

/** Adds the bundled papers. They stay known as imported ones do, but what stands on their day is for its source to say. */
export function addStarter(papers: readonly Paper[]): Promise<UpsertResult> {
  return add(papers, false);
}

async function add(papers: readonly Paper[], holdsDay: boolean): Promise<UpsertResult> {
  return inTransaction(await openDigest(), written, async (transaction) => {
    const days = papers.flatMap(({ day }): DayKey[] => (day ? [[leading, day]] : []));
    const { working, records } = await loadAround(transaction, papers, [], days);
    for (const paper of papers) working.addImported(paper, holdsDay);
    await write(transaction, working, records);
    return working.result;
  });
}

/**
 * Makes a day of a source hold exactly `papers`, in this order, with the record that vouches for it: one transaction. A
 * paper that is no longer listed is removed, unless another day lists it; one that was imported for the day and that the
 * source lists nowhere keeps its place there, behind the list.
 */
export async function replaceDay(
  source: SourceId,
  day: Day,
  papers: readonly Paper[],
  { syncedAt, etags, staying }: Vouched,
): Promise<UpsertResult> {
  return inTransaction(await openDigest(), written, async (transaction) => {
    const listed = await papersAt(transaction, source, day);
    const { working, records } = await loadAround(transaction, papers, listed, [[source, day]]);
    const left = working.clearDay(source, day);
    papers.forEach((paper, ordinal) => {
      working.addListed(paper, [source, day, ordinal]);
    });
    if (staying) working.putBack(left.filter(({ id }) => staying.has(id)));
    working.release(left);
    await write(transaction, working, records, {
      of: [source, day],
      becomes: (counted) => ({ ...counted, complete: true, syncedAt, etags }),
    });
    return working.result;
  });
}

/** Notes that the source still says of a day what is stored; nothing where the day is no longer kept. */
export async function vouchForDay(source: SourceId, day: Day, syncedAt: number): Promise<void> {
  await inTransaction(await openDigest(), ['days'], async (transaction) => {
    const days = transaction.objectStore('days');
    const known = await days.get([source, day]);
    if (known) await days.put({ ...known, syncedAt });
  });
}

/**
 * Forgets a day of a source, with those of its papers that no other day lists and that were not imported. Where imported
 * papers stand on it, it stays as a day that was never asked for. One transaction.
 */
export async function dropDay(source: SourceId, day: Day): Promise<void> {
  await inTransaction(await openDigest(), written, async (transaction) => {
    const listed = await papersAt(transaction, source, day);
    const { working, records } = await loadAround(transaction, [], listed, [[source, day]]);
    working.release(working.clearDay(source, day));
    await write(transaction, working, records, {
      of: [source, day],
      becomes: ({ papers, own }) => ({ ...blank(source, day), papers, own }),
    });
  });
}

const written = ['papers', 'days', 'changes', 'meta'] satisfies StoreNames<DigestSchema>[];
type Writing = IDBPTransaction<DigestSchema, (typeof written)[number][], 'readwrite'>;
type DayKey = [SourceId, Day];
/** Records of days by `keyOf`. */
type Records = Map<string, SourceDay>;

const blank = (source: SourceId, day: Day): SourceDay => ({
  source,
  day,
  papers: 0,
  own: 0,
  complete: false,
  syncedAt: 0,
  etags: [],
});

const keyOf = (source: SourceId, day: Day) => `${source} ${day}`;

const papersAt = (transaction: Writing, source: SourceId, day: Day): Promise<StoredPaper[]> =>
  transaction.objectStore('papers').index('places').getAll(placesOf(source, day));

/** What the store holds of these papers, by id and by title, together with `known`, and of all days these touch. */
async function loadAround(
  transaction: Writing,
  papers: readonly Paper[],
  known: readonly StoredPaper[],
  days: DayKey[],
): Promise<{ working: WorkingSet; records: Records }> {
  const store = transaction.objectStore('papers');
  const loaded = new Set(known.map(({ paper }) => paper.id));
  const missing = papers.filter(({ id }) => !loaded.has(id));
  const [next, sameId, sameTitle] = await Promise.all([
    transaction.objectStore('meta').get('nextOrdinal'),
    Promise.all(missing.map(({ id }) => store.get(id))),
    namesakes(transaction, papers),
  ]);
  const found = [...known, ...sameId.filter((stored) => stored !== undefined), ...sameTitle];
  const placed = found.flatMap(({ places, importedOn }): DayKey[] => [
    ...places.map(([source, day]): DayKey => [source, day]),
    ...(importedOn === undefined ? [] : ([[leading, importedOn]] satisfies DayKey[])),
  ]);
  const records = await readDays(transaction, [...days, ...placed]);
  const isVouchedFor = ([source, day]: Place) => records.get(keyOf(source, day))?.complete === true;
  return { working: new WorkingSet(found, typeof next === 'number' ? next : 0, isVouchedFor), records };
}

/** Stored papers of the same titles. They count only where one of the two has no id, which is seldom the case. */
async function namesakes(transaction: Writing, papers: readonly Paper[]): Promise<StoredPaper[]> {
  const store = transaction.objectStore('papers');
  const hasNameless = (await store.count(nameless())) > 0;
  const asking = hasNameless ? papers : papers.filter((paper) => !isIdentified(paper));
  const keys = new Set(asking.flatMap(titleKeysOf));
  const byTitle = store.index('titleKeys');
  return (await Promise.all([...keys].map((key) => byTitle.getAll(key)))).flat();
}

/** Ids of papers that are known by their title alone. */
const nameless = () => IDBKeyRange.bound('title:', 'title;');

async function readDays(transaction: Writing, days: DayKey[]): Promise<Records> {
  const distinct = new Map(days.map((key) => [keyOf(...key), key]));
  const store = transaction.objectStore('days');
  const found = await Promise.all([...distinct.values()].map((key) => store.get(key)));
  return new Map(
    found
      .filter((record) => record !== undefined)
      .map((record) => [keyOf(record.source, record.day), record]),
  );
}

/** What else a write changes in the record of one day, beside its counts. */
interface Sealed {
  of: DayKey;
  becomes(counted: SourceDay): SourceDay;
}

async function write(
  transaction: Writing,
  working: WorkingSet,
  records: Records,
  sealed?: Sealed,
): Promise<void> {
  const papers = transaction.objectStore('papers');
  const days = transaction.objectStore('days');
  const meta = transaction.objectStore('meta');
  const { changes } = working;
  const { renamed } = working.result;
  const reindexed = changes.filter(concernsIndex);
  // Each in an async function of its own: a value that cannot be stored makes `put` throw at once, and the requests
  // made before it must still have someone waiting for them when they are aborted.
  await Promise.all([
    ...changes.map(async ({ id, after }) => (after ? papers.put(after) : papers.delete(id))),
    meta.put(working.next, 'nextOrdinal'),
    noteRenames(transaction, renamed),
    // Committed with the papers, so that a worker killed before it updated the index does so when it is next woken.
    reindexed.length > 0 && transaction.objectStore('changes').add(noteOf(reindexed)),
    ...recordsAfter(changes, records, sealed).map(async (record) => {
      if (record.papers === 0 && !record.complete) await days.delete([record.source, record.day]);
      else await days.put(record);
    }),
  ]);
}

function recordsAfter(changes: readonly PaperChange[], known: Records, sealed?: Sealed): SourceDay[] {
  const after: Records = new Map();
  const recordOf = (...[source, day]: DayKey) => known.get(keyOf(source, day)) ?? blank(source, day);
  for (const { source, day, papers, own } of tallyDays(changes)) {
    const record = recordOf(source, day);
    after.set(keyOf(source, day), { ...record, papers: record.papers + papers, own: record.own + own });
  }
  if (sealed) {
    const key = keyOf(...sealed.of);
    after.set(key, sealed.becomes(after.get(key) ?? recordOf(...sealed.of)));
  }
  return [...after.values()];
}

/** Whether a change is one that filter, candidates or search would show. */
function concernsIndex({ before, after }: PaperChange): boolean {
  return JSON.stringify(before && indexed(before)) !== JSON.stringify(after && indexed(after));
}

const indexed = (stored: StoredPaper) => {
  const { title, aliases, links, authors, keywords, organization, abstract, tldr } = stored.paper;
  const texts = [title, aliases, authors, keywords, organization, abstract, tldr];
  return [texts, links.map(({ kind, url }) => [kind, url]), dateOf(stored)];
};

const dateOf = ({ paper: { day, publishedAt } }: StoredPaper) => day ?? publishedAt ?? '';

const noteOf = (changes: readonly PaperChange[]): Change => ({ ids: changes.map(({ id }) => id) });

async function noteRenames(transaction: Writing, renamed: Renamed[]): Promise<void> {
  if (renamed.length === 0) return;
  const meta = transaction.objectStore('meta');
  const pending = ((await meta.get('renames')) as Renamed[] | undefined) ?? [];
  await meta.put([...pending, ...renamed], 'renames');
}

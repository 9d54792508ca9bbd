import { browser } from 'wxt/browser';
import { forgetCandidates } from '@/lib/digest/lookup';
import {
  countPapers,
  forgetChanges,
  getPapers,
  hasLedger,
  type PendingChanges,
  pendingChanges,
  readBatch,
  readLedger,
  readManifest,
  readMeta,
  readSegments,
  writeCandidates,
  writeLedger,
  writeManifest,
  writeMeta,
  writeSegments,
} from '@/lib/digest/store';
import { IndexBuilder } from '@/lib/match/index-builder';
import { ledgerForm } from '@/lib/match/ledger';
import { packFilter } from '@/lib/match/membership';
import { announce } from '@/lib/messages';
import type { Paper, PaperId } from '@/lib/paper/types';
import { publishFilter } from '@/lib/published-filter';
import { BrokenIndex, type IndexStore, IndexWriter } from '@/lib/search/index-writer';
import { indexForm, type Manifest } from '@/lib/search/segment/format';
import { coalesced, inTurn } from './in-turn';

/** Papers read at a time: one short transaction, and a pause for other events behind it. */
const batch = 100;
/**
 * Where more than this part of the papers changed since the index was last built from nothing, that is done again. For
 * as many changes at once an update takes as long; by and by, the anchors of titles were chosen among too few others.
 */
const mostChanged = 1 / 2;

const turn = inTurn();

/** Lets waiting events in. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Brings filter, candidates and search up to date with the digest and publishes them. Calls during an update share
 * one that follows it: the digest may have changed behind the first one's back.
 *
 * @returns number of papers
 */
export const updateIndex: () => Promise<number> = coalesced(() => turn(() => bringUpToDate(false)));

/** @param anew from every paper, not only from those that changed */
async function bringUpToDate(anew: boolean): Promise<number> {
  const changes = await pendingChanges();
  const [match, search] = await Promise.all([matchBuilder(changes, anew), searchWriter(anew)]);
  if (!changes && !match.anew && !search.anew) return countPapers();
  const papers = await make(match, search, changes);
  // What changed in the meantime stays noted. A worker killed before this takes the same changes up once more.
  if (changes) await forgetChanges(changes);
  announce('digest');
  return papers;
}

/**
 * Makes filter, candidates and search from every paper that is stored, whatever was made before: for someone who sees that
 * they are wrong. Until it is done the earlier ones serve.
 *
 * @returns number of papers
 */
export const rebuildIndex = (): Promise<number> => turn(() => bringUpToDate(true));

/**
 * Runs `work` while no update of the index is under way, for what an update must not see half of. `work` must not wait for
 * one itself.
 */
export const apartFromIndex = <T>(work: () => Promise<T>): Promise<T> => turn(work);

/** Updates the index where the digest has changed since, or where this version of the extension has not made it. */
export async function updateIfChanged(): Promise<void> {
  const isKnown = (await hasLedger(ownForm())) && (await readKnownManifest()) !== undefined;
  if (!isKnown || (await pendingChanges())) await updateIndex();
}

/**
 * Names the ledgers that this version of the extension made. Another one may read titles in another way, so that none goes on
 * with what another made: kept with the ledger itself, this outlives a worker that is stopped before it has done anything.
 */
const ownForm = () => `${ledgerForm} of ${browser.runtime.getManifest().version}`;

/** One of the two things made of the digest, and how papers get there. */
interface Part<Builder> {
  builder: Builder;
  /** Whether it is made from every paper, and not only from those that changed. */
  anew: boolean;
  /** @param papers those of `ids` that there are now */
  take(ids: readonly PaperId[], papers: readonly Paper[]): Promise<void>;
}

/** What pages are matched with. */
async function matchBuilder(changes: PendingChanges | undefined, anew: boolean): Promise<Part<IndexBuilder>> {
  const ledger = anew ? undefined : await readLedger(ownForm());
  const changed = (ledger?.changed ?? 0) + (changes?.ids.length ?? 0);
  const goesOn = ledger !== undefined && changed <= ledger.papers.length * mostChanged;
  const builder = goesOn ? new IndexBuilder(ledger, new Set(changes?.ids)) : new IndexBuilder();
  return { builder, anew: !goesOn, take: async (_, papers) => builder.add(papers) };
}

/** What is searched. */
async function searchWriter(anew: boolean): Promise<Part<IndexWriter>> {
  const known = await readKnownManifest();
  // Numbers go on, so that nothing is written over what searches read meanwhile.
  const manifest = known && anew ? { ...known, segments: [] } : known;
  const builder = new IndexWriter(segments, manifest, pause);
  return {
    builder,
    anew: anew || !known,
    take: (ids, papers) => builder.change(ids, papers),
  };
}

const segments: IndexStore = {
  readRecords: (names) => readSegments(names),
  writeRecords: (records) => writeSegments(records),
  writeManifest: (manifest, names) => writeManifest(manifest, names),
};

/** The manifest of the search index, where it has the form that this version of the extension knows. */
async function readKnownManifest(): Promise<Manifest | undefined> {
  const manifest = (await readManifest()) as Manifest | undefined;
  return manifest?.form === indexForm ? manifest : undefined;
}

async function make(
  match: Part<IndexBuilder>,
  search: Part<IndexWriter>,
  changes: PendingChanges | undefined,
): Promise<number> {
  try {
    await feed([match, search], changes);
    return await publish(match.builder, search.builder);
  } catch (error) {
    // Nothing mends it but an index from nothing, with which the next one begins.
    if (error instanceof BrokenIndex) await writeManifest(undefined, new Set());
    throw error;
  }
}

/** Gives each part the papers that it is made from, in order of id. */
async function feed(parts: readonly Part<unknown>[], changes: PendingChanges | undefined): Promise<void> {
  const anew = parts.filter((part) => part.anew);
  const onward = parts.filter((part) => !part.anew);
  let after: PaperId | undefined;
  while (anew.length > 0) {
    const papers = await readBatch(after, batch);
    after = papers.at(-1)?.id;
    if (after === undefined) break;
    const ids = papers.map(({ id }) => id);
    for (const part of anew) await pauseBehind(part.take(ids, papers));
  }
  const ids = changes?.ids.toSorted() ?? [];
  for (let i = 0; i < ids.length && onward.length > 0; i += batch) {
    const some = ids.slice(i, i + batch);
    const papers = (await getPapers(some)).filter((paper) => paper !== undefined);
    for (const part of onward) await pauseBehind(part.take(some, papers));
  }
}

async function pauseBehind(work: Promise<void>): Promise<void> {
  await work;
  await pause();
}

/** Writes both and puts them in place. @returns number of papers */
async function publish(match: IndexBuilder, search: IndexWriter): Promise<number> {
  const generation = (((await readMeta('generation')) as number | undefined) ?? 0) + 1;
  const { filter, candidates, ledger } = await match.build(generation, pause);
  await writeMeta('generation', generation);
  await writeCandidates(candidates);
  forgetCandidates();
  await publishFilter(packFilter(filter));
  await search.finish();
  // Last: as long as the ledger is the one before, or none, a worker that was killed makes all of this once more.
  await writeLedger(ledger, ownForm(), generation);
  return ledger.papers.length;
}

import { forgetCandidates } from '@/lib/digest/lookup';
import {
  forgetChanges,
  forgetLedger,
  getPapers,
  hasLedger,
  type PendingChanges,
  pendingChanges,
  readBatch,
  readLedger,
  readManifest,
  readMeta,
  readSegments,
  writeIndex,
  writeManifest,
  writeMeta,
  writeSegments,
} from '@/lib/digest/store';
import { IndexBuilder } from '@/lib/match/index-builder';
import { type Ledger, ledgerForm } from '@/lib/match/ledger';
import { packFilter } from '@/lib/match/membership';
import { announce } from '@/lib/messages';
import type { Paper, PaperId } from '@/lib/paper/types';
import { publishFilter } from '@/lib/published-filter';
import { type IndexStore, IndexWriter } from '@/lib/search/index-writer';
import { indexForm, type Manifest } from '@/lib/search/segment/format';
import { coalesced } from './in-turn';

/** Papers read at a time: one short transaction, and a pause for other events behind it. */
const batch = 250;
/**
 * Where more than this part of the papers changed since the index was last built from nothing, that is done again. For
 * as many changes at once an update takes as long; by and by, the anchors of titles were chosen among too few others.
 */
const mostChanged = 1 / 2;

/** The two things made of the digest: what pages are matched with, and what is searched. */
interface Builders {
  match: IndexBuilder;
  search: IndexWriter;
}

/** Lets waiting events in. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Brings filter, candidates and search up to date with the digest and publishes them. Calls during an update share
 * one that follows it: the digest may have changed behind the first one's back.
 *
 * @returns number of papers
 */
export const updateIndex: () => Promise<number> = coalesced(async () => {
  const changes = await pendingChanges();
  const known = await readKnown(changes);
  const papers = await (known ? change(known, changes) : buildAnew(changes));
  announce('digest');
  return papers;
});

/**
 * Updates the index where the digest has changed since, or where this version of the extension does not know its form.
 *
 * @param anew builds it from nothing: an update of the extension may read titles in another way
 */
export async function updateIfChanged(anew: boolean): Promise<void> {
  // In the store, so that a worker killed before the end still begins from nothing when it is next woken.
  if (anew) await forgetLedger(ledgerForm);
  const isKnown = (await hasLedger(ledgerForm)) && isOfThisForm(await readManifest());
  if (!isKnown || (await pendingChanges())) await updateIndex();
}

interface Known {
  ledger: Ledger;
  manifest: Manifest;
}

/** The index as it is, where an update can go on with it. */
async function readKnown(changes: PendingChanges | undefined): Promise<Known | undefined> {
  const [ledger, manifest] = await Promise.all([
    readLedger(ledgerForm) as Promise<Ledger | undefined>,
    readManifest(),
  ]);
  if (!ledger || !isOfThisForm(manifest)) return undefined;
  const changed = ledger.changed + (changes?.ids.length ?? 0);
  return changed <= ledger.papers.length * mostChanged ? { ledger, manifest } : undefined;
}

const isOfThisForm = (manifest: unknown): manifest is Manifest =>
  (manifest as Manifest | undefined)?.form === indexForm;

const segments: IndexStore = {
  readRecords: (names) => readSegments(names),
  writeRecords: (records) => writeSegments(records),
  writeManifest: (manifest, names) => writeManifest(manifest, names),
};

async function buildAnew(changes: PendingChanges | undefined): Promise<number> {
  const builders = { match: new IndexBuilder(), search: new IndexWriter(segments, undefined, pause) };
  let after: PaperId | undefined;
  for (;;) {
    const papers = await readBatch(after, batch);
    const last = papers.at(-1);
    if (!last) break;
    after = last.id;
    await take(
      builders,
      papers.map(({ id }) => id),
      papers,
    );
  }
  return publish(builders, changes);
}

async function change({ ledger, manifest }: Known, changes: PendingChanges | undefined): Promise<number> {
  if (!changes) return ledger.papers.length;
  const builders = {
    match: new IndexBuilder(ledger, new Set(changes.ids)),
    search: new IndexWriter(segments, manifest, pause),
  };
  const ids = changes.ids.toSorted();
  for (let i = 0; i < ids.length; i += batch) {
    const some = ids.slice(i, i + batch);
    const papers = await getPapers(some);
    await take(
      builders,
      some,
      papers.filter((paper) => paper !== undefined),
    );
  }
  return publish(builders, changes);
}

/** Takes the changes of these papers into both. @param papers those that there are now */
async function take(
  { match, search }: Builders,
  ids: readonly PaperId[],
  papers: readonly Paper[],
): Promise<void> {
  match.add(papers);
  await pause();
  await search.change(ids, papers);
}

async function publish({ match, search }: Builders, changes: PendingChanges | undefined): Promise<number> {
  const generation = (((await readMeta('generation')) as number | undefined) ?? 0) + 1;
  const { filter, candidates, ledger } = await match.build(generation, pause);
  await writeMeta('generation', generation);
  await writeIndex(candidates, ledger, ledgerForm);
  forgetCandidates();
  await publishFilter(packFilter(filter));
  await search.finish();
  // What changed in the meantime stays noted. A worker killed before this takes the same changes up once more.
  if (changes) await forgetChanges(changes);
  return ledger.papers.length;
}

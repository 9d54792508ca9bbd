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
  readMeta,
  readSomeSegments,
  writeCandidates,
  writeLedger,
  writeMeta,
  writeSegments,
} from '@/lib/digest/store';
import { IndexBuilder } from '@/lib/match/index-builder';
import { type Ledger, ledgerForm } from '@/lib/match/ledger';
import { packFilter } from '@/lib/match/membership';
import { announce } from '@/lib/messages';
import type { Paper, PaperId } from '@/lib/paper/types';
import { publishFilter } from '@/lib/published-filter';
import { pieceName, TitleListBuilder, type TitlePiece } from '@/lib/search/title-list';
import { coalesced } from './in-turn';

/** Papers read at a time: one short transaction, and a pause for other events behind it. */
const batch = 250;
/**
 * Where more than this part of the papers changed since the index was last built from nothing, that is done again. For
 * as many changes at once an update takes as long; by and by, the anchors of titles were chosen among too few others.
 */
const mostChanged = 1 / 2;

/** The two things made of the digest's titles: what pages are matched with, and what the popup searches. */
interface Builders {
  index: IndexBuilder;
  titles: TitleListBuilder;
}

/** Lets waiting events in. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Brings filter, candidates and title list up to date with the digest and publishes them. Calls during an update share
 * one that follows it: the digest may have changed behind the first one's back.
 *
 * @returns number of papers
 */
export const updateIndex: () => Promise<number> = coalesced(async () => {
  const [changes, ledger] = await Promise.all([pendingChanges(), readLedger(ledgerForm)]);
  const known = ledger as Ledger | undefined;
  const papers = await (known && canGoOn(known, changes) ? change(known, changes) : buildAnew(changes));
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
  if (!(await hasLedger(ledgerForm)) || (await pendingChanges())) await updateIndex();
}

function canGoOn(ledger: Ledger, changes: PendingChanges | undefined): boolean {
  return ledger.changed + (changes?.ids.length ?? 0) <= ledger.papers.length * mostChanged;
}

async function buildAnew(changes: PendingChanges | undefined): Promise<number> {
  const builders = { index: new IndexBuilder(), titles: new TitleListBuilder() };
  let after: PaperId | undefined;
  for (;;) {
    const papers = await readBatch(after, batch);
    const last = papers.at(-1);
    if (!last) break;
    after = last.id;
    addTo(builders, papers);
  }
  return publish(builders, changes, true);
}

async function change(ledger: Ledger, changes: PendingChanges | undefined): Promise<number> {
  if (!changes) return ledger.papers.length;
  const gone = new Set(changes.ids);
  const pieces = await readSomeSegments(new Set(changes.dates.map(pieceName)));
  const builders = {
    index: new IndexBuilder(ledger, gone),
    titles: new TitleListBuilder(pieces as Map<string, TitlePiece | undefined>, gone),
  };
  for (let i = 0; i < changes.ids.length; i += batch) {
    const papers = await getPapers(changes.ids.slice(i, i + batch));
    addTo(
      builders,
      papers.filter((paper) => paper !== undefined),
    );
  }
  return publish(builders, changes, false);
}

function addTo({ index, titles }: Builders, papers: readonly Paper[]): void {
  index.add(papers);
  titles.add(papers);
}

async function publish(
  { index, titles }: Builders,
  changes: PendingChanges | undefined,
  isAll: boolean,
): Promise<number> {
  const generation = (((await readMeta('generation')) as number | undefined) ?? 0) + 1;
  const { filter, candidates, ledger } = await index.build(generation, pause);
  await writeMeta('generation', generation);
  await writeCandidates(candidates);
  forgetCandidates();
  await writeSegments(titles.build(), { isAll });
  await publishFilter(packFilter(filter));
  // Last: as long as the ledger is the one before, or none, a worker that was killed makes all of this once more.
  await writeLedger(ledger, ledgerForm, generation);
  // What changed in the meantime stays noted.
  if (changes) await forgetChanges(changes);
  return ledger.papers.length;
}

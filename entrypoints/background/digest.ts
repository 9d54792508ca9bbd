import { browser } from 'wxt/browser';
import { forgetCandidates } from '@/lib/digest/lookup';
import { parseStarter } from '@/lib/digest/sources/starter';
import {
  addPapers,
  countPapers,
  forgetChanges,
  forgetRenames,
  pendingChanges,
  pendingRenames,
  readBatch,
  readCandidates,
  readMeta,
  writeCandidates,
  writeMeta,
  writeSegment,
} from '@/lib/digest/store';
import { IndexBuilder } from '@/lib/match/index-builder';
import { packFilter } from '@/lib/match/membership';
import { announce } from '@/lib/messages';
import type { PaperId } from '@/lib/paper/types';
import { publishFilter } from '@/lib/published-filter';
import { TitleListBuilder } from '@/lib/search/titles';
import { rename } from '@/lib/shelf/store';
import { coalesced } from './in-turn';

/** Papers read at a time: one short transaction, and a pause for other events behind it. */
const batch = 500;

/** Puts the bundled digest into an empty store, so that everything works before the first import or sync. */
export async function installStarter(): Promise<void> {
  if ((await countPapers()) > 0) return;
  const response = await fetch(browser.runtime.getURL('/starter-digest.jsonl'));
  await addPapers(parseStarter(await response.text()).papers);
}

/** Moves what is on the shelf to the ids that its papers have got since. */
export async function followRenames(): Promise<void> {
  const renames = await pendingRenames();
  if (renames.length === 0) return;
  for (const { from, paper } of renames) await rename(from, paper);
  await forgetRenames(renames.length);
  announce('shelf');
}

/** Rebuilds the index where the digest has changed since it was built, or where an update may have changed its form. */
export async function rebuildIfChanged(always: boolean): Promise<void> {
  if (always || !(await readCandidates()) || (await pendingChanges())) await rebuildIndex();
}

/** Lets waiting events in. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Builds filter, candidates and title list over the whole digest and publishes them. Calls during a build share one that
 * follows it: the digest may have changed behind the first one's back.
 *
 * @returns number of papers
 */
export const rebuildIndex: () => Promise<number> = coalesced(build);

async function build(): Promise<number> {
  const changes = await pendingChanges();
  const builder = new IndexBuilder();
  const titles = new TitleListBuilder();
  let papers = 0;
  let after: PaperId | undefined;
  for (;;) {
    const read = await readBatch(after, batch);
    const last = read.at(-1);
    if (!last) break;
    after = last.id;
    papers += read.length;
    builder.add(read);
    titles.add(read);
  }
  const generation = (((await readMeta('generation')) as number | undefined) ?? 0) + 1;
  const { filter, candidates } = await builder.build(generation, pause);
  await writeCandidates(candidates);
  await writeSegment('titles', titles.build());
  await writeMeta('generation', generation);
  forgetCandidates();
  await publishFilter(packFilter(filter));
  // What changed in the meantime stays noted: the next upkeep then builds anew.
  if (changes) await forgetChanges(changes);
  announce('digest');
  return papers;
}

import { browser } from 'wxt/browser';
import { parseStarter } from '@/lib/digest/sources/starter';
import { addStarter, countPapers, forgetRenames, pendingRenames } from '@/lib/digest/store';
import { announce } from '@/lib/messages';
import { rename } from '@/lib/shelf/rename';
import { coalesced } from './in-turn';

/** Puts the bundled digest into an empty store, so that everything works before the first import or sync. */
export async function installStarter(): Promise<void> {
  if ((await countPapers()) > 0) return;
  const response = await fetch(browser.runtime.getURL('/starter-digest.jsonl'));
  await addStarter(parseStarter(await response.text()).papers);
}

/**
 * Moves what is on the shelf to the ids that its papers have got since. Calls meanwhile share one that follows: each paper
 * is moved once.
 */
export const followRenames: () => Promise<void> = coalesced(async () => {
  const renames = await pendingRenames();
  if (renames.length === 0) return;
  for (const { from, paper } of renames) await rename(from, paper);
  await forgetRenames(renames);
  announce('shelf');
});

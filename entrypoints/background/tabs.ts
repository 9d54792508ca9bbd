import { findingsIn } from '@/lib/frames';
import { askTab } from '@/lib/messages';

/** The browser's words for a tab in which nothing of ours runs. */
const noReceiver = /Receiving end does not exist/;

/**
 * Opens the card of the next (1) or previous (-1) mention in a tab: in the frame that has the keyboard, else in the first
 * one with mentions. A tab in which none of ours runs is left alone.
 */
export async function step(tabId: number, direction: 1 | -1): Promise<void> {
  // Our own pages cannot be asked this way; they have no frames.
  const frames = await findingsIn(tabId).catch(() => []);
  const withPapers = frames.filter(({ papers }) => papers.length > 0);
  const frame = withPapers.find(({ hasFocus }) => hasFocus) ?? withPapers[0];
  await askTab(tabId, { type: 'tab/step', direction }, frame?.frameId ?? 0).catch((error: Error) => {
    if (!noReceiver.test(error.message)) throw error;
  });
}

import type { PaperId } from '../paper/types';
import type { PlacedMention } from './mention-list';
import { blockRoot } from './readable';

/**
 * The papers that a reader meets in the same passage (a paragraph, a post, an entry of a list) as this mention: one mention of
 * each, in order of place, and of its own paper this one.
 *
 * @param all in order of place
 */
export function passageOf(mention: PlacedMention, all: readonly PlacedMention[]): PlacedMention[] {
  const root = blockRoot(mention.startNode);
  const ofPaper = new Map<PaperId, PlacedMention>();
  for (const one of all) {
    if (one.paper === mention.paper) {
      if (one === mention) ofPaper.set(one.paper, one);
    } else if (!ofPaper.has(one.paper) && root.contains(one.startNode) && blockRoot(one.startNode) === root)
      ofPaper.set(one.paper, one);
  }
  return [...ofPaper.values()];
}

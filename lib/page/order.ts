import type { Evidence } from '../match/types';
import type { PlacedMention } from './mention-list';
import { parentOf } from './readable';

/** Evidence that marks a link or an id, not the title's own words. */
const byIdentifier: ReadonlySet<Evidence> = new Set(['identifier', 'code', 'project']);

/** How much text may stand between a paper's title and a link to it that need not be marked beside it. */
const nearby = 500;
const mostNodesBetween = 80;

/** Whether a mention stands by its address alone. */
export function isByIdentifier({ evidence }: Pick<PlacedMention, 'evidence'>): boolean {
  return byIdentifier.has(evidence);
}

/** Compares by place on the page; what is in a shadow tree stands at its host. */
export function byPlace(a: PlacedMention, b: PlacedMention): number {
  if (a.startNode === b.startNode) return a.startOffset - b.startOffset;
  const root = a.startNode.getRootNode();
  if (root === b.startNode.getRootNode()) return order(a.startNode, b.startNode);
  const [ofA, ofB] = [trees(a.startNode), trees(b.startNode)];
  const parting = ofA.findIndex((node, i) => node !== ofB[i]);
  return order(ofA[parting] as Node, ofB[parting] as Node);
}

/** Asked from the later node's side the browser finds neighbours at once: sorting asks mostly for pairs in order. */
function order(a: Node, b: Node): number {
  return b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
}

/** The node and the hosts of the shadow trees it is in, outermost first. */
function trees(node: Node): Node[] {
  const found = [node];
  for (let host = parentOf(node.getRootNode()); host; host = parentOf(host.getRootNode()))
    found.unshift(host);
  return found;
}

/**
 * Without links and ids that only repeat a mention of the same paper beside them: "[pdf]" next to the title on an arXiv
 * listing, or the second of three links in one entry.
 *
 * @param mentions in order of place
 */
export function withoutRepeats(mentions: readonly PlacedMention[]): PlacedMention[] {
  const ofPaper = Map.groupBy(mentions, ({ paper }) => paper);
  const repeats = new Set<PlacedMention>();
  for (const group of ofPaper.values()) {
    group.forEach((mention, i) => {
      if (!isByIdentifier(mention)) return;
      const before = group[i - 1];
      const after = group[i + 1];
      const isBehind = before && isNear(before.endNode, mention.startNode);
      const isBeforeTitle = after && !isByIdentifier(after) && isNear(mention.endNode, after.startNode);
      if (isBehind || isBeforeTitle) repeats.add(mention);
    });
  }
  return mentions.filter((mention) => !repeats.has(mention));
}

/** Whether no more than a few lines of text stand between two text nodes, `first` being the earlier. */
function isNear(first: Text, last: Text): boolean {
  if (first === last) return true;
  const walker = first.ownerDocument.createTreeWalker(first.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = first;
  let length = 0;
  for (let i = 0; i < mostNodesBetween && length <= nearby; i++) {
    const node = walker.nextNode() as Text | null;
    if (!node) return false;
    if (node === last) return true;
    length += node.data.trim().length;
  }
  return false;
}

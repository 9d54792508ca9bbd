import type { PlacedMention } from './mention-list';

/** A live range over a mention, for measuring; whoever asks lets go of it at once. */
export function rangeOf({ startNode, startOffset, endNode, endOffset }: PlacedMention): Range {
  const range = document.createRange();
  // The page may have shortened its text since.
  range.setStart(startNode, Math.min(startOffset, startNode.length));
  range.setEnd(endNode, Math.min(endOffset, endNode.length));
  return range;
}

/** The element around a node, also where that is the host of the shadow tree it stands in. */
export function elementAround(node: Node): Element | undefined {
  const { parentNode } = node;
  if (parentNode instanceof ShadowRoot) return parentNode.host;
  return parentNode instanceof Element ? parentNode : undefined;
}

/** The nearest element around a node that fits, through shadow trees. */
export function closest(node: Node, fits: (element: Element) => boolean): Element | undefined {
  for (let element = elementAround(node); element; element = elementAround(element))
    if (fits(element)) return element;
  return undefined;
}

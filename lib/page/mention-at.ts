import { contains, type Point } from './geometry';
import type { MentionList, PlacedMention } from './mention-list';
import { elementAround, rangeOf } from './placed';

/** The mention at a point of the viewport, if one is to be seen there. */
export function mentionAt(mentions: MentionList, point: Point): PlacedMention | undefined {
  const { shadowRoots } = mentions;
  for (const { ranges } of CSS.highlights.highlightsFromPoint(point.x, point.y, { shadowRoots })) {
    for (const range of ranges) {
      const mention = mentions.of(range);
      if (mention) return mention;
    }
  }
  return mentionBelow(mentions, point);
}

/** How many elements may lie over a mention: a link stretched over a whole tile, and its wrappers. */
const mostOver = 4;

/** The browser finds highlights only in what is uppermost. A link stretched over a tile hides its title from it. */
function mentionBelow(mentions: MentionList, point: Point): PlacedMention | undefined {
  const [top, ...below] = document.elementsFromPoint(point.x, point.y);
  if (!top || below.length === 0 || !isSeeThrough(top)) return undefined;
  const depth = new Map(below.map((element, i) => [element, i]));
  for (const mention of mentions.all) {
    const at =
      depth.get(elementAround(mention.startNode) ?? top) ?? depth.get(elementAround(mention.endNode) ?? top);
    if (at === undefined || at >= mostOver) continue;
    const isHit = [...rangeOf(mention).getClientRects()].some((box) => contains(box, point));
    if (isHit && below.slice(0, at).every(isSeeThrough)) return mention;
  }
  return undefined;
}

const opaque = new Set(['img', 'video', 'canvas', 'iframe', 'embed', 'object', 'svg', 'input', 'textarea']);

function isSeeThrough(element: Element): boolean {
  if (opaque.has(element.localName)) return false;
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
  const isEmpty = backgroundImage === 'none' && /^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor);
  return isEmpty || opacity === '0';
}

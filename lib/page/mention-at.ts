import { contains, type Point } from './geometry';
import type { MentionList, PlacedMention } from './mention-list';
import { elementAround, rangeOf } from './placed';

/** The mention at a point of the viewport, if one is to be seen there. */
export function mentionAt(mentions: MentionList, point: Point): PlacedMention | undefined {
  const shadowRoots = shadowTreesOf(mentions.all);
  for (const { ranges } of CSS.highlights.highlightsFromPoint(point.x, point.y, { shadowRoots })) {
    for (const range of ranges) {
      const mention = mentions.all.find((one) => one.range === range);
      if (mention) return mention;
    }
  }
  for (const tree of [document, ...shadowRoots]) {
    const mention = mentionBelow(mentions, point, tree.elementsFromPoint(point.x, point.y));
    if (mention) return mention;
  }
  return undefined;
}

/** How many elements may lie over a mention: a link stretched over a whole tile, and its wrappers. */
const mostOver = 4;

/**
 * The browser finds highlights only in what is uppermost. A link stretched over a tile hides its title from it, and so does
 * a stretched edge (`::after`) of the title's own link.
 *
 * @param stack the elements at the point, uppermost first
 */
function mentionBelow(
  mentions: MentionList,
  point: Point,
  stack: readonly Element[],
): PlacedMention | undefined {
  const [top] = stack;
  if (!top || !isSeeThrough(top)) return undefined;
  const depth = new Map(stack.map((element, i) => [element, i]));
  for (const mention of mentions.all) {
    const element = elementAround(mention.startNode) ?? top;
    const at =
      depth.get(element) ??
      depth.get(elementAround(mention.endNode) ?? top) ??
      (leavesPointerTo(top, element) ? 1 : mostOver);
    if (at >= mostOver) continue;
    const isHit = [...rangeOf(mention).getClientRects()].some((box) => contains(box, point));
    if (isHit && stack.slice(1, at).every(isSeeThrough)) return mention;
  }
  return undefined;
}

const controls = 'a, button, label, [role="link"], [role="button"]';

/** Whether `element` stands beside a link and takes no pointer itself, so that the link gets it. */
function leavesPointerTo(link: Element, element: Element): boolean {
  return (
    link.matches(controls) &&
    link.parentElement?.contains(element) === true &&
    getComputedStyle(element).pointerEvents === 'none'
  );
}

const opaque = new Set(['img', 'video', 'canvas', 'iframe', 'embed', 'object', 'svg', 'input', 'textarea']);

function isSeeThrough(element: Element): boolean {
  if (opaque.has(element.localName)) return false;
  const style = getComputedStyle(element);
  if (style.opacity === '0') return true;
  return isEmpty(style) && edges.every((edge) => isEmpty(getComputedStyle(element, edge)));
}

const edges = ['::before', '::after'];

function isEmpty({ content, position, backgroundColor, backgroundImage }: CSSStyleDeclaration): boolean {
  // An edge that is not there, or that stands in the line beside the text.
  if (content === 'none' || (content !== 'normal' && position === 'static')) return true;
  return backgroundImage === 'none' && /^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor);
}

/** The shadow trees that hold marks. */
function shadowTreesOf(mentions: readonly PlacedMention[]): ShadowRoot[] {
  const roots = new Set(mentions.map(({ startNode }) => startNode.getRootNode()));
  return [...roots].filter((root) => root instanceof ShadowRoot);
}

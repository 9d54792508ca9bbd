import { isElement, isInline, isSkipped, isText } from './readable';

/** Text blocks of a page: what a reader sees as one piece, joined across inline elements, broken at every other one. */

/** A stretch of one text node. */
interface Piece {
  node: Text;
  /** UTF-16 offsets into the node's data. */
  from: number;
  to: number;
  /** Whether a line break (`<br>`) stands before it. */
  afterBreak: boolean;
}

/** A link inside a block; it holds the pieces from `first` up to, but not including, `end`. */
interface PieceLink {
  first: number;
  end: number;
  element: HTMLAnchorElement;
}

export interface NodeBlock {
  pieces: Piece[];
  links: PieceLink[];
  startsBlock: boolean;
  endsBlock: boolean;
}

/** Longer blocks are cut, so that one huge text node costs neither a long task nor much memory. */
const longestBlock = 32_768;
/** Neighbouring cuts of one text node share this much, more than any title takes. */
const overlap = 1_000;
/** After so many nodes the walk may be left, block or no block: a page may hold a million nodes without a word. */
const stride = 500;

/**
 * Every block with text below `root`, in document order; `undefined` in between where no block has come for long. It may
 * be left at each of them while the page changes: where the place it was left at is gone by then, it goes on behind it.
 *
 * @param onShadow gets every open shadow root on the way; what is in it reads on its own
 */
export function* blocksIn(
  root: Node,
  onShadow: (shadow: ShadowRoot) => void,
): Generator<NodeBlock | undefined> {
  let block = newBlock(true);
  let length = 0;
  let afterBreak = false;
  const openLinks: { element: HTMLAnchorElement; first: number }[] = [];

  const finish = (endsBlock: boolean): NodeBlock => {
    const finished = block;
    finished.endsBlock = endsBlock;
    for (const link of openLinks) {
      closeLink(finished, link);
      link.first = 0;
    }
    block = newBlock(endsBlock);
    length = 0;
    afterBreak = false;
    return finished;
  };

  let node: Node = root;
  /** Set where the walk was paused at a node that is gone by now: where to go on, `null` for nowhere. */
  let detour: Node | null | undefined;

  function* pause(value: NodeBlock | undefined): Generator<NodeBlock | undefined, void> {
    const waysOn = followers(node, root);
    yield value;
    if (root.contains(node)) return;
    detour = waysOn.find((way) => root.contains(way)) ?? null;
    openLinks.length = 0;
    // What was read of a block is gone with it.
    finish(true);
  }
  const emit = (endsBlock: boolean) => pause(finish(endsBlock));

  walk: for (let visited = 1; ; visited++) {
    if (detour === null) return;
    if (detour) node = detour;
    detour = undefined;
    if (visited % stride === 0) yield* pause(undefined);
    if (detour !== undefined) continue;
    let entered = true;
    if (isText(node)) {
      const text: Text = node;
      for (let from = 0; from < text.length; from += longestBlock - overlap) {
        if (length > 0 && length + text.length - from > longestBlock) yield* emit(false);
        if (detour !== undefined) continue walk;
        const to = Math.min(text.length, from + longestBlock);
        block.pieces.push({ node: text, from, to, afterBreak });
        afterBreak = false;
        length += to - from;
        if (to === text.length) break;
      }
    } else if (isElement(node)) {
      const element: Element = node;
      entered = !isSkipped(element);
      if (element.tagName === 'BR') afterBreak = true;
      else if (!isInline(element) && length > 0) yield* emit(true);
      if (detour !== undefined) continue;
      if (entered && element.shadowRoot) onShadow(element.shadowRoot);
      if (entered && element.tagName === 'A') {
        openLinks.push({ element: element as HTMLAnchorElement, first: block.pieces.length });
      }
    }
    const child = entered && node.firstChild;
    if (child) {
      node = child;
      continue;
    }
    for (;;) {
      if (openLinks.at(-1)?.element === node) closeLink(block, openLinks.pop() as (typeof openLinks)[number]);
      const isBlock = isElement(node) && !isInline(node);
      if ((isBlock || node === root) && length > 0) yield* emit(true);
      if (detour !== undefined) continue walk;
      if (node === root) return;
      if (node.nextSibling) {
        node = node.nextSibling;
        break;
      }
      if (!node.parentNode) return;
      node = node.parentNode;
    }
  }
}

/** What follows `node` below `root`, nearest first: its own next sibling, then those of its ancestors. */
function followers(node: Node, root: Node): Node[] {
  const found: Node[] = [];
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
    if (at.nextSibling) found.push(at.nextSibling);
  }
  return found;
}

function newBlock(startsBlock: boolean): NodeBlock {
  return { pieces: [], links: [], startsBlock, endsBlock: true };
}

function closeLink(
  block: NodeBlock,
  { element, first }: { element: HTMLAnchorElement; first: number },
): void {
  const end = block.pieces.length;
  if (end > first) block.links.push({ element, first, end });
}

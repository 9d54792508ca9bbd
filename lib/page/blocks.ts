/**
 * Text blocks of a page: what a reader sees as one piece, joined across inline elements, broken at every other element.
 * Nothing here computes a style or touches a node: tag names decide, which is right for nearly every page and costs
 * next to nothing.
 */

/**
 * Elements that do not interrupt a line of text, and some that are not read but may stand in the middle of one, as the
 * sources of maths do. Lower case: MathML and SVG, whose tag names are kept as written.
 */
const inlineElements = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR Q RUBY RB S SAMP SMALL SPAN ' +
    'STRIKE STRONG SUB SUP TIME TT U VAR WBR IMG PICTURE BR math mi mn mo ms mrow mfrac msub msup msubsup mtext mstyle ' +
    'mover munder mspace semantics annotation annotation-xml SCRIPT STYLE TEMPLATE RT RP'
  ).split(' '),
);

/** Elements whose text is not for reading, or is someone's own writing. */
const skippedElements = new Set(
  (
    'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT DATALIST CANVAS IFRAME OBJECT VIDEO AUDIO HEAD RT RP ' +
    'TITLELIGHT-CARD svg annotation annotation-xml'
  ).split(' '),
);

/** KaTeX and MathJax write maths twice, once for the eye and once for screen readers; this is the unseen copy. */
const mathsCopies = /\b(?:katex-mathml|MJX_Assistive_MathML|MathJax_Preview)\b/;

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

/**
 * Every block with text below `root`, in document order. It may be left between two blocks while the page changes: where
 * the place it was left at is gone by then, it goes on behind it.
 */
export function* blocksIn(root: Node): Generator<NodeBlock> {
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

  function* emit(endsBlock: boolean): Generator<NodeBlock, void> {
    const waysOn = followers(node, root);
    yield finish(endsBlock);
    if (root.contains(node)) return;
    detour = waysOn.find((way) => root.contains(way)) ?? null;
    openLinks.length = 0;
  }

  walk: for (;;) {
    if (detour === null) return;
    if (detour) node = detour;
    detour = undefined;
    let entered = true;
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node as Text;
      for (let from = 0; from < text.length; from += longestBlock - overlap) {
        if (length > 0 && length + text.length - from > longestBlock) yield* emit(false);
        if (detour !== undefined) continue walk;
        const to = Math.min(text.length, from + longestBlock);
        block.pieces.push({ node: text, from, to, afterBreak });
        afterBreak = false;
        length += to - from;
        if (to === text.length) break;
      }
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      entered = !isSkipped(element);
      if (element.tagName === 'BR') afterBreak = true;
      else if (!isInline(element) && length > 0) yield* emit(true);
      if (detour !== undefined) continue;
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
      const isBlock = node.nodeType === Node.ELEMENT_NODE && !isInline(node as Element);
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

/** MathJax 3 sets maths in elements of its own, in the middle of a line. */
function isInline({ tagName }: Element): boolean {
  return inlineElements.has(tagName) || tagName.startsWith('MJX-');
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

function isSkipped(element: Element): boolean {
  if (skippedElements.has(element.tagName)) return true;
  if (element.hasAttribute('contenteditable')) return element.getAttribute('contenteditable') !== 'false';
  if (element.tagName === 'MJX-ASSISTIVE-MML') {
    // MathJax 3 draws its glyphs with styles, so that this copy is the only text; MathJax 4 writes them out.
    return /\S/.test(element.previousElementSibling?.textContent ?? '');
  }
  return element.tagName === 'SPAN' && mathsCopies.test(element.className);
}

/** The nearest node at or above `node` whose blocks are whole: no block reaches beyond it. */
export function blockRoot(node: Node): Node {
  let root = node;
  while (
    root.parentNode &&
    (root.nodeType !== Node.ELEMENT_NODE || isInline(root as Element)) &&
    root.parentNode.nodeType === Node.ELEMENT_NODE
  ) {
    root = root.parentNode;
  }
  return root;
}

/** Whether `node` lies in a part of the page that is not read. */
export function isUnread(node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parentNode) {
    if (at.nodeType === Node.ELEMENT_NODE && isSkipped(at as Element)) return true;
  }
  return false;
}

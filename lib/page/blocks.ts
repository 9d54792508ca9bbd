import {
  doubtful,
  inline,
  isElement,
  isText,
  kindOf,
  lineBreak,
  link,
  mayRepeatMaths,
  named,
  unread,
} from './readable';

/** Text blocks of a page: what a reader sees as one piece, joined across inline elements, broken at every other one. */

/** A stretch of one text node. */
interface Piece {
  node: Text;
  /** The node's whole text when it was read. */
  data: string;
  /** UTF-16 offsets into `data`. */
  from: number;
  to: number;
  /** Whether a line break (`<br>`) stands before it. */
  afterBreak: boolean;
}

/** A link inside a block; it holds the pieces from `first` up to, but not including, `end`. */
interface PieceLink {
  first: number;
  end: number;
  /** Its address as it is written. */
  href: string;
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
 * Goes through every block with text below `root`, in document order. It may be left after each step while the page
 * changes: where the place it was left at is gone by then, it goes on behind it.
 */
export class BlockWalk {
  readonly root: Node;
  readonly #onHost: (host: Element) => void;
  readonly #walker: TreeWalker;
  readonly #hasMaths: boolean;
  /** The elements around the place where the walk is, `root` first, and of what kind they are. */
  #around: Node[] = [];
  #kinds: number[] = [];
  #openLinks: Omit<PieceLink, 'end'>[] = [];
  #block = newBlock(true);
  #length = 0;
  #hasWords = false;
  #afterBreak = false;
  readonly #ready: NodeBlock[] = [];
  /** Whether the walk goes on inside the node where it is. */
  #goesIn = false;
  #hasEnded = false;
  /** Set while the walk is left: what follows the place where it is. */
  #waysOn: Node[] | undefined;

  /** @param onHost gets every element on the way that has a shadow tree, which reads on its own, or may get one yet */
  constructor(root: Node, onHost: (host: Element) => void) {
    this.root = root;
    this.#onHost = onHost;
    this.#walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    this.#hasMaths = mayRepeatMaths(root as Element | ShadowRoot);
    if (isElement(root)) this.#meet(root);
    else this.#enter(root, 0);
    this.#hasEnded = !this.#goesIn;
  }

  get isOver(): boolean {
    return this.#hasEnded && this.#ready.length === 0;
  }

  /**
   * A step further: the next block; `undefined` at the end, and where none has come within so many nodes: a page may hold a
   * million of them without a word.
   */
  next(most: number): NodeBlock | undefined {
    const wayBack = this.#waysOn && this.#wayBack(this.#waysOn);
    this.#waysOn = undefined;
    if (wayBack) this.#visit(wayBack);
    for (let visited = 0; this.#ready.length === 0 && visited < most && !this.#hasEnded; visited++) {
      const node = this.#step();
      if (node) this.#visit(node);
      else this.#end();
    }
    return this.#ready.shift();
  }

  /** To be called before the page gets its turn. */
  leave(): void {
    this.#waysOn = followers(this.#walker.currentNode, this.root);
  }

  /** The node to go on at, where the page has changed so that the walk cannot just go on. */
  #wayBack(waysOn: Node[]): Node | undefined {
    const { root } = this;
    const { currentNode } = this.#walker;
    if (
      this.#around.every((node, i) => (i === 0 ? node === root : node.parentNode === this.#around[i - 1]))
    ) {
      if (currentNode === this.#around.at(-1) || currentNode.parentNode === this.#around.at(-1))
        return undefined;
    }
    // What was read of a block is gone with it, or belongs to another one.
    this.#openLinks = [];
    this.#finish(true);
    const way = root.contains(currentNode) ? currentNode : waysOn.find((one) => root.contains(one));
    if (!way) {
      this.#hasEnded = true;
      return undefined;
    }
    this.#around = [];
    for (let at = way.parentNode; at && at !== root.parentNode; at = at.parentNode) this.#around.unshift(at);
    this.#kinds = this.#around.map((node) => (isElement(node) ? kindOf(node) : 0));
    this.#walker.currentNode = way;
    return way;
  }

  /** The next node; `null` at the end. Every node that a content script is given costs it dearly: it asks for none twice. */
  #step(): Node | null {
    if (this.#goesIn) {
      const child = this.#walker.firstChild();
      if (child) return child;
      this.#exit();
    }
    for (;;) {
      const sibling = this.#walker.nextSibling();
      if (sibling || this.#around.length <= 1) return sibling;
      this.#walker.parentNode();
      this.#exit();
    }
  }

  #visit(node: Node): void {
    this.#goesIn = false;
    if (isText(node)) this.#read(node);
    else this.#meet(node as Element);
  }

  #end(): void {
    while (this.#around.length > 0) this.#exit();
    this.#finish(true);
    this.#hasEnded = true;
  }

  #read(node: Text): void {
    const { data } = node;
    const { length } = data;
    for (let from = 0; from < length; from += longestBlock - overlap) {
      if (this.#length > 0 && this.#length + length - from > longestBlock) this.#finish(false);
      const to = Math.min(length, from + longestBlock);
      this.#block.pieces.push({ node, data, from, to, afterBreak: this.#afterBreak });
      this.#afterBreak = false;
      this.#length += to - from;
      if (to === length) break;
    }
    this.#hasWords ||= /\S/.test(data);
  }

  #meet(element: Element): void {
    const kind = kindOf(element, this.#hasMaths);
    if (kind & lineBreak) this.#afterBreak = true;
    else if (!(kind & inline)) this.#finish(true);
    if (kind & unread) return;
    // Of the elements in a line only a span, which is one of the doubtful, may have a shadow tree.
    if ((!(kind & inline) || kind & doubtful) && (kind & named || element.shadowRoot)) this.#onHost(element);
    this.#enter(element, kind);
  }

  #enter(node: Node, kind: number): void {
    this.#goesIn = true;
    this.#around.push(node);
    this.#kinds.push(kind);
    if (kind & link) {
      const href = (node as Element).getAttribute('href') ?? '';
      this.#openLinks.push({ href, first: this.#block.pieces.length });
    }
  }

  #exit(): void {
    this.#around.pop();
    const kind = this.#kinds.pop() as number;
    if (kind & link) {
      const open = this.#openLinks.pop();
      if (open) closeLink(this.#block, open);
    }
    if (!(kind & inline)) this.#finish(true);
  }

  #finish(endsBlock: boolean): void {
    if (this.#length === 0) return;
    const block = this.#block;
    block.endsBlock = endsBlock;
    for (const open of this.#openLinks) {
      closeLink(block, open);
      open.first = 0;
    }
    if (this.#hasWords) this.#ready.push(block);
    this.#block = newBlock(endsBlock);
    this.#length = 0;
    this.#hasWords = false;
    this.#afterBreak = false;
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

function closeLink(block: NodeBlock, link: Omit<PieceLink, 'end'>): void {
  const end = block.pieces.length;
  if (end > link.first) block.links.push({ ...link, end });
}

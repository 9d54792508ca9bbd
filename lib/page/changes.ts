import type { MentionList } from './mention-list';
import { blockRoot, isElement, isInLine, isSkipped, isText, isUnread } from './readable';

/** More changed places than this are one changed page. */
const storm = 200;
/** Pause before a page that changed in so many places is looked at again, in milliseconds. */
const lull = 100;

/** Where a link leads, whether a part may be written in, whether it is folded away: all else is left to the styles. */
const watched = ['href', 'contenteditable', 'role', 'hidden', 'open'];

/** Listens to the changes of a page and keeps the places that have to be read again. */
export class Changes {
  readonly #places = new Set<Node>();
  #isStormy = false;
  #address = pageAddress();
  readonly #observer = new MutationObserver((records) => this.#notice(records));
  readonly #mentions: MentionList;
  readonly #onChange: () => void;

  /** @param onChange called when there are places to read */
  constructor(mentions: MentionList, onChange: () => void, signal: AbortSignal) {
    this.#mentions = mentions;
    this.#onChange = onChange;
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** Listens to a tree; once more does no harm. */
  watch(tree: Document | ShadowRoot): void {
    this.#observer.observe(tree, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: watched,
    });
  }

  get isEmpty(): boolean {
    return this.#places.size === 0;
  }

  /** Has a place read: a node whose blocks are whole. */
  add(root: Node): void {
    if (this.#isStormy) return;
    this.#places.add(root);
    if (this.#places.size > storm) this.#weather();
  }

  /** Has the whole page read. */
  addAll(): void {
    this.#places.clear();
    if (document.body) this.add(document.body);
  }

  /** The next place that is still in the page and not inside another one that waits. */
  take(): Node | undefined {
    for (const root of this.#places) {
      this.#places.delete(root);
      if (!root.isConnected || isUnread(root)) continue;
      let above = root.parentNode;
      while (above && !this.#places.has(above)) above = above.parentNode;
      if (!above) return root;
    }
    return undefined;
  }

  #notice(records: MutationRecord[]): void {
    const texts = new Set<Node>();
    for (const record of records) {
      if (record.type === 'attributes')
        this.#attributeChanged(record.target as Element, record.attributeName);
      else if (record.type === 'characterData') {
        texts.add(record.target);
        this.#addAround(record.target);
      } else this.#nodesChanged(record);
    }
    this.#mentions.forgetBroken(texts);
    const address = pageAddress();
    if (this.#address !== address) {
      // Another page, though it was not loaded: another one is its own subject, and other mentions are dismissed there.
      this.#address = address;
      this.#mentions.forgetHidden();
      this.addAll();
    }
    if (!this.isEmpty) this.#onChange();
  }

  #nodesChanged(record: MutationRecord): void {
    // There may be ten thousand of them, and all is read again anyway.
    if (this.#isStormy) return;
    const { target, addedNodes, removedNodes } = record;
    if (removedNodes.length > 0 && joinsText(record)) this.#addAround(target);
    for (const node of addedNodes) {
      if (isElement(node) || isText(node)) this.#addAround(node);
    }
  }

  #attributeChanged(element: Element, name: string | null): void {
    if (name === 'hidden' || name === 'open') this.#mentions.lookAgain(element);
    else if (name === 'href') {
      this.#mentions.forgetLinked(element);
      this.#addAround(element);
    } else if (isSkipped(element)) this.#mentions.forgetUnread();
    else this.#addAround(element);
  }

  #addAround(node: Node): void {
    if (!this.#isStormy) this.add(blockRoot(node));
  }

  /** Many changes at once are one changed page, read when they calm down; what is under way goes on. */
  #weather(): void {
    // Where the whole page is due it stays so: under a storm without end it would never be read.
    const isAllDue = this.#places.has(document.body);
    this.#places.clear();
    if (isAllDue) this.#places.add(document.body);
    this.#isStormy = true;
    setTimeout(() => {
      this.#isStormy = false;
      this.addAll();
      this.#onChange();
    }, lull);
  }
}

/** Whether what was taken out stood between two pieces of a line that read as one now. */
function joinsText({ previousSibling, nextSibling }: MutationRecord): boolean {
  return isInLine(previousSibling) && isInLine(nextSibling);
}

/** The page's address without its fragment. */
function pageAddress(): string {
  return location.href.split('#')[0] as string;
}

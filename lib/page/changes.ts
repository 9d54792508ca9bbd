import type { MentionList } from './mention-list';
import { blockRoot, isElement, isInLine, isSkipped, isText, isUnread } from './readable';

/** More changed places than this are one changed page. */
const storm = 200;
/** Pause before a page that changed in so many places is looked at again, in milliseconds. */
const lull = 100;

/** Milliseconds between two looks at elements whose names mean nothing yet, and how many looks they are given. */
const lookAfter = 200;
const looks = 150;
/** No more of these are kept: a page may hold them without end. */
const mostUndefined = 1_000;

/** Where a link leads, whether a part may be written in, whether it is folded away: all else is left to the styles. */
const watched = ['href', 'contenteditable', 'role', 'hidden', 'open'];

/** Listens to the changes of a page and keeps the places that have to be read again. */
export class Changes {
  readonly #places = new Set<Node>();
  #isStormy = false;
  #address = pageAddress();
  /** Elements that may get a shadow tree once a script of the page says what their names mean. */
  readonly #undefined = new Set<Element>();
  #looksLeft = 0;
  readonly #observer = new MutationObserver((records) => this.#notice(records));
  readonly #mentions: MentionList;
  readonly #onChange: () => void;

  /** @param onChange called when there are places to read */
  constructor(mentions: MentionList, onChange: () => void, signal: AbortSignal) {
    this.#mentions = mentions;
    this.#onChange = onChange;
    // Not in every browser: there the next change of the page tells.
    globalThis.navigation?.addEventListener('currententrychange', () => this.#notice([]), { signal });
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      this.#undefined.clear();
    });
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

  /** Has the shadow tree of `host` read and listens to it; where there is none yet, once the page has defined `host`. */
  addShadowOf(host: Element): void {
    const { shadowRoot } = host;
    if (shadowRoot) {
      this.watch(shadowRoot);
      this.add(shadowRoot);
    } else if (!host.matches(':defined') && this.#undefined.size < mostUndefined) {
      if (this.#undefined.size === 0) this.#lookLater();
      this.#undefined.add(host);
      this.#looksLeft = looks;
    }
  }

  /** No event tells a script of ours that a page has defined an element, nor that it has a shadow tree now. */
  #lookLater(): void {
    setTimeout(() => {
      for (const host of this.#undefined) {
        const isDefined = host.shadowRoot !== null || host.matches(':defined');
        if (host.isConnected && !isDefined) continue;
        this.#undefined.delete(host);
        if (isDefined) this.addShadowOf(host);
      }
      this.#looksLeft -= 1;
      if (this.#looksLeft < 0) this.#undefined.clear();
      if (this.#undefined.size > 0) this.#lookLater();
      if (!this.isEmpty) this.#onChange();
    }, lookAfter);
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

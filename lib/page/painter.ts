import { Layer } from './layer';
import {
  type MarkLook,
  markCss,
  markNames,
  highlightNames as names,
  type Tone,
  usualLook,
} from './mark-look';
import type { PlacedMention } from './mention-list';
import { elementAround } from './placed';
import { referencesReader } from './references';
import { soon } from './soon';
import { toneOf } from './tone';

/** Milliseconds after which a page that changes its colours has done so. */
const repaint = 300;

/** Paints mentions with the CSS Custom Highlight API: the page's nodes stay as they are. */
export class Painter {
  readonly #layers = new Map<string, Layer>([...markNames, names.hovered].map((name) => [name, new Layer()]));
  /** Those that have adopted the sheet. */
  #trees = new Set<Document | ShadowRoot>();
  /** Marks are for the screen: a page is printed as it is. */
  readonly #sheet = new CSSStyleSheet({ media: 'not print' });
  readonly #repaintSoon = soon(() => this.#signal.aborted || this.paint(this.#painted), repaint);
  readonly #themes = new MutationObserver(this.#repaintSoon);
  readonly #signal: AbortSignal;
  #painted: readonly PlacedMention[] = [];
  /** Of each mention, whether it stands in a list of references: told when it is painted first. */
  readonly #references = new WeakMap<PlacedMention, boolean>();
  #isInstalled = false;
  /** Whether the browser has not yet computed the styles that a sheet of ours has changed. */
  #isSettling = false;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    this.dress(usualLook);
    signal.addEventListener('abort', () => this.#remove());
  }

  /** Changes how marks look, those that are painted too. */
  dress(look: MarkLook): void {
    this.#sheet.replaceSync(markCss(look));
  }

  paint(mentions: readonly PlacedMention[]): void {
    this.#painted = mentions;
    if (this.#isSettling) return;
    const toneOfElement = tones();
    const isInReferences = referencesReader();
    const isReference = (mention: PlacedMention) => {
      const known = this.#references.get(mention) ?? isInReferences(mention.startNode, mention.opening);
      this.#references.set(mention, known);
      return known;
    };
    const groups = Map.groupBy(
      mentions,
      (mention): string =>
        names[toneOfElement(elementAround(mention.startNode))][
          isReference(mention) ? 'reference' : 'mention'
        ],
    );
    // Only now, for it touches every style of the page, and tones ask for styles.
    if (mentions.length > 0) this.#install(mentions);
    for (const name of markNames) this.#show(name, groups.get(name));
  }

  /** Washes one mention with light; none where `mention` is missing. */
  paintHovered(mention?: PlacedMention): void {
    this.#show(names.hovered, mention && [mention]);
  }

  #show(name: string, mentions: readonly PlacedMention[] = []): void {
    this.#layers.get(name)?.show(mentions.map(({ range }) => range));
  }

  /** Only on pages with mentions; again where the page has thrown its adopted sheets away. */
  #install(mentions: readonly PlacedMention[]): void {
    for (const [name, { highlight }] of this.#layers) CSS.highlights.set(name, highlight);
    const trees = new Set(mentions.map(({ startNode }) => startNode.getRootNode() as Document | ShadowRoot));
    this.#adopt(trees.add(document));
    if (this.#isInstalled) return;
    this.#isInstalled = true;
    // Where a page keeps which theme it shows: an attribute of its root or body, or the browser's own preference.
    for (const element of [document.documentElement, document.body])
      this.#themes.observe(element, { attributes: true });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', this.#repaintSoon, {
      signal: this.#signal,
    });
  }

  #remove(): void {
    this.#themes.disconnect();
    // A newer script of ours may have put its own there.
    for (const [name, { highlight }] of this.#layers)
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    this.#adopt(new Set());
  }

  /** Puts the sheet into these trees, for in Firefox each shadow tree needs one of its own, and into no others. */
  #adopt(trees: Set<Document | ShadowRoot>): void {
    for (const tree of this.#trees)
      if (!trees.has(tree))
        tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    for (const tree of trees) {
      if (tree.adoptedStyleSheets.includes(this.#sheet)) continue;
      tree.adoptedStyleSheets.push(this.#sheet);
      this.#settle();
    }
    this.#trees = trees;
  }

  /**
   * Has paints wait for the next frame. A new sheet has the browser compute every style of the page again: in the frame that
   * it draws anyway, but at once where a style is asked for, which takes long on a large page.
   */
  #settle(): void {
    if (this.#isSettling) return;
    this.#isSettling = true;
    const painted = this.#painted;
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#isSettling = false;
        if (this.#painted !== painted && !this.#signal.aborted) this.paint(this.#painted);
      }),
    );
  }
}

/** Tells tones, and of each element only once: text of one element has one colour. */
function tones(): (element: Element | undefined) => Tone {
  const known = new Map<Element, Tone>();
  return (element) => {
    if (!element) return 'dark';
    const tone = known.get(element) ?? toneOf(getComputedStyle(element).color);
    known.set(element, tone);
    return tone;
  };
}

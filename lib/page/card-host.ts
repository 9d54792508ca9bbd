import { contain } from './card-events';
import { TabOrder } from './card-tabs';
import { anchorOf, type Box, keptInside, type Point } from './geometry';
import type { PlacedMention } from './mention-list';
import { closest, elementAround, rangeOf } from './placed';
import { columnFor, placeCard, roomInWindow } from './placement';
import { layerAround, onLayers } from './top-layer';

/** Inline, so that no style of the page can win over it. `all` leaves the direction of text out. */
const hostStyle = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  direction: 'ltr',
  'unicode-bidi': 'isolate',
  inset: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'transparent',
  overflow: 'visible',
} as const;

/**
 * The one element Titlelight adds to a page, there only while the card is open: in the top layer, and with a closed
 * shadow root, for an open one would show the page what is on the shelf.
 */
export class CardHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  private readonly sizes = new ResizeObserver(() => this.resized());
  private readonly tabs: TabOrder;
  private readonly onHidden: () => void;
  private mention: PlacedMention | undefined;
  /** What was pointed at when the card opened, from the mention's top left corner: it moves with the mention. */
  private at: Point | undefined;
  /** Where the card stands once it was pinned. */
  private spot: Point | undefined;
  private isPinned = false;
  private listening: AbortController | undefined;
  private leaving: Animation | undefined;
  /** Of the card as it was last placed. */
  private placedHeight: number | undefined;
  /** The height that the card keeps, whatever is in it. */
  private frozen: string | undefined;

  /**
   * @param css the card's style sheet
   * @param onHidden called when nothing is to be seen any more of the mention, or of the card
   */
  constructor(css: string, onHidden: () => void) {
    this.onHidden = onHidden;
    // In a document that runs no scripts: a page that has defined an element of this name could look into the root of one
    // that was made in its own (`ElementInternals.shadowRoot`).
    this.element = document.implementation.createHTMLDocument('').createElement('titlelight-card');
    this.element.setAttribute('popover', 'manual');
    for (const [name, value] of Object.entries(hostStyle)) this.style(name, value);
    this.root = this.element.attachShadow({ mode: 'closed' });
    document.adoptNode(this.element);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.root.adoptedStyleSheets = [sheet];
    this.tabs = new TabOrder(this.root);
    contain(this.element, this.root);
  }

  get isOpen(): boolean {
    return this.mention !== undefined;
  }

  /** Whether nothing of the card is to be seen, so that another one may be rendered in `root`. */
  get isFree(): boolean {
    return !this.element.isConnected;
  }

  /** Shows what is rendered in `root` beside the line of a mention that is at `at`; a card that was put elsewhere stays there. */
  open(mention: PlacedMention, at: Point | undefined): void {
    const corner = rangeOf(mention).getBoundingClientRect();
    this.at = at && { x: at.x - corner.x, y: at.y - corner.y };
    if (!this.isPinned) this.spot = undefined;
    this.mention = mention;
    this.leaving?.cancel();
    this.tabs.lead();
    this.style('pointer-events', 'auto');
    this.listen();
    this.freeze(undefined);
    // With its width, and then shown: the browser lays it out once.
    this.follow();
    this.element.dataset.open = '';
    this.sizes.observe(this.element);
  }

  close(): void {
    if (!this.isOpen) return;
    this.mention = undefined;
    this.isPinned = false;
    this.listening?.abort();
    this.listening = undefined;
    this.sizes.disconnect();
    if (this.root.activeElement) this.tabs.giveBack();
    delete this.element.dataset.open;
    this.leave();
  }

  /** Leaves the card where it stands, whatever becomes of its mention and whichever mention it shows next. */
  pin(isPinned: boolean): void {
    const { left, top } = this.element.getBoundingClientRect();
    this.spot = { x: left, y: top };
    this.isPinned = isPinned;
    if (isPinned) this.tabs.rest();
  }

  /** Moves a pinned card, by CSS pixels, no further than the window's edge. */
  moveBy(x: number, y: number): void {
    const { spot } = this;
    if (spot) this.putAt({ x: spot.x + x, y: spot.y + y });
  }

  /** Something else is about to be rendered in the card: what someone points at in it must not move away from under the pointer. */
  hold(): void {
    const { top, bottom } = this.element.getBoundingClientRect();
    const line = this.mention && rangeOf(this.mention).getBoundingClientRect();
    // Below its line it may grow downwards; above, its head would move.
    if (line && bottom <= line.top) this.freeze(`${bottom - top}px`);
  }

  /** Closes what is open within the card, and says whether there was anything. */
  closeInner(): boolean {
    const inner = this.root.querySelector<HTMLElement>(':popover-open');
    inner?.hidePopover();
    return inner !== null;
  }

  box(): Box | undefined {
    return this.isOpen ? this.element.getBoundingClientRect() : undefined;
  }

  holds(event: Event): boolean {
    return event.composedPath().includes(this.element);
  }

  /** Whether someone is in the card by keyboard. A press with the mouse leaves focus behind, but nobody. */
  get isInUse(): boolean {
    return this.root.activeElement?.matches(':focus-visible') ?? false;
  }

  /** Places the card anew: its mention, its own size or the window has changed. */
  follow(): void {
    const { mention, at, spot } = this;
    if (!mention) return;
    if (spot) {
      this.stand();
      this.putAt(spot);
      return;
    }
    const range = rangeOf(mention);
    const corner = range.getBoundingClientRect();
    const pointed = at && { x: corner.x + at.x, y: corner.y + at.y };
    const anchor = anchorOf([...range.getClientRects()], pointed);
    if (anchor) void this.placeBeside(mention, anchor, pointed);
    else this.onHidden();
  }

  private async placeBeside(mention: PlacedMention, anchor: Box, pointed: Point | undefined): Promise<void> {
    const context = elementAround(mention.startNode) ?? null;
    const isRtl = context !== null && getComputedStyle(context).direction === 'rtl';
    const room = roomInWindow();
    const column = columnFor(anchor, pointed?.x, room, isRtl);
    this.style('width', `${column.width}px`);
    const wish = {
      // The browser's own tooltip comes up below the pointer, over everything.
      side: hasTooltip(mention) ? 'above' : 'below',
      context,
      column,
      room,
    } as const;
    this.stand();
    const { x, y, isHidden } = await placeCard(anchor, this.element, wish, (height) => {
      this.card.style.maxHeight = this.frozen ?? `${height}px`;
    });
    if (this.mention !== mention || this.spot) return;
    this.placedHeight = this.element.offsetHeight;
    if (isHidden) this.onHidden();
    else this.moveTo({ x, y });
  }

  /** The browser tells of the first size, too, for which the card was placed already. */
  private resized(): void {
    if (this.element.offsetHeight !== this.placedHeight) this.follow();
  }

  private putAt(at: Point): void {
    const room = roomInWindow();
    const widest = room.right - room.left;
    if (this.element.offsetWidth > widest) this.style('width', `${widest}px`);
    const size = { width: this.element.offsetWidth, height: this.element.offsetHeight };
    this.placedHeight = size.height;
    this.spot = keptInside(at, size, room);
    this.moveTo(this.spot);
  }

  private moveTo({ x, y }: Point): void {
    this.style('left', `${x}px`);
    this.style('top', `${y}px`);
  }

  private freeze(height: string | undefined): void {
    this.frozen = height;
    this.card.style.minHeight = height ?? '';
    this.card.style.maxHeight = height ?? '';
  }

  /** Fades, unless someone wants no motion, and goes. */
  private leave(): void {
    this.style('pointer-events', 'none');
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.element.remove();
      return;
    }
    this.leaving = this.card.animate(
      { opacity: 0, translate: '0 4px' },
      { duration: 80, easing: 'ease-out' },
    );
    this.leaving.onfinish = () => this.isOpen || this.element.remove();
  }

  /** What is rendered in `root`: one box. Sizes are set on it and not handed down from the host, or all in it were styled anew. */
  private get card(): HTMLElement {
    return this.root.firstElementChild as HTMLElement;
  }

  /** Puts the card into the page, where it is not there already. */
  private stand(): void {
    if (this.element.parentNode !== layerAround(this.mention?.startNode)) this.raise();
  }

  /** Puts the card above everything: also above a dialog or a full screen that has come after it. */
  private raise(): void {
    const parent = layerAround(this.mention?.startNode);
    const hadFocus = this.root.activeElement as HTMLElement | null;
    if (this.element.parentNode !== parent) parent.append(this.element);
    else if (this.element.matches(':popover-open')) this.element.hidePopover();
    // Where the page itself is zoomed by its style sheet, the card is not.
    this.style('zoom', String(1 / parent.currentCSSZoom));
    this.element.showPopover();
    hadFocus?.focus({ preventScroll: true });
  }

  private listen(): void {
    if (this.listening) return;
    this.listening = new AbortController();
    const options = { capture: true, signal: this.listening.signal };
    const follow = () => this.follow();
    addEventListener('keydown', (event) => this.tabs.pressed(event, this.holds(event)), options);
    addEventListener('resize', follow, options);
    for (const type of ['resize', 'scroll'] as const) visualViewport?.addEventListener(type, follow, options);
    onLayers(() => {
      this.raise();
      this.follow();
    }, options.signal);
  }

  private style(name: string, value: string): void {
    this.element.style.setProperty(name, value, 'important');
  }
}

/** The nearest element with a title shows it, an empty one none. */
function hasTooltip(mention: PlacedMention): boolean {
  const titled = closest(mention.startNode, (element) => element.hasAttribute('title'));
  return Boolean(titled?.getAttribute('title'));
}

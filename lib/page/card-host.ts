import { computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import type { Box } from './geometry';
import type { PlacedMention } from './mention-list';

/** Distance between the mention and the card, and least distance to the viewport's edge, in CSS pixels. */
const gap = 6;
const edge = 8;
const width = 400;
/** The card takes no more than this share of the viewport's height. */
const tallest = 0.7;

/** Inline, so that no style of the page can win over it. */
const hostStyle = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
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
  private readonly sizes = new ResizeObserver(() => this.place());
  private mention: PlacedMention | undefined;
  private focusBefore: Element | null = null;
  private listening: AbortController | undefined;

  /** @param css the card's style sheet */
  constructor(css: string) {
    this.element = document.createElement('titlelight-card');
    this.element.setAttribute('popover', 'manual');
    for (const [name, value] of Object.entries(hostStyle))
      this.element.style.setProperty(name, value, 'important');
    this.root = this.element.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.root.adoptedStyleSheets = [sheet];
    // The page cannot reach in here; should it ever, a click of its making presses nothing.
    this.root.addEventListener('click', (event) => event.isTrusted || event.stopImmediatePropagation(), true);
    for (const type of ['keydown', 'keyup', 'keypress']) {
      // A page's own shortcuts must not fire while someone types or presses a button here.
      this.element.addEventListener(type, (event) => event.stopPropagation());
    }
  }

  get isOpen(): boolean {
    return this.mention !== undefined;
  }

  /** Shows what is rendered in `root` beside a mention. */
  open(mention: PlacedMention): void {
    const parent = topmostDialog() ?? document.documentElement;
    if (!this.isOpen) this.focusBefore = document.activeElement;
    this.mention = mention;
    if (this.element.parentNode !== parent) parent.append(this.element);
    this.element.dataset.open = '';
    if (!this.element.matches(':popover-open')) this.element.showPopover();
    this.sizes.observe(this.element);
    this.listen();
    this.place();
  }

  close(): void {
    if (!this.isOpen) return;
    this.mention = undefined;
    this.listening?.abort();
    this.listening = undefined;
    this.sizes.disconnect();
    const hadFocus = this.root.activeElement !== null;
    delete this.element.dataset.open;
    this.element.remove();
    if (hadFocus && this.focusBefore instanceof HTMLElement) this.focusBefore.focus({ preventScroll: true });
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

  private listen(): void {
    if (this.listening) return;
    this.listening = new AbortController();
    const options = { capture: true, signal: this.listening.signal };
    addEventListener('keydown', (event) => this.pressed(event), options);
    addEventListener('resize', () => this.place(), options);
  }

  /** Tab leads from the page into the card, and from its ends back to where the reader was. */
  private pressed(event: KeyboardEvent): void {
    if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [...this.root.querySelectorAll<HTMLElement>('a[href], button:not(:disabled)')].filter(
      (stop) => stop.offsetParent !== null,
    );
    const at = stops.indexOf(this.root.activeElement as HTMLElement);
    const isInside = this.holds(event) && at >= 0;
    const next = event.shiftKey ? at - 1 : at + 1;
    if (!isInside) {
      if (event.shiftKey || isTyping(document.activeElement)) return;
      event.preventDefault();
      stops[0]?.focus();
    } else if (next < 0 || next >= stops.length) {
      event.preventDefault();
      if (this.focusBefore instanceof HTMLElement) this.focusBefore.focus({ preventScroll: true });
      else (this.root.activeElement as HTMLElement).blur();
    }
  }

  private async place(): Promise<void> {
    const { mention, element } = this;
    if (!mention) return;
    // The viewport less its scrollbar, which 100vw would count in.
    const room = document.documentElement.clientWidth - 2 * edge;
    element.style.setProperty('width', `${Math.min(width, room)}px`, 'important');
    const reference = {
      getBoundingClientRect: () => boxOf(mention),
      contextElement: mention.startNode.parentElement,
    };
    const { x, y } = await computePosition(reference as never, element, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(gap),
        flip({ padding: edge }),
        shift({ padding: edge }),
        size({
          padding: edge,
          apply: ({ availableHeight }) => {
            const height = Math.max(160, Math.min(availableHeight, innerHeight * tallest));
            element.style.setProperty('--card-height', `${Math.floor(height)}px`);
          },
        }),
      ],
    });
    element.style.setProperty('left', `${x}px`, 'important');
    element.style.setProperty('top', `${y}px`, 'important');
  }
}

function boxOf({ startNode, startOffset, endNode, endOffset }: PlacedMention): DOMRect {
  const range = document.createRange();
  range.setStart(startNode, Math.min(startOffset, startNode.length));
  range.setEnd(endNode, Math.min(endOffset, endNode.length));
  return range.getBoundingClientRect();
}

function isTyping(element: Element | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName))
  );
}

/** Outside an open modal dialog everything is inert, a card too. */
function topmostDialog(): Element | undefined {
  return [...document.querySelectorAll('dialog:modal')].at(-1);
}

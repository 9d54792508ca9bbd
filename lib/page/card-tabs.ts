import { focused, isTyping } from './focus';

const tabStops = 'a[href], button:not(:disabled, [tabindex="-1"])';

/** The Tab key's way into the card and back out of it. */
export class TabOrder {
  private readonly root: ShadowRoot;
  private focusBefore: Element | null = null;
  private leads = false;

  /** @param root of the card */
  constructor(root: ShadowRoot) {
    this.root = root;
  }

  /** From now on Tab leads into the card, which has just opened, and out of it to where focus is now. */
  lead(): void {
    this.leads = true;
    if (!this.root.activeElement) this.focusBefore = focused();
  }

  /** From now on Tab goes through the page as if no card were there. */
  rest(): void {
    this.leads = false;
  }

  /** Puts focus where it was before it came into the card. */
  giveBack(): void {
    if (this.focusBefore instanceof HTMLElement) this.focusBefore.focus({ preventScroll: true });
    else (this.root.activeElement as HTMLElement | null)?.blur();
  }

  /** @param isInside whether the event comes from the card */
  pressed(event: KeyboardEvent, isInside: boolean): void {
    if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [...this.root.querySelectorAll<HTMLElement>(tabStops)].filter((stop) => stop.offsetParent);
    const at = stops.indexOf(this.root.activeElement as HTMLElement);
    const next = event.shiftKey ? at - 1 : at + 1;
    if (isInside) {
      // In a menu, which knows where it leads.
      if (at < 0 || stops[next]) return;
      event.preventDefault();
      this.giveBack();
    } else if (this.leads && !event.shiftKey && !isTyping()) {
      event.preventDefault();
      stops[0]?.focus();
    }
  }
}

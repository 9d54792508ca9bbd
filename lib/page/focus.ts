/** What has focus, through open shadow trees. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Whether keys that are pressed now are someone's text. */
export function isTyping(): boolean {
  const element = focused();
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName))
  );
}

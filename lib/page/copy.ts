/**
 * Puts text on the clipboard. Pages without a secure context, or whose policy forbids the clipboard, still copy what is
 * selected: there a field in `root` is selected for a moment.
 *
 * @returns whether it worked
 */
export async function copyText(text: string, root: ShadowRoot): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.style.cssText = 'position: fixed; opacity: 0; pointer-events: none';
    const before = root.activeElement as HTMLElement | null;
    root.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    before?.focus();
    return copied;
  }
}

import type { ComponentChildren } from 'preact';

export interface PlaceLinkProps {
  id?: string;
  class?: string;
  dir?: 'auto';
  tabIndex?: number;
  'aria-current'?: 'page' | 'true' | undefined;
  href: string;
  /** Goes there within the page. */
  onGo(): void;
  children: ComponentChildren;
}

/**
 * A link to another view of the same page: it goes there without loading it again, and opens in a tab of its own as any
 * link does.
 */
export function PlaceLink({ href, onGo, children, ...anchor }: PlaceLinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onGo();
  };
  return (
    <a {...anchor} href={href} onClick={follow}>
      {children}
    </a>
  );
}

/** What the browser vouches for about the sender of a message, as far as it matters here. */
export interface Sender {
  url?: string | undefined;
}

/**
 * Whether a message comes from one of the extension's own pages. A content script has the extension's id too, but the
 * address of the page it runs in.
 *
 * @param ownOrigin address of the extension's root, with the slash at its end
 */
export function isOwnPage({ url }: Sender, ownOrigin: string): boolean {
  return url?.startsWith(ownOrigin) ?? false;
}

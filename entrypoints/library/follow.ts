/** Opens an address in a tab of its own. */
export function follow(address: string | undefined): void {
  if (address) window.open(address, '_blank', 'noopener,noreferrer');
}

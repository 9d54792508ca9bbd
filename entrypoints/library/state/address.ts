import { computed, signal } from '@preact/signals';
import { type Address, listKey, readAddress, writeAddress } from '../address';

/** What the library shows. */
export const address = signal<Address>(readAddress(location.search));

/** Names what the list holds: it changes when another list is asked for, not when a paper is opened. */
export const listed = computed(() => listKey(address.value));

export const hrefOf = (to: Address) => `${location.pathname}${writeAddress(to)}`;

interface GoOptions {
  /** Takes the place of the present address: back does not lead to it any more. */
  replace?: boolean;
}

/** Whether the browser's own back or forward led here. */
export let isBack = false;

export function go(to: Address, { replace = false }: GoOptions = {}): void {
  if (writeAddress(to) === writeAddress(address.value)) return;
  if (replace) history.replaceState(null, '', hrefOf(to));
  else history.pushState(null, '', hrefOf(to));
  isBack = false;
  address.value = to;
}

/** Follows the browser's back and forward until `signal` aborts. */
export function followHistory(signal: AbortSignal): void {
  const read = () => {
    isBack = true;
    address.value = readAddress(location.search);
  };
  addEventListener('popstate', read, { signal });
}

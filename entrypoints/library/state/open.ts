import { computed, effect, signal, untracked } from '@preact/signals';
import { resource } from '@/components/state/resource';
import { getPaper } from '@/lib/digest/read';
import type { Paper } from '@/lib/paper/types';
import { getEntry } from '@/lib/shelf/store';
import { address, go } from './address';

const openId = computed(() => address.value.paper);

/** The paper in the reading pane; `null` where neither digest nor shelf holds it. */
export const open = resource(async (): Promise<Paper | null | undefined> => {
  const id = openId.value;
  if (id === undefined) return undefined;
  // The digest is the fresher copy; the shelf remembers what the digest has let go.
  return (await getPaper(id)) ?? (await getEntry(id))?.paper ?? null;
});

/** Reads the paper that the address names, whenever it names another. */
export function keepOpen(): void {
  effect(() => {
    openId.value;
    untracked(() => open.reload());
  });
}

/** The title in the reading pane is to take the focus as soon as it is there. */
export const wantsHeading = signal(false);

/** The line of the list where keys go on is to take it. */
export const wantsLine = signal(false);

/** Closes the reading pane: back to the list. */
export function close(): void {
  const { paper: _, ...rest } = address.value;
  go(rest);
  wantsLine.value = true;
}

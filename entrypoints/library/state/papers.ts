import { signal } from '@preact/signals';
import { loaded } from '@/entrypoints/popup/state/resource';
import { idsOfDay } from '@/lib/digest/archive';
import { getPapers } from '@/lib/digest/store';
import type { Paper, PaperId } from '@/lib/paper/types';
import type { Listing, Stretch } from '../listing';
import { shelf } from '@/entrypoints/popup/state/shelf';

/** Papers kept at hand; a list shows some dozen at a time. */
const most = 1_500;
/** Papers read at a time: a few milliseconds' work. */
const batch = 40;

interface Kept {
  /** `null`: neither digest nor shelf holds it any longer. */
  paper: Paper | null;
  generation: number;
}

/** Those read last stand last. */
const kept = new Map<PaperId, Kept>();

/** Papers of an earlier one are shown until they have been read again. */
let generation = 0;

/** Grows whenever papers have come that a list may be waiting for. */
export const arrivals = signal(0);

/** A paper that was read before. */
export const paperAt = (id: PaperId | undefined) => (id === undefined ? undefined : kept.get(id)?.paper);

/** Reads the papers on lines `first` to `last`, both included, and those around them that come with them. */
export async function loadLines(listing: Listing, first: number, last: number): Promise<void> {
  const stretches = new Map<Stretch, [first: number, last: number]>();
  for (let at = first; at <= last; at++) {
    const row = listing.rowAt(at);
    if (row?.kind !== 'paper') continue;
    const [from, to] = stretches.get(row.stretch) ?? [row.ordinal, row.ordinal];
    stretches.set(row.stretch, [Math.min(from, row.ordinal), Math.max(to, row.ordinal)]);
  }
  for (const [stretch, [from, to]] of stretches) {
    if (stretch.day !== undefined) stretch.ids ??= await idsOfDay(stretch.day);
    await loadPapers((stretch.ids ?? []).slice(from, to + 1));
  }
}

/** Reads papers that are not at hand. */
export async function loadPapers(ids: readonly PaperId[]): Promise<void> {
  const missing = ids.filter((id) => kept.get(id)?.generation !== generation);
  for (let at = 0; at < missing.length; at += batch) {
    const asked = missing.slice(at, at + batch);
    const found = await getPapers(asked);
    for (const [i, id] of asked.entries()) keep(id, found[i] ?? onShelf(id) ?? null);
    arrivals.value += 1;
  }
}

/** The digest has changed: whatever is asked for from now on is read again. */
export function outdatePapers(): void {
  generation += 1;
}

/** The shelf remembers what the digest has let go. */
const onShelf = (id: PaperId) => loaded(shelf)?.find((entry) => entry.id === id)?.paper;

function keep(id: PaperId, paper: Paper | null): void {
  kept.delete(id);
  kept.set(id, { paper, generation });
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
}

import { signal } from '@preact/signals';
import { loaded } from '@/components/state/resource';
import { shelf } from '@/components/state/shelf';
import { idsOfDay } from '@/lib/digest/archive';
import { getPapers } from '@/lib/digest/read';
import type { Paper, PaperId } from '@/lib/paper/types';
import type { Listing, Stretch } from '../listing';
import { readLooksAt } from './looks';

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

/** Lines read beyond either edge of what is on view, once that is there. */
const ahead = 60;

let wanted: (() => Promise<void>) | undefined;
let isReading = false;

/**
 * Reads the papers on lines `first` to `last`, both included, and then those around them. One reading at a time, and
 * after it what is on view by then: whoever flings the list past a thousand days reads a few of them.
 */
export async function wantLines(listing: Listing, first: number, last: number): Promise<void> {
  wanted = async () => {
    await readLines(listing, first, last);
    if (!wanted)
      await readLines(listing, Math.max(0, first - ahead), Math.min(last + ahead, listing.rows - 1));
  };
  if (isReading) return;
  isReading = true;
  try {
    while (wanted) {
      const read: () => Promise<void> = wanted;
      wanted = undefined;
      await read();
    }
  } finally {
    isReading = false;
  }
}

async function readLines(listing: Listing, first: number, last: number): Promise<void> {
  const ordinals = new Map<Stretch, [first: number, last: number]>();
  for (let at = first; at <= last; at++) {
    const row = listing.rowAt(at);
    if (row?.kind !== 'paper') continue;
    const [from] = ordinals.get(row.stretch) ?? [row.ordinal];
    ordinals.set(row.stretch, [from, row.ordinal]);
  }
  for (const [stretch, [from, to]] of ordinals) {
    if (!stretch.ids && stretch.day !== undefined) {
      stretch.ids = await idsOfDay(stretch.day);
      arrivals.value += 1;
    }
    const ids = (stretch.ids ?? []).slice(from, to + 1);
    await readPapers(ids);
    readLooksAt(ids);
  }
}

/** Reads papers that are not at hand. */
async function readPapers(ids: readonly PaperId[]): Promise<void> {
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
